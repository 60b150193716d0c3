"""Places in a document. The source text is the only coordinate system.

An *address* is a plain ``int``: for a text file, the byte offset of a character. It needs no index, it grows in reading
order, and it stays true while the rest of the file is still being counted. A ``Position`` says the same place as a
block and a code point inside it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place between two characters.

    Attributes:
        block: the address at which the block starts.
        offset: code points from the start of the block's text.
    """

    block: int
    offset: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch ``[start, end)`` of code points inside one text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Half-open stretch of a document, ``start <= end``; may cross blocks."""

    start: Position
    end: Position

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"not a range: {self.start}..{self.end}")

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies between the two ends."""
        return self.start == self.end

    @staticmethod
    def between(one: Position, other: Position) -> Range:
        """The range between two positions given in either order."""
        return Range(min(one, other), max(one, other))
