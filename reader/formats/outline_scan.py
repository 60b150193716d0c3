"""Counts a plain text from its start: where its paragraphs are, which of them are headings, how many characters."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Mapping

from reader.formats.cuts import LONGEST
from reader.formats.headings import Headings
from reader.formats.titles import MOST_TITLES
from reader.model.document import Passage
from reader.model.outline import Outline, OutlineEntry

#: Code points of the longest line that a reader can make a heading.
LONGEST_MADE = 400

#: A line break with the blank lines behind it; what follows the last break may be an indent.
_BREAKS = re.compile(r"[\r\n](?:\s*[\r\n])?")
_LEADING_BREAKS = re.compile(r"(?:\s*[\r\n])?")
#: The fewest code points that a line longer than ``LONGEST`` bytes can have.
_FEWEST = LONGEST // 4
_PERHAPS_LONG = re.compile(rf"[^\r\n]{{{_FEWEST},}}")
_BREAK = re.compile(r"[\r\n]|\Z")


class OutlineScan:
    """An outline that grows with every passage. It finds exactly the paragraphs and headings that ``block_after`` does.

    Attributes:
        scanned: address up to which the text is counted.
    """

    def __init__(
        self,
        addresses_in: Callable[[Passage, list[int]], list[int]],
        titles: Mapping[int, int],
        size: int,
        headings: Headings,
    ) -> None:
        """A scan that has counted nothing yet.

        Args:
            addresses_in: ``Document.addresses_in``.
            titles: levels of the text's title lines, by their addresses.
            size: the end of the text.
            headings: what makes any other line a heading.
        """
        self._rules = headings
        self.scanned = 0
        self._addresses_in = addresses_in
        self._titles = titles
        self._size = size
        # Of ten million short lines, this is most of what is held.
        self._starts = array("I" if size < 1 << 32 else "Q")
        self._headings: list[OutlineEntry] = []
        self._characters = 0
        self._damaged = 0
        self._is_line_start = True

    def add(self, passage: Passage) -> None:
        """Count the next passage."""
        offsets = self._paragraphs(passage)
        addresses = self._addresses_in(passage, offsets)
        if offsets and not passage.text[offsets[-1] :].strip() and self._is_blank_tail(passage, addresses[-1]):
            offsets.pop()
            addresses.pop()
        counted = len(self._starts)
        for index, offset in enumerate(offsets[: max(0, MOST_TITLES - counted)]):
            level = self._titles.get(addresses[index])
            if level and not self._is_said(addresses[index]):
                self._headings.append(
                    OutlineEntry(counted + index, addresses[index], level, _line(passage.text, offset).strip())
                )
        for offset, line in self._candidates(passage, offsets):
            level = self._rules.level_of(line)
            if level:
                index = bisect_left(offsets, offset)
                if not self._is_said(addresses[index]):
                    self._headings.append(OutlineEntry(counted + index, addresses[index], level, line.strip()))
        self._add_made(passage, offsets, addresses)
        self._starts.fromlist(addresses)
        self._damaged += passage.text.count("\ufffd")
        self._characters += len("".join(passage.text.split()))
        self._is_line_start = passage.text.endswith(("\r", "\n"))
        self.scanned = passage.end

    def outline(self, is_complete: bool) -> Outline:
        """What is counted so far, as a value that no longer changes."""
        return Outline(self._starts[:], tuple(self._headings), self._characters, is_complete, self._damaged)

    def _is_said(self, address: int) -> bool:
        """Whether the reader has said what the line at an address is."""
        return address in self._rules.made or address in self._rules.unmade

    def _add_made(self, passage: Passage, offsets: list[int], addresses: list[int]) -> None:
        """Count the lines that the reader has made headings, each in its place."""
        counted = len(self._starts)
        for address in sorted(self._rules.made):
            index = bisect_left(addresses, address)
            if address in self._rules.unmade or index == len(addresses) or addresses[index] != address:
                continue
            line = _line(passage.text, offsets[index])
            if len(line) <= LONGEST_MADE:
                entry = OutlineEntry(counted + index, address, self._rules.made[address], line.strip())
                insort(self._headings, entry, key=lambda one: one.address)

    def _paragraphs(self, passage: Passage) -> list[int]:
        """The offsets at which paragraphs start, ascending, and that behind the last line break."""
        text = passage.text
        offsets: list[int] = []
        begin = 0
        if self._is_line_start:
            begin = _LEADING_BREAKS.match(text).end()  # type: ignore[union-attr] # it matches the empty string
            if begin > _FEWEST:
                offsets += self._long_blanks(passage, 0, begin)
            offsets.append(begin)
        for match in _BREAKS.finditer(text, begin):
            start, end = match.span()
            if end - start > _FEWEST:
                offsets += self._long_blanks(passage, start, end)
            offsets.append(end)
        return offsets

    def _is_blank_tail(self, passage: Passage, address: int) -> bool:
        """Whether nothing but white space from ``address`` to the passage's end means that no paragraph starts there.

        Either the next passage starts there, or the text is over: unless the white space is too long to be blank.
        """
        return address == passage.end or (passage.end == self._size and passage.end - address <= LONGEST)

    def _long_blanks(self, passage: Passage, start: int, end: int) -> list[int]:
        """Where lines start in a run of white space that are too long to count as blank."""
        spans = [match.span() for match in _PERHAPS_LONG.finditer(passage.text, start, end)]
        addresses = self._addresses_in(passage, [offset for span in spans for offset in span])
        return [
            span[0]
            for span, first, last in zip(spans, addresses[::2], addresses[1::2], strict=True)
            if last - first > LONGEST
        ]

    def _candidates(self, passage: Passage, offsets: list[int]) -> Iterator[tuple[int, str]]:
        """Offsets of lines that may be headings, and the lines."""
        if self._is_line_start and offsets[:1] == [0]:
            yield 0, _line(passage.text, 0)
        for match in self._rules.candidate.finditer(passage.text):
            if match.end() < len(passage.text) or passage.end == self._size:
                yield match.start(1), match[1]


def _line(text: str, offset: int) -> str:
    """The line that starts at ``offset``."""
    return text[offset : _BREAK.search(text, offset).start()]  # type: ignore[union-attr] # the end of the text matches
