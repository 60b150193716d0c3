"""Finds the keywords of several lists at once, to be coloured."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from reader.model.keyword_list import Keyword, KeywordList
from reader.search.errors import BadPattern, SlowPattern
from reader.search.matcher import Match, Matcher, resolve
from reader.search.pattern_finder import PatternFinder

#: Seconds that one expression may take over one block, while the page is drawn, and over a passage in the background.
_SECONDS = 0.05
_PATIENT = 2.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A keyword in its list."""

    list: KeywordList
    keyword: Keyword


class ListMatcher:
    """Finds what is on in several lists, and resolves overlaps as ``KeywordList`` says.

    Attributes:
        entries: every keyword of every list, in order; a match's ``word`` is its index here.
        longest: code points of the longest word that is looked for.
        bad: indexes of regular expressions that are none, or that took too long and are looked for no more.
    """

    def __init__(self, lists: Sequence[KeywordList]) -> None:
        self.entries = tuple(Entry(one, keyword) for one in lists for keyword in one.keywords)
        self.bad: set[int] = set()
        self._matcher = Matcher(
            ["" if entry.keyword.is_pattern or not _is_on(entry) else entry.keyword.text for entry in self.entries]
        )
        self.longest = self._matcher.longest
        self._patterns: dict[int, PatternFinder] = {}
        for index, entry in enumerate(self.entries):
            if entry.keyword.is_pattern and _is_on(entry):
                try:
                    self._patterns[index] = PatternFinder(entry.keyword.text, _SECONDS)
                except BadPattern:
                    self.bad.add(index)

    @property
    def is_looking(self) -> bool:
        """Whether there is anything that could be found."""
        return self.longest > 0 or bool(self._patterns)

    def get_ready(self) -> None:
        """Do what else the first search would do (``Matcher.get_ready``)."""
        self._matcher.get_ready()

    def patient(self) -> ListMatcher:
        """The same for work in the background, where an expression may take longer. It has a ``bad`` of its own."""
        other = copy(self)
        other.bad = set(self.bad)
        other._patterns = {index: PatternFinder(self.entries[index].keyword.text, _PATIENT) for index in self._patterns}
        return other

    def find(self, text: str) -> list[Match]:
        """The matches that are drawn in a text, ascending; no two share a character.

        Words are resolved among themselves first, then with what the regular expressions match.
        """
        found = self._matcher.find(text)
        if not self._patterns:
            return found
        for index, finder in list(self._patterns.items()):
            try:
                found += [Match(span.start, span.end, index) for span in finder.find(text)]
            except SlowPattern:
                self.bad.add(index)
                del self._patterns[index]
        return resolve(found)


def _is_on(entry: Entry) -> bool:
    return entry.list.is_on and entry.keyword.is_on
