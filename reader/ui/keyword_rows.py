"""The rows of the keyword lists: every list, and the words of those that are not folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate

from reader.model.keyword_list import KeywordList


class KeywordRows:
    """Which list or keyword stands in which row. Costs what the lists cost, not what the words in them do.

    The list without a name, where it is the only one, has no row of its own.

    Attributes:
        lists: what the rows are of.
    """

    def __init__(self, lists: Sequence[KeywordList], folded: Collection[int] = ()) -> None:
        """Rows of lists, of which some, by their numbers, show no words."""
        self.lists = tuple(lists)
        self.folded = frozenset(folded) if len(lists) > 1 or not self._is_single() else frozenset()
        self._heads = 0 if self._is_single() else 1
        counts = [
            self._heads + (0 if number in self.folded else len(one.keywords)) for number, one in enumerate(self.lists)
        ]
        self._first = list(accumulate(counts, initial=0))

    def __len__(self) -> int:
        return self._first[-1]

    def place(self, row: int) -> tuple[int, int | None]:
        """The list that a row belongs to, and the keyword in it; None for the list's own row."""
        number = bisect_right(self._first, row) - 1
        keyword = row - self._first[number] - self._heads
        return number, keyword if keyword >= 0 else None

    def row_of(self, number: int, keyword: int | None) -> int | None:
        """The row of a keyword, or of a list; None if it has none."""
        if not 0 <= number < len(self.lists) or (keyword is None and not self._heads):
            return None
        if keyword is None:
            return self._first[number]
        if number in self.folded or not 0 <= keyword < len(self.lists[number].keywords):
            return None
        return self._first[number] + self._heads + keyword

    def drop(self, row: int) -> tuple[int, int]:
        """Where a keyword that is dropped before a row goes: a list, and the keyword there that it comes before."""
        if row >= len(self):
            number = len(self.lists) - 1
            return number, len(self.lists[number].keywords)
        number, keyword = self.place(row)
        if keyword is not None:
            return number, keyword
        # Before a list's own row is behind all of the list above it.
        return (number - 1, len(self.lists[number - 1].keywords)) if number else (0, 0)

    def drop_list(self, row: int) -> int:
        """The list before which a list that is dropped before a row goes."""
        if row >= len(self):
            return len(self.lists)
        number, keyword = self.place(row)
        return number if keyword is None else number + 1

    def _is_single(self) -> bool:
        return len(self.lists) == 1 and self.lists[0].is_loose and self.lists[0].file is None
