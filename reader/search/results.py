"""What a query found in a document."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.model.document import Document
from reader.model.outline import Outline
from reader.model.query import Tier
from reader.search.excerpt import Excerpt, excerpt_of
from reader.search.finder import Finder
from reader.search.sweep import sweep


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One match.

    Attributes:
        start: address of its first character.
        end: address behind its last.
        tier: how it is written.
    """

    start: int
    end: int
    tier: Tier


@dataclass(frozen=True, slots=True)
class _Columns:
    """Hits by column, 29 bytes for each: a million fit into the memory of a few pictures. They only ever grow."""

    starts: array[int] = field(default_factory=lambda: array("Q"))
    ends: array[int] = field(default_factory=lambda: array("Q"))
    tiers: array[int] = field(default_factory=lambda: array("B"))
    #: For each tier, the indexes of its hits.
    of_tier: tuple[array[int], ...] = field(default_factory=lambda: tuple(array("Q") for _ in Tier))


@dataclass(frozen=True, slots=True)
class Results:
    """The hits found up to an address, in document order. A snapshot: what is found later does not show in it.

    Attributes:
        scanned: address up to which the document was looked through.
        is_complete: whether that is its end.
        counts: hits of each tier.
    """

    scanned: int
    is_complete: bool
    counts: tuple[int, ...]
    _columns: _Columns

    def __len__(self) -> int:
        """How many hits there are."""
        return sum(self.counts)

    def continues(self, before: Results) -> bool:
        """Whether these are later results of the same scan."""
        return self._columns is before._columns and len(self) >= len(before)

    def __getitem__(self, index: int) -> Hit:
        """A hit in document order; raises IndexError where there is none."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        columns = self._columns
        return Hit(columns.starts[index], columns.ends[index], Tier(columns.tiers[index]))

    def ranked(self, rank: int) -> int:
        """The index of the hit of a rank: the nearest tier first, in document order within one."""
        if rank >= 0:
            for indexes, count in zip(self._columns.of_tier, self.counts, strict=True):
                if rank < count:
                    return indexes[rank]
                rank -= count
        raise IndexError(rank)

    def rank_of(self, index: int) -> int:
        """The rank of a hit: ``ranked`` turned round. Raises IndexError where there is no such hit."""
        tier = self[index].tier
        return sum(self.counts[:tier]) + bisect_left(self._columns.of_tier[tier], index, hi=self.counts[tier])

    def next_after(self, address: int) -> int | None:
        """The index of the first hit that begins behind an address."""
        index = bisect_right(self._columns.starts, address, hi=len(self))
        return index if index < len(self) else None

    def previous_before(self, address: int) -> int | None:
        """The index of the last hit that begins before an address."""
        index = bisect_left(self._columns.starts, address, hi=len(self))
        return index - 1 if index else None

    def between(self, start: int, end: int) -> range:
        """The indexes of the hits that begin in ``[start, end)``, for what is on the screen."""
        starts, count = self._columns.starts, len(self)
        return range(bisect_left(starts, start, hi=count), bisect_left(starts, end, hi=count))

    def by_heading(self, outline: Outline, first: int = 0) -> Iterator[tuple[int, int]]:
        """How many hits stand under which heading, from a hit on.

        Costs what the headings that have hits cost, however many hits there are.

        Yields:
            Pairs, ascending, of a heading's number, counted from 1, and the hits under it, at least one. 0 stands for
            what is before the first heading.
        """
        starts, count, headings = self._columns.starts, len(self), outline.headings
        while first < count:
            number = bisect_right(headings, starts[first], key=lambda heading: heading.address)
            end = headings[number].address if number < len(headings) else None
            following = count if end is None else bisect_left(starts, end, lo=first + 1, hi=count)
            yield number, following - first
            first = following

    def ticks(self, rows: int, size: int, first: int = 0) -> list[int]:
        """Which rows of a strip that stands for the document hold hits, from a hit on.

        Costs what the rows cost, however many hits there are.
        """
        starts, count = self._columns.starts, len(self)
        found = []
        while first < count:
            row = min(rows - 1, starts[first] * rows // max(1, size))
            found.append(row)
            following = -(-(row + 1) * size // rows)
            first = count if row == rows - 1 else bisect_left(starts, following, lo=first + 1, hi=count)
        return found


def no_results() -> Results:
    """Nothing found yet."""
    return Results(0, False, (0,) * len(Tier), _Columns())


def scan(document: Document, finder: Finder) -> Iterator[Results]:
    """Look through a document, a passage at each step; the last result is complete.

    Raises:
        SlowPattern: a regular expression took too long; what was found before it stands.
    """
    results = no_results()
    columns = results._columns
    counts = list(results.counts)
    for swept in sweep(document, finder.find, finder.reach):
        for index, found in enumerate(swept.items, start=len(columns.tiers)):
            columns.of_tier[found.tier].append(index)
            counts[found.tier] += 1
        columns.starts.extend(swept.starts)
        columns.ends.extend(swept.ends)
        columns.tiers.extend(found.tier for found in swept.items)
        yield Results(swept.scanned, False, tuple(counts), columns)
    yield Results(document.size, True, tuple(counts), columns)


def excerpt_at(document: Document, hit: Hit) -> Excerpt:
    """The surroundings of a hit, read from its block, for a list that shows a screenful of them."""
    first = document.position_of(hit.start)
    last = document.position_of(hit.end)
    text = document.block_at(first.block).text
    return excerpt_of(text, first.offset, last.offset if last.block == first.block else len(text))
