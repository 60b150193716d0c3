"""Where keywords occur in a whole document."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from reader.model.document import Document
from reader.search.list_matcher import ListMatcher
from reader.search.sweep import sweep

#: With so many words or fewer, every one has its tick. With more, a row of a strip is told by this many of its matches.
_FEW = 200
_SAMPLED = 16


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One match: the address of its first character, and the word's index."""

    address: int
    word: int


@dataclass(frozen=True, slots=True)
class _Columns:
    """Matches by column, in document order. They only ever grow.

    Attributes:
        starts: addresses of all matches.
        words: the word of each.
        of_word: for each word that was found, the addresses of its matches.
    """

    starts: array[int] = field(default_factory=lambda: array("Q"))
    words: array[int] = field(default_factory=lambda: array("L"))
    of_word: defaultdict[int, array[int]] = field(default_factory=lambda: defaultdict(lambda: array("Q")))


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The matches found up to an address. A snapshot: what is found later does not show in it.

    Attributes:
        scanned: address up to which the document was looked through.
        is_complete: whether that is its end.
        counts: matches of each word.
        total: matches of all words.
    """

    scanned: int
    is_complete: bool
    counts: tuple[int, ...]
    total: int
    _columns: _Columns

    def next_after(self, address: int, words: range | None = None) -> Occurrence | None:
        """The first match behind an address, of some words or of any."""
        if words is None:
            columns = self._columns
            place = bisect_right(columns.starts, address, hi=self.total)
            return Occurrence(columns.starts[place], columns.words[place]) if place < self.total else None
        found = []
        for word, addresses in self._of(words):
            place = bisect_right(addresses, address, hi=self.counts[word])
            if place < self.counts[word]:
                found.append(Occurrence(addresses[place], word))
        return min(found, default=None)

    def previous_before(self, address: int, words: range | None = None) -> Occurrence | None:
        """The last match before an address, of some words or of any."""
        if words is None:
            columns = self._columns
            place = bisect_left(columns.starts, address, hi=self.total) - 1
            return Occurrence(columns.starts[place], columns.words[place]) if place >= 0 else None
        found = []
        for word, addresses in self._of(words):
            place = bisect_left(addresses, address, hi=self.counts[word])
            if place:
                found.append(Occurrence(addresses[place - 1], word))
        return max(found, default=None)

    def rank(self, occurrence: Occurrence) -> int:
        """How many matches of the same word stand before one."""
        word = occurrence.word
        return bisect_left(self._columns.of_word[word], occurrence.address, hi=self.counts[word])

    def within(self, start: int, end: int) -> range:
        """Which matches, by their number in document order, begin in ``[start, end)``."""
        starts = self._columns.starts
        return range(bisect_left(starts, start, hi=self.total), bisect_left(starts, end, hi=self.total))

    def word(self, number: int) -> int:
        """The word of a match by its number in document order."""
        return self._columns.words[number]

    def ticks(self, rows: int, size: int, colour_of: Callable[[int], int]) -> list[tuple[int, int]]:
        """Which colours occur in which row of a strip of ``rows`` rows that stands for the document.

        Of hundreds of words, a colour may be missing in a row that is crowded with others.

        Args:
            rows: of the strip.
            size: the end of the document's addresses.
            colour_of: the colour of a word.

        Returns:
            Pairs of row and colour, each at most once. Costs what the rows cost, however many matches there are.
        """
        found: set[tuple[int, int]] = set()
        colour_of = cache(colour_of)
        if len(self.counts) <= _FEW:
            for word, addresses in self._of(range(len(self.counts))):
                for row, _, _ in _rows(addresses, self.counts[word], rows, size):
                    found.add((row, colour_of(word)))
        else:
            columns = self._columns
            for row, first, last in _rows(columns.starts, self.total, rows, size):
                step = max(1, (last - first) // _SAMPLED)
                found.update((row, colour_of(columns.words[place])) for place in range(first, last, step))
        return sorted(found)

    def _of(self, words: range) -> Iterator[tuple[int, array[int]]]:
        for word in words:
            if word < len(self.counts) and self.counts[word]:
                yield word, self._columns.of_word[word]


def no_occurrences(words: int) -> Occurrences:
    """Nothing found yet of so many words."""
    return Occurrences(0, False, (0,) * words, 0, _Columns())


def scan_occurrences(document: Document, matcher: ListMatcher) -> Iterator[Occurrences]:
    """Look through a document for keywords, a passage at each step; the last result is complete.

    A match may reach over the end of a passage where a very long line was cut there.
    """
    results = no_occurrences(len(matcher.entries))
    columns = results._columns
    counts = list(results.counts)
    for swept in sweep(document, matcher.find, matcher.longest):
        for match, address in zip(swept.items, swept.starts, strict=True):
            columns.of_word[match.word].append(address)
            counts[match.word] += 1
        columns.starts.extend(swept.starts)
        columns.words.extend(match.word for match in swept.items)
        yield Occurrences(swept.scanned, False, tuple(counts), len(columns.starts), columns)
    yield Occurrences(document.size, True, tuple(counts), len(columns.starts), columns)


def _rows(addresses: array[int], count: int, rows: int, size: int) -> Iterator[tuple[int, int, int]]:
    """The rows of a strip in which ascending addresses lie, with the numbers of the first and behind the last there."""
    place = 0
    while place < count:
        row = min(rows - 1, addresses[place] * rows // max(1, size))
        following = bisect_left(addresses, -(-(row + 1) * size // rows), lo=place + 1, hi=count)
        if row == rows - 1:
            following = count
        yield row, place, following
        place = following
