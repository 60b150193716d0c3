"""The owner of what is looked for: the query, what it found, and the hit that the reader stepped to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.model.block import Block
from reader.model.document import Document
from reader.model.position import Span
from reader.model.query import Query
from reader.search.errors import SlowPattern
from reader.search.finder import finder_of
from reader.search.readings import ConvertClause
from reader.search.results import Hit, Results, no_results, scan
from reader.search.sweep import sweep
from reader.search.word_bounds import get_ready
from reader.state.tasks import REST, Task, TaskRunner

#: Addresses before and behind the place that is read which are looked through first: some screens.
_BEFORE, _BEHIND = 16 << 10, 48 << 10

#: Milliseconds between two tellings that more was found: no eye reads faster.
_TELLING = 100


class Search(QObject):
    """Answers one query about the open document, in the background.

    Signals:
        changed: the query, or the document that it is about, is another.
        found: more was found, or all, or the query turned out to be no question (``error``).
        current_changed: the reader stepped to another hit, or to none.
        stepped: the ``Hit`` that the reader stepped to; it may come after the step, when the hit is found.
        failed: what ended the work and is no answer to the query.
    """

    changed = Signal()
    found = Signal()
    current_changed = Signal()
    stepped = Signal(object)
    failed = Signal(object)

    def __init__(self, convert: ConvertClause, runner: TaskRunner, parent: QObject | None = None) -> None:
        """Nothing is looked for.

        Args:
            convert: writes a Simplified clause in Traditional characters; called in the background.
            runner: of the program.
            parent: owner.
        """
        super().__init__(parent)
        self._convert, self._runner = convert, runner
        self._document: Document | None = None
        self._query: Query | None = None
        self._results = no_results()
        self._near = _Near()
        self._error: ReaderError | None = None
        self._current: int | None = None
        self._wanted: _Step | None = None
        self._task = Task(runner, self)
        self._task.stepped.connect(self._receive)
        self._task.failed.connect(self._receive_error)
        self._telling = QTimer(self, interval=_TELLING, singleShot=True)
        self._telling.timeout.connect(self.found)

    @property
    def query(self) -> Query | None:
        """What is looked for; None for nothing."""
        return self._query

    @property
    def results(self) -> Results:
        """What was found so far."""
        return self._results

    @property
    def error(self) -> ReaderError | None:
        """Why the query has no answer, or not all of it: ``BadPattern`` or ``SlowPattern``."""
        return self._error

    @property
    def current(self) -> int | None:
        """The index of the hit that the reader stepped to."""
        return self._current

    def look_in(self, document: Document | None, address: int = 0) -> None:
        """Ask the query of another document, or of none; what stands around ``address`` first."""
        self._document = document
        self._begin(address)

    def ask(self, query: Query | None, address: int = 0) -> None:
        """Look for something else, around ``address`` first; None to look for nothing."""
        if query is not None and not query.text.strip():
            if query.is_whole_word:
                # The reader has asked for whole words: the window stands still now, not at the first key.
                self._runner.submit(get_ready)
            query = None
        if query != self._query:
            self._query = query
            self._begin(address)

    def step(self, address: int, is_forward: bool) -> None:
        """Go from an address to the next or previous hit, round the end if need be; ``stepped`` says which it is."""
        self._wanted = _Step(address, is_forward)
        self._take_step()

    def go_to(self, index: int) -> None:
        """Go to one hit."""
        self._wanted = None
        self._set_current(index)
        self.stepped.emit(self._results[index])

    def count_between(self, start: int, end: int) -> int:
        """How many hits are known to begin in ``[start, end)``."""
        if end <= self._results.scanned:
            return len(self._results.between(start, end))
        return sum(start <= hit.start < end for hit in self._near.hits)

    def spans_in(self, block: Block) -> list[tuple[Span, bool]]:
        """Where hits stand in a block's text, as far as they are found, and whether each is the current one."""
        document = self._document
        if document is None or self._query is None:
            return []
        if block.end <= self._results.scanned:
            indexes = self._results.between(block.start, block.end)
            # A hit over the end of a piece of a long paragraph belongs to both.
            first = max(0, indexes.start - 1)
            hits = [(self._results[index], index == self._current) for index in range(first, indexes.stop)]
        else:
            hits = [(hit, False) for hit in self._near.hits]
        return [
            (Span(_offset(document, block, hit.start), _offset(document, block, hit.end)), is_current)
            for hit, is_current in hits
            if hit.start < block.end and hit.end > block.start
        ]

    def _begin(self, address: int) -> None:
        """Look for everything anew."""
        self._results, self._near, self._error, self._wanted = no_results(), _Near(), None, None
        self._telling.stop()
        document, query = self._document, self._query
        if document is None or query is None:
            self._task.cancel()
            self._results = replace(self._results, is_complete=True)
        else:
            self._task.start(partial(_looked_for, document, query, self._convert, address))
        self._set_current(None)
        self.changed.emit()

    def _receive(self, step: _Near | Results) -> None:
        if isinstance(step, _Near):
            self._near = step
            self.found.emit()
            return
        self._results = step
        if self._wanted is not None:
            self._take_step()
        if step.is_complete:
            self._telling.stop()
            self.found.emit()
        elif not self._telling.isActive():
            self._telling.start()

    def _receive_error(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._error = error
            if isinstance(error, SlowPattern):
                self._take_step()
            self.found.emit()
        else:
            self.failed.emit(error)

    def _take_step(self) -> None:
        """Take the step that is wanted, as soon as what is found so far tells where it leads."""
        if self._wanted is None:
            return
        results, address = self._results, self._wanted.address
        is_final = results.is_complete or self._error is not None
        if self._wanted.is_forward:
            index = results.next_after(address)
            first = 0 if len(results) else None
        else:
            index = results.previous_before(address) if is_final or results.scanned >= address else None
            first = len(results) - 1 if len(results) else None
        if index is None and is_final:
            index = first
        if index is not None:
            self.go_to(index)
        elif is_final:
            self._wanted = None

    def _set_current(self, index: int | None) -> None:
        if index != self._current:
            self._current = index
            self.current_changed.emit()


@dataclass(frozen=True, slots=True)
class _Step:
    address: int
    is_forward: bool


@dataclass(frozen=True, slots=True)
class _Near:
    """What was found around the place that is read, before all the rest."""

    hits: tuple[Hit, ...] = ()


def _offset(document: Document, block: Block, address: int) -> int:
    """The code points of a block's text before an address, brought within the block."""
    if address <= block.start:
        return 0
    return len(block.text) if address >= block.end else min(len(block.text), document.position_of(address).offset)


def _looked_for(document: Document, query: Query, convert: ConvertClause, address: int) -> Iterator[object]:
    """What stands near an address, as ``_Near``; then all ``Results``."""
    finder = finder_of(query, convert)
    yield REST
    start, end = max(0, address - _BEFORE), min(document.size, address + _BEHIND)
    hits: list[Hit] = []
    for swept in sweep(document, finder.find, finder.reach, start, end):
        hits += [
            Hit(first, last, found.tier)
            for found, first, last in zip(swept.items, swept.starts, swept.ends, strict=True)
        ]
        yield REST
    yield _Near(tuple(hits))
    yield from scan(document, finder)
