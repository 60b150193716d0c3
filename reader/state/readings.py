"""The owner of the readings that stand beside characters."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from reader.convert.annotation import Annotated, Phonetics, annotate
from reader.state.tasks import Task, TaskRunner

#: Code points whose readings are kept: a few dozen pages.
_KEPT = 60_000

#: A character that everybody knows and one that is rare: to read them loads every table.
_SAMPLE = "行龘"


class Readings(QObject):
    """Gives readings for what is in sight, a block at a time.

    A page takes a millisecond or two. The tables, which take a fifth of a second, are loaded in the background when
    readings are first asked for; until then there are none.

    Signals:
        changed: there are other readings now, or none.
        failed: what ended the loading.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = (Annotated.NONE, Phonetics.PINYIN)
        self._shown = self._wanted
        self._is_loaded = False
        self._kept: OrderedDict[str, Sequence[str]] = OrderedDict()
        self._characters = 0
        self._loading = Task(runner, self)
        self._loading.finished.connect(self._receive)
        self._loading.failed.connect(self.failed)

    @property
    def annotated(self) -> Annotated:
        """Which characters have readings now."""
        return self._shown[0]

    @property
    def phonetics(self) -> Phonetics:
        """How readings are written now."""
        return self._shown[1]

    def show(self, annotated: Annotated, phonetics: Phonetics) -> None:
        """Give such readings from now on; ``changed`` follows where they are others."""
        self._wanted = (annotated, phonetics)
        if self._is_loaded or annotated is Annotated.NONE:
            self._take()
        elif not self._loading.is_running:
            self._loading.start(_loaded)

    def of(self, text: str) -> Sequence[str]:
        """The reading to stand beside each code point of a text, empty for none; no items where all are."""
        if self.annotated is Annotated.NONE:
            return ()
        found = self._kept.get(text)
        if found is not None:
            self._kept.move_to_end(text)
            return found
        found = self._kept[text] = annotate(text, *self._shown)
        self._characters += len(text) + 1
        while self._characters > _KEPT and len(self._kept) > 1:
            self._characters -= len(self._kept.popitem(last=False)[0]) + 1
        return found

    def _receive(self) -> None:
        self._is_loaded = True
        self._take()

    def _take(self) -> None:
        if self._wanted != self._shown:
            self._shown = self._wanted
            self._kept.clear()
            self._characters = 0
            self.changed.emit()


def _loaded() -> Iterator[None]:
    for phonetics in Phonetics:
        annotate(_SAMPLE, Annotated.RARE, phonetics)
    yield None
