"""Where words occur in a whole document."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model.document import Document
from reader.search.matcher import Matcher
from reader.search.sweep import sweep


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One match: the address of its first character, and the word's index."""

    address: int
    word: int


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The matches found up to an address.

    Attributes:
        scanned: address up to which the document was looked through.
        is_complete: whether that is its end.
        counts: matches of each word.
    """

    scanned: int
    is_complete: bool
    counts: tuple[int, ...]
    #: Addresses of each word's matches, ascending. They go on growing behind ``counts`` while the scan does.
    _addresses: tuple[array[int], ...]

    def next_after(self, address: int, word: int | None = None) -> Occurrence | None:
        """The first match behind an address, of one word or of any."""
        found = []
        for index, addresses in self._of(word):
            place = bisect_right(addresses, address, hi=self.counts[index])
            if place < self.counts[index]:
                found.append(Occurrence(addresses[place], index))
        return min(found, default=None)

    def previous_before(self, address: int, word: int | None = None) -> Occurrence | None:
        """The last match before an address, of one word or of any."""
        found = []
        for index, addresses in self._of(word):
            place = bisect_left(addresses, address, hi=self.counts[index])
            if place:
                found.append(Occurrence(addresses[place - 1], index))
        return max(found, default=None)

    def rank(self, occurrence: Occurrence) -> int:
        """How many matches of the same word stand before one."""
        return bisect_left(self._addresses[occurrence.word], occurrence.address, hi=self.counts[occurrence.word])

    def ticks(self, rows: int, size: int) -> list[tuple[int, int]]:
        """Which words occur in which row of a strip of ``rows`` rows that stands for the document.

        Returns:
            Pairs of row and word, each at most once. Costs what the rows cost, however many matches there are.
        """
        found = []
        for word, addresses in enumerate(self._addresses):
            count = self.counts[word]
            place = 0
            while place < count:
                row = min(rows - 1, addresses[place] * rows // max(1, size))
                found.append((row, word))
                place = bisect_left(addresses, -(-(row + 1) * size // rows), lo=place + 1, hi=count)
        return sorted(found)

    def _of(self, word: int | None) -> Iterator[tuple[int, array[int]]]:
        if word is None:
            yield from enumerate(self._addresses)
        elif word < len(self._addresses):
            yield word, self._addresses[word]


def no_occurrences(words: int) -> Occurrences:
    """Nothing found yet of so many words."""
    return Occurrences(0, False, (0,) * words, tuple(array("Q") for _ in range(words)))


def scan_occurrences(document: Document, words: Sequence[str]) -> Iterator[Occurrences]:
    """Look through a document, a passage at each step; the last result is complete.

    A match may reach over the end of a passage where a very long line was cut there.
    """
    matcher = Matcher(words)
    addresses = tuple(array("Q") for _ in words)
    counts = [0] * len(words)
    for swept in sweep(document, matcher.find, matcher.longest):
        for match, address in zip(swept.items, swept.starts, strict=True):
            addresses[match.word].append(address)
            counts[match.word] += 1
        yield Occurrences(swept.scanned, False, tuple(counts), addresses)
    yield Occurrences(document.size, True, tuple(counts), addresses)
