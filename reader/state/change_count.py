"""How much conversion has changed in the open document: counted in the background, and looked through for the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import sleep

from PySide6.QtCore import QObject, QTimer, Signal

from reader.convert.rendition import Rendition
from reader.convert.text_changes import text_changes
from reader.model.block import Block
from reader.model.document import Document
from reader.model.position import Position, Range
from reader.model.text_change import NOTABLE, ChangeKind
from reader.state.tasks import Task, TaskRunner

#: Milliseconds that nothing has changed for before it is worth counting: what the document tells of its words comes in
#: these, and each time the counting begins anew.
_DELAY = 1200

#: Code points that are counted in one go, the seconds of rest after each, and the code points after which it is told:
#: nobody waits for the count, but everybody for the window, with which this thread shares one interpreter.
_STRETCH = 1_000
_REST = 0.006
_TOLD = 100_000


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many changes there are.

    Attributes:
        kinds: of each kind so far.
        is_complete: whether the document was read to its end.
    """

    kinds: Counter[ChangeKind] = field(default_factory=Counter)
    is_complete: bool = False

    @property
    def total(self) -> int:
        """Of all kinds together."""
        return self.kinds.total()


class ChangeCount(QObject):
    """Counts one rendition of one document at a time, and finds the change next to a place.

    Signals:
        changed: more is counted.
        found: the ``Range`` that was looked for.
        failed: what ended the work.
    """

    changed = Signal()
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts = ChangeCounts()
        self._shown: tuple[Document, Rendition] | None = None
        self._wanted = Position(0, 0), True
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self._begin)
        self._counting = Task(runner, self)
        self._counting.stepped.connect(self._receive)
        self._finding = Task(runner, self)
        self._finding.stepped.connect(self._receive_found)
        for task in (self._counting, self._finding):
            task.failed.connect(self.failed)

    @property
    def counts(self) -> ChangeCounts:
        """What is counted so far."""
        return self._counts

    def count(self, document: Document | None, rendition: Rendition) -> None:
        """Forget what was counted; count what is shown now, as soon as it stays so."""
        self._counts = ChangeCounts()
        self._counting.cancel()
        self._timer.stop()
        self._shown = (document, rendition) if document is not None and rendition.target is not None else None
        if self._shown is not None:
            self._timer.start()
        if self._finding.is_running:
            # What is looked for is wanted in what is shown now.
            self.find(*self._wanted)
        self.changed.emit()

    def find(self, place: Position, is_forward: bool) -> None:
        """Look for the notable change next to a place, round the end if need be; ``found`` follows if there is one."""
        self._wanted = place, is_forward
        if self._shown is None:
            self._finding.cancel()
        else:
            document, rendition = self._shown
            self._finding.start(lambda: _next_change(document, rendition, place, is_forward))

    def _begin(self) -> None:
        if self._shown is not None:
            document, rendition = self._shown
            self._counting.start(lambda: _counted(document, rendition))

    def _receive(self, counts: ChangeCounts | None) -> None:
        if counts is not None:
            self._counts = counts
            self.changed.emit()

    def _receive_found(self, found: Range | None) -> None:
        if found is not None:
            self.found.emit(found)


def _counted(document: Document, rendition: Rendition) -> Iterator[ChangeCounts | None]:
    kinds: Counter[ChangeKind] = Counter()
    unrested = untold = 0
    block: Block | None = document.block_at(0)
    while block is not None:
        kinds.update(change.kind for change in text_changes(rendition, block))
        unrested += len(block.text)
        if unrested >= _STRETCH:
            sleep(_REST)
            untold += unrested
            is_due = untold >= _TOLD
            # Between two steps the work can be given up.
            yield ChangeCounts(kinds.copy()) if is_due else None
            unrested, untold = 0, 0 if is_due else untold
        block = document.block_after(block)
    yield ChangeCounts(kinds, is_complete=True)


def _next_change(document: Document, rendition: Rendition, place: Position, is_forward: bool) -> Iterator[Range | None]:
    """The change next to a place; None at each step on the way, at which the search can be given up."""
    start = document.block_at(place.block)
    block = start
    is_round = False
    while True:
        yield None
        found = _notable(rendition, block, place if block.start == start.start and not is_round else None, is_forward)
        if found is not None:
            yield Range(Position(block.start, found[0]), Position(block.start, found[1]))
            return
        if is_round and block.start == start.start:
            return
        following = document.block_after(block) if is_forward else document.block_before(block)
        if following is None:
            following = document.block_at(0 if is_forward else max(0, document.size - 1))
        is_round = is_round or following.start == start.start
        block = following


def _notable(rendition: Rendition, block: Block, place: Position | None, is_forward: bool) -> tuple[int, int] | None:
    """The first notable change of a block in a direction, beyond a place if that is given."""
    spans = [change.span for change in text_changes(rendition, block) if change.kind in NOTABLE]
    if place is not None:
        spans = [span for span in spans if (span.start > place.offset if is_forward else span.start < place.offset)]
    if not spans:
        return None
    span = spans[0] if is_forward else spans[-1]
    return span.start, span.end
