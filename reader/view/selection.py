"""Selected text: two places of the source, and what stands between them as it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.convert.conversion import Conversion
from reader.model.block import Block
from reader.model.document import Document
from reader.model.position import Position, Range, Span
from reader.view.part import own_part


@dataclass(frozen=True, slots=True)
class Selection:
    """A selection and its direction.

    Attributes:
        anchor: where it was begun.
        cursor: where it ends now.
    """

    anchor: Position
    cursor: Position

    @property
    def range(self) -> Range:
        """What is selected."""
        return Range.between(self.anchor, self.cursor)


def source_span(selected: Range, block: Block) -> Span | None:
    """The code points of a block's text that a range holds, or None."""
    if selected.end.block < block.start or selected.start.block >= block.end:
        return None
    start = selected.start.offset if selected.start.block >= block.start else 0
    end = selected.end.offset if selected.end.block < block.end else len(block.text)
    start, end = min(start, len(block.text)), min(end, len(block.text))
    return Span(start, end) if start < end else None


def shown_lines(document: Document, convert: Callable[[Block], Conversion], selected: Range) -> Iterator[str]:
    """What the page shows of a range: a string for each piece, paragraphs ending in a line feed but the last.

    The white space at the ends of a paragraph, which the page does not show, is left out.
    """
    block: Block | None = document.block_at(selected.start.block)
    while block is not None and block.start <= selected.end.block:
        span = source_span(selected, block)
        is_over = selected.end.block < block.end
        if span is not None:
            conversion = convert(block)
            part = own_part(block, conversion)
            held = part.display_span(span)
            if held is not None:
                yield conversion.text[part.shown.start + held.start : part.shown.start + held.end]
        if block.is_last and not is_over:
            yield "\n"
        block = None if is_over else document.block_after(block)
