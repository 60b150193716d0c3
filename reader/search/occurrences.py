"""Where words occur in a whole document."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model.document import Document, Passage
from reader.search.matcher import Match, Matcher


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

    def add(passage: Passage, matches: Iterable[Match], shift: int) -> None:
        found = list(matches)
        places = document.addresses_in(passage, [match.start + shift for match in found])
        for match, address in zip(found, places, strict=True):
            addresses[match.word].append(address)
            counts[match.word] += 1

    before: Passage | None = None
    held = 0
    for passage in document.passages():
        # What the passage before held back, ``held`` characters at its end, is looked at together with this one.
        tail = before.text[len(before.text) - held :] if before is not None else ""
        text = tail + passage.text
        is_open = passage.end < document.size and not passage.text.endswith(("\n", "\r"))
        limit = len(text) - (matcher.longest - 1 if is_open else 0)
        matches = [match for match in matcher.find(text) if match.start < limit]
        if before is not None:
            add(before, (match for match in matches if match.start < held), len(before.text) - held)
        add(passage, (match for match in matches if match.start >= held), -held)
        yield Occurrences(passage.end, False, tuple(counts), addresses)
        before = passage
        held = min(len(passage.text), len(text) - max(limit, matches[-1].end if matches else 0)) if is_open else 0
    yield Occurrences(document.size, True, tuple(counts), addresses)
