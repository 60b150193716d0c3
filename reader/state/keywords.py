"""The owner of the coloured words: the rules, and where they occur."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.errors import StoreError
from reader.model.block import Block
from reader.model.document import Document
from reader.model.highlight import PALETTE_SIZE, HighlightRule
from reader.search.fold import fold
from reader.search.matcher import Match, Matcher
from reader.search.occurrences import Occurrence, Occurrences, no_occurrences, scan_occurrences
from reader.state.tasks import Task, TaskRunner
from reader.store.keywords import StoredKeywords

#: Blocks whose matches are kept: a few screens.
_BLOCKS_KEPT = 300

#: The longest word that can be coloured: a selection of many lines is no word.
LONGEST_WORD = 100


class Keywords(QObject):
    """Keeps the highlight rules, and looks for them in the open document.

    Signals:
        changed: the rules, or the document that they are looked for in, are others.
        counted: ``occurrences`` has grown.
        current_changed: the reader stepped to another match.
        failed: a ``StoreError``; a change holds for this run only.
    """

    changed = Signal()
    counted = Signal()
    current_changed = Signal()
    failed = Signal(object)

    def __init__(self, stored: StoredKeywords, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        self._document: Document | None = None
        self._rules: tuple[HighlightRule, ...] = ()
        try:
            self._rules = stored.load()
        except StoreError:
            self._rules = ()
        self._current: Occurrence | None = None
        self._scan = Task(runner, self)
        self._scan.stepped.connect(self._count)
        self._renew()

    @property
    def rules(self) -> tuple[HighlightRule, ...]:
        """The rules, in the reader's order. A word's index everywhere else is its index here."""
        return self._rules

    @property
    def occurrences(self) -> Occurrences:
        """What was found so far."""
        return self._occurrences

    @property
    def current(self) -> Occurrence | None:
        """The match that the reader stepped to last."""
        return self._current

    def look_in(self, document: Document | None) -> None:
        """Look for the rules in another document, or in none."""
        self._document = document
        self._renew()
        self.changed.emit()

    def add(self, text: str) -> None:
        """Colour a word, in the first colour that is free; one that is there already is switched on again."""
        text = " ".join(text.split())[:LONGEST_WORD].rstrip()
        if not text:
            return
        for index, rule in enumerate(self._rules):
            if fold(rule.text) == fold(text):
                self.switch(index, is_on=True)
                return
        used = {rule.colour for rule in self._rules}
        free = next((colour for colour in range(PALETTE_SIZE) if colour not in used), len(self._rules) % PALETTE_SIZE)
        self._set((*self._rules, HighlightRule(text, free)))

    def remove(self, index: int) -> None:
        """Colour a word no more."""
        self._set(self._rules[:index] + self._rules[index + 1 :])

    def switch(self, index: int, is_on: bool) -> None:
        """Show or hide a word's colour."""
        self._set(self._with(index, replace(self._rules[index], is_on=is_on)))

    def recolour(self, index: int, colour: int) -> None:
        """Give a word another colour of the palette."""
        self._set(self._with(index, replace(self._rules[index], colour=colour)), is_same_words=True)

    def matches_in(self, block: Block) -> list[Match]:
        """The words in a block's text, in order and without overlap; ``word`` is the rule's index."""
        found = self._matches.get(block.start)
        if found is None:
            found = self._matches[block.start] = self._find(block)
            if len(self._matches) > _BLOCKS_KEPT:
                self._matches.popitem(last=False)
        return found

    def step(self, address: int, is_forward: bool, word: int | None = None) -> Occurrence | None:
        """Step from an address to the next or previous match, round the end if need be; None if there is none."""
        found = self._occurrences
        if is_forward:
            step = found.next_after(address, word) or found.next_after(-1, word)
        else:
            beyond = self._document.size if self._document else 0
            step = found.previous_before(address, word) or found.previous_before(beyond, word)
        self._current = step
        self.current_changed.emit()
        return step

    def _with(self, index: int, rule: HighlightRule) -> tuple[HighlightRule, ...]:
        return (*self._rules[:index], rule, *self._rules[index + 1 :])

    def _set(self, rules: tuple[HighlightRule, ...], is_same_words: bool = False) -> None:
        if rules == self._rules:
            return
        self._rules = rules
        if not is_same_words:
            self._renew()
        self.changed.emit()
        try:
            self._stored.save(rules)
        except StoreError as error:
            self.failed.emit(error)

    def _renew(self) -> None:
        """Look for everything anew."""
        words = [rule.text if rule.is_on else "" for rule in self._rules]
        self._matcher = Matcher(words)
        self._matches: OrderedDict[int, list[Match]] = OrderedDict()
        self._occurrences = no_occurrences(len(words))
        self._current = None
        document = self._document
        if document is not None and self._matcher.longest:
            self._scan.start(lambda: scan_occurrences(document, words))
        else:
            self._scan.cancel()
            self._occurrences = replace(self._occurrences, is_complete=True)

    def _count(self, occurrences: Occurrences) -> None:
        self._occurrences = occurrences
        self.counted.emit()

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
