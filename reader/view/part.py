"""A stretch of one block's shown text, where it stands in a layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.convert.conversion import Conversion
from reader.model.block import Block, BlockKind
from reader.model.position import Position, Span
from reader.view.visible_text import visible

#: White space within a cell.
_BLANKS = " \u3000\xa0"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one block's shown text within a layout.

    Attributes:
        block: where it comes from.
        conversion: of the block's text.
        shown: which code points of the shown text stand here.
        at: the code point of the layout's text at which they start.
        readings: what is to stand beside each code point of the shown text, empty for nothing; no items where nothing
            stands beside any.
    """

    block: Block
    conversion: Conversion
    shown: Span
    at: int
    readings: Sequence[str] = ()

    @property
    def end(self) -> int:
        """The code point of the layout's text behind the part."""
        return self.at + len(self.shown)

    @property
    def text(self) -> str:
        """The characters, fit for Qt."""
        return visible(self.conversion.text[self.shown.start : self.shown.end])

    def position_at(self, offset: int) -> Position:
        """The place of a code point of the layout's text."""
        shown = min(max(offset, self.at), self.end) - self.at + self.shown.start
        return Position(self.block.start, self.conversion.alignment.to_source(shown))

    def offset_of(self, source: int) -> int:
        """The code point of the layout's text for one of the block's, brought within the part."""
        shown = self.conversion.alignment.to_shown(min(max(source, 0), len(self.block.text)))
        return min(max(shown, self.shown.start), self.shown.end) - self.shown.start + self.at

    def display_span(self, source: Span) -> Span | None:
        """The code points of the layout's text for a span of the block's; None if none of them stands here."""
        shown = self.conversion.alignment.shown_span(source)
        start, end = max(shown.start, self.shown.start), min(shown.end, self.shown.end)
        if start >= end:
            return None
        return Span(start - self.shown.start + self.at, end - self.shown.start + self.at)


def own_part(block: Block, conversion: Conversion) -> Part:
    """The whole of a block, without the white space at its ends: the page has its own indent. Code keeps its own.

    A tab at the start of a table's row stays: it stands for an empty first cell.
    """
    text = conversion.text
    if block.kind is BlockKind.CODE:
        return Part(block, conversion, Span(0, len(text)), 0)
    is_kept = block.kind is BlockKind.TABLE_ROW and text.strip()
    start = len(text) - len(text.lstrip(_BLANKS if is_kept else None)) if block.is_first else 0
    end = len(text.rstrip()) if block.is_last else len(text)
    return Part(block, conversion, Span(start, max(start, end)), 0)


def with_offsets(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The same parts, one behind the other from 0."""
    at = 0
    placed = []
    for part in parts:
        placed.append(replace(part, at=at))
        at += len(part.shown)
    assert all(one.end == other.at for one, other in pairwise(placed))
    return tuple(placed)
