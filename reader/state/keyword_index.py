"""Counts the keywords of several lists through, as the matcher does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from reader.model.keyword_list import Keyword, KeywordList


class KeywordIndex:
    """A keyword's *word* is its number when all lists are counted through, as in ``ListMatcher`` and ``Occurrences``.

    Costs what the lists cost, not what the words in them do.

    Attributes:
        lists: what is counted.
    """

    def __init__(self, lists: Sequence[KeywordList]) -> None:
        self.lists = tuple(lists)
        self._first = list(accumulate((len(one.keywords) for one in self.lists), initial=0))

    def __len__(self) -> int:
        return self._first[-1]

    def words(self, number: int) -> range:
        """The words of a list."""
        return range(self._first[number], self._first[number + 1])

    def word(self, number: int, keyword: int) -> int:
        """The word that a list's keyword is."""
        return self._first[number] + keyword

    def place(self, word: int) -> tuple[int, int]:
        """The list that holds a word, and the keyword's number in it."""
        number = bisect_right(self._first, word) - 1
        return number, word - self._first[number]

    def keyword(self, word: int) -> tuple[KeywordList, Keyword]:
        """A word's list, and the keyword itself."""
        number, keyword = self.place(word)
        return self.lists[number], self.lists[number].keywords[keyword]

    def colour(self, word: int) -> int:
        """The colour that a word is shown in."""
        one, keyword = self.keyword(word)
        return one.colour_of(keyword)

    def finds_as(self, other: KeywordIndex) -> bool:
        """Whether the same is found by both, word for word, whatever its colour."""
        return len(self.lists) == len(other.lists) and all(map(_finds_as, self.lists, other.lists))


def _finds_as(one: KeywordList, other: KeywordList) -> bool:
    if one.is_on != other.is_on or len(one.keywords) != len(other.keywords):
        return False
    return one.keywords is other.keywords or all(
        first is second or (first.text, first.is_pattern, first.is_on) == (second.text, second.is_pattern, second.is_on)
        for first, second in zip(one.keywords, other.keywords, strict=True)
    )
