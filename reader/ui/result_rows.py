"""The rows of a list of hits: by chapter in the order of the text, or the nearest first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.model.outline import Outline
from reader.model.query import Tier
from reader.search.results import Results


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """Hits under one line that says what they have in common.

    Attributes:
        key: a chapter as ``Results.by_heading`` numbers it (0 before the first heading), or a ``Tier``.
        count: how many there are.
    """

    key: int | Tier
    count: int


class ResultRows:
    """Which hit stands in which row. Costs what the groups cost, not what the hits do.

    Every group has a row of its own before its hits, unless there is only one group of chapters.

    Attributes:
        results: what the rows are of.
        groups: those that hold hits; not to be changed.
    """

    def __init__(self, results: Results, outline: Outline, is_by_tier: bool, known: Sequence[ResultGroup] = ()) -> None:
        """Group the hits.

        Args:
            results: of a search.
            outline: of the document; not asked for if ``is_by_tier``.
            is_by_tier: the nearest first.
            known: the first groups of chapters, where those are known to be whole.
        """
        groups = list(known)
        if is_by_tier:
            groups += [ResultGroup(tier, count) for tier, count in zip(Tier, results.counts, strict=True) if count]
        else:
            first = sum(group.count for group in known)
            groups += [ResultGroup(key, count) for key, count in results.by_heading(outline, first)]
        self.results = results
        self._outline = outline
        self._is_by_tier = is_by_tier
        self.groups = groups
        self._is_grouped = is_by_tier or len(groups) > 1
        #: ``_before[n]``: hits in the first ``n`` groups.
        self._before = list(accumulate((group.count for group in groups), initial=0))
        self._first_rows = [before + number for number, before in enumerate(self._before[:-1])]

    def __len__(self) -> int:
        return self._before[-1] + (len(self.groups) if self._is_grouped else 0)

    def group(self, row: int) -> ResultGroup | None:
        """The group whose line stands in a row; None where a hit does."""
        if not self._is_grouped:
            return None
        number = bisect_right(self._first_rows, row) - 1
        return self.groups[number] if self._first_rows[number] == row else None

    def grown(self, results: Results) -> ResultRows | None:
        """The rows of more results of the same scan, which begin as these do; None where they do not."""
        if self._is_by_tier or not self.groups or not results.continues(self.results):
            return None
        rows = ResultRows(results, self._outline, is_by_tier=False, known=self.groups[:-1])
        return rows if rows._is_grouped is self._is_grouped else None

    def last_group_row(self) -> int | None:
        """The row of the last group, if it has one."""
        return self._first_rows[-1] if self._is_grouped and self._first_rows else None

    def hit(self, row: int) -> int:
        """The index of the hit in a row; of a group's own row, that of its first."""
        place = row
        if self._is_grouped:
            number = bisect_right(self._first_rows, row) - 1
            place = max(self._before[number], row - number - 1)
        return self.results.ranked(place) if self._is_by_tier else place

    def row_of(self, hit: int) -> int:
        """The row of a hit."""
        place = self.results.rank_of(hit) if self._is_by_tier else hit
        return place + bisect_right(self._before, place) if self._is_grouped else place
