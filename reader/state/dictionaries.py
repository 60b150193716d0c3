"""The owner of the installed dictionaries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import StoreError
from reader.state.tasks import Task, TaskRunner
from reader.store.dictionaries import InstalledDictionary, StoredDictionaries


class Dictionaries(QObject):
    """Installs dictionaries one after the other, in the background, and says which there are.

    Signals:
        changed: another dictionary is installed, or one is gone.
        progressed: the name of the file that is being installed, and how many of its entries are in.
        failed: an ``UnusableDictionary`` or a ``StoreError``; nothing was installed or removed.
    """

    changed = Signal()
    progressed = Signal(str, int)
    failed = Signal(object)

    def __init__(self, stored: StoredDictionaries, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stored = stored
        self._waiting: list[Path] = []
        self._current: Path | None = None
        self._task = Task(runner, self)
        self._task.stepped.connect(self._progress)
        self._task.finished.connect(self._finish)
        self._task.failed.connect(self._fail)

    @property
    def is_installing(self) -> bool:
        """Whether a file is being installed."""
        return self._current is not None

    def installed(self) -> list[InstalledDictionary]:
        """What is installed; nothing where it cannot be read, of which ``failed`` tells."""
        try:
            return self.stored.installed()
        except StoreError as error:
            self.failed.emit(error)
            return []

    def install(self, path: Path) -> None:
        """Install a dictionary by one of its files; ``changed`` or ``failed`` follows."""
        self._waiting.append(path)
        if self._current is None:
            self._next()

    def remove(self, number: int) -> None:
        """Forget a dictionary. Its file stays."""
        try:
            self.stored.remove(number)
        except StoreError as error:
            self.failed.emit(error)
        else:
            self.changed.emit()

    def _next(self) -> None:
        self._current = self._waiting.pop(0) if self._waiting else None
        if (path := self._current) is not None:
            self.progressed.emit(path.name, 0)
            self._task.start(lambda: _installed(self.stored, path))

    def _progress(self, size: int) -> None:
        if self._current is not None:
            self.progressed.emit(self._current.name, size)

    def _finish(self) -> None:
        self._next()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._next()
        self.failed.emit(error)


def _installed(stored: StoredDictionaries, path: Path) -> Iterator[int]:
    # Loaded when it is wanted: the text is on the screen sooner.
    from reader.reference.registry import open_dictionary

    source = open_dictionary(path)
    yield from stored.install(source.name, source.entries)
