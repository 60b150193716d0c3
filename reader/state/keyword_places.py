"""Where the keywords stand: in the blocks in sight, and, counted in the background, in the whole document."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.block import Block
from reader.model.document import Document
from reader.model.keyword_list import Keyword, KeywordList
from reader.search.list_matcher import ListMatcher
from reader.search.matcher import Match
from reader.search.occurrences import Occurrence, Occurrences, no_occurrences, scan_occurrences
from reader.state.keyword_index import KeywordIndex
from reader.state.tasks import REST, Task, TaskRunner

#: Blocks whose matches are kept: a few screens.
_BLOCKS_KEPT = 300

#: Milliseconds between two tellings that more was counted.
_TELLING = 50

#: So many words are made ready to be found within a frame; more of them in the background.
_AT_ONCE = 200


class KeywordPlaces(QObject):
    """Looks for the keywords of some lists in one document.

    Signals:
        changed: other words are found in the blocks, or they look otherwise.
        counted: ``occurrences`` has grown.
        current_changed: the reader stepped to another match.
        failed: what ended the count.
    """

    changed = Signal()
    counted = Signal()
    current_changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._index = self._matcher_index = KeywordIndex(())
        self._matcher = ListMatcher(())
        self._matches: OrderedDict[int, list[Match]] = OrderedDict()
        self._bad: frozenset[int] = frozenset()
        self._occurrences = replace(no_occurrences(0), is_complete=True)
        self._current: Occurrence | None = None
        self._telling = QTimer(self, interval=_TELLING, singleShot=True)
        self._telling.timeout.connect(self.counted)
        self._task = Task(runner, self)
        self._task.stepped.connect(self._receive)
        self._task.failed.connect(self.failed)

    @property
    def index(self) -> KeywordIndex:
        """Which word of ``occurrences`` is which keyword."""
        return self._index

    @property
    def occurrences(self) -> Occurrences:
        """What was found so far."""
        return self._occurrences

    @property
    def current(self) -> Occurrence | None:
        """The match that the reader stepped to last."""
        return self._current

    @property
    def bad(self) -> frozenset[int]:
        """Words that are no regular expressions, or such as take too long and are looked for no more."""
        return frozenset(self._bad | self._matcher.bad) if self._matcher_index is self._index else frozenset()

    def look_in(self, document: Document | None) -> None:
        """Look for the words in another document, or in none."""
        self._document = document
        self._begin(self._matcher if self._matcher_index is self._index else None)

    def look_for(self, lists: Sequence[KeywordList]) -> None:
        """Look for other words, or show the same ones otherwise."""
        before, self._index = self._index, KeywordIndex(lists)
        if self._index.finds_as(before):
            if self._matcher_index is before:
                self._matcher_index = self._index
            self.changed.emit()
        else:
            self._begin(ListMatcher(lists) if len(self._index) <= _AT_ONCE else None)

    def matches_in(self, block: Block) -> list[Match]:
        """The words in a block's text, in order and without overlap; ``keyword_of`` tells which they are."""
        found = self._matches.get(block.start)
        if found is None:
            found = self._matches[block.start] = self._find(block)
            if len(self._matches) > _BLOCKS_KEPT:
                self._matches.popitem(last=False)
        return found

    def keyword_of(self, match: Match) -> tuple[KeywordList, Keyword]:
        """The keyword that was found in a block, and its list."""
        return self._matcher_index.keyword(match.word)

    def step(self, address: int, is_forward: bool, words: range | None = None) -> Occurrence | None:
        """Step from an address to the next or previous match, round the end if need be; None if there is none."""
        found = self._occurrences
        if is_forward:
            step = found.next_after(address, words) or found.next_after(-1, words)
        else:
            beyond = self._document.size if self._document else 0
            step = found.previous_before(address, words) or found.previous_before(beyond, words)
        self._current = step
        self.current_changed.emit()
        return step

    def _begin(self, matcher: ListMatcher | None) -> None:
        """Look for everything anew; without a matcher, make one in the background and show the old words till then."""
        self._occurrences = no_occurrences(len(self._index))
        self._current = None
        self._telling.stop()
        self._matches.clear()
        if matcher is not None:
            self._use(matcher, self._index)
        document = self._document
        if matcher is None or (document is not None and matcher.is_looking):
            self._task.start(partial(_worked, self._index.lists, matcher, document))
        else:
            self._task.cancel()
            self._occurrences = replace(self._occurrences, is_complete=True)
        self.changed.emit()

    def _receive(self, step: ListMatcher | Occurrences | frozenset[int]) -> None:
        match step:
            case ListMatcher():
                self._use(step, self._index)
                self.changed.emit()
            case Occurrences():
                self._occurrences = step
                if step.is_complete:
                    self._telling.stop()
                    self.counted.emit()
                elif not self._telling.isActive():
                    self._telling.start()
            case frozenset():
                self._bad = step
                self.changed.emit()

    def _use(self, matcher: ListMatcher, index: KeywordIndex) -> None:
        self._matcher, self._matcher_index = matcher, index
        self._bad = frozenset()
        self._matches.clear()

    def _find(self, block: Block) -> list[Match]:
        """A word may reach over the ends of a piece of a long paragraph: look at a little of its neighbours."""
        reach = self._matcher.longest - 1
        before = after = ""
        if self._document is not None and reach > 0:
            if not block.is_first and (found := self._document.block_before(block)):
                before = found.text[-reach:]
            if not block.is_last and (found := self._document.block_after(block)):
                after = found.text[:reach]
        matches = self._matcher.find(before + block.text + after)
        start, end = len(before), len(before) + len(block.text)
        return [
            Match(max(match.start, start) - start, min(match.end, end) - start, match.word)
            for match in matches
            if match.start < end and match.end > start
        ]


def _worked(lists: Sequence[KeywordList], matcher: ListMatcher | None, document: Document | None) -> Iterator[object]:
    """A matcher, if there is none yet; then what it finds; then the expressions that took too long, if any did."""
    if matcher is None:
        matcher = ListMatcher(lists)
        # The window goes first: it stands still while many words are made ready.
        yield REST
        matcher.get_ready()
        yield matcher
    patient = matcher.patient()
    if document is None:
        yield replace(no_occurrences(len(matcher.entries)), is_complete=True)
    else:
        yield from scan_occurrences(document, patient)
    if patient.bad - matcher.bad:
        yield frozenset(patient.bad)
