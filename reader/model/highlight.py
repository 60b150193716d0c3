"""Words that the reader has coloured."""

from __future__ import annotations

from dataclasses import dataclass

#: How many colours the palette of keyword highlights has (``reader.ui.theme`` gives each theme's values).
PALETTE_SIZE = 8


@dataclass(frozen=True, slots=True)
class HighlightRule:
    """A keyword and how it is shown.

    Attributes:
        text: the word as the reader typed it, in any script; matched on the folded key.
        colour: index into the palette, ``0 <= colour < PALETTE_SIZE``.
        is_on: whether it is drawn.
    """

    text: str
    colour: int
    is_on: bool = True

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a keyword needs a character")
        if not 0 <= self.colour < PALETTE_SIZE:
            raise ValueError(f"no such colour: {self.colour}")
