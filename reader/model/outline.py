"""The outline of a document: where its paragraphs start, and which of them are headings."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading.

    Attributes:
        paragraph: number of the paragraph, from 0.
        address: where it starts.
        level: depth from 1.
        text: the heading as written.
    """

    paragraph: int
    address: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Outline:
    """Every paragraph's address and every heading, in reading order.

    Attributes:
        starts: addresses of the paragraphs, ascending; paragraph ``i`` is shown to the reader as ¶ ``i + 1``.
        headings: the headings among them, ascending.
        characters: code points of the whole text, white space not counted.
        damaged: replacement characters among them: most stand for bytes that are no text in the file's encoding.
        is_complete: False while the rest of the file is still being counted.
    """

    starts: array[int] = field(default_factory=lambda: array("Q"))
    headings: tuple[OutlineEntry, ...] = ()
    characters: int = 0
    is_complete: bool = False
    damaged: int = 0

    def paragraph_at(self, address: int) -> int | None:
        """The number of the paragraph that holds ``address``, or None where it is not counted yet."""
        number = bisect_right(self.starts, address) - 1
        if number < 0:
            return 0 if self.starts else None
        if number == len(self.starts) - 1 and not self.is_complete:
            return None
        return number

    def heading_at(self, address: int) -> int | None:
        """The index of the heading under which ``address`` stands, or None before the first."""
        index = bisect_right(self.headings, address, key=lambda entry: entry.address) - 1
        return index if index >= 0 else None
