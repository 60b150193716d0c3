"""The way from a place to the one beside it, above it or below it, as the page shows them."""

from __future__ import annotations

from reader.model.block import Block
from reader.model.position import Position
from reader.view.block_layout import BlockLayout
from reader.view.layouts import Layouts


class Caret:
    """Moves places by what the reader sees as a character, and by lines.

    What the page does not show is stepped over: white space at the ends of a paragraph, the inside of a character that
    is written with several code points. From line to line it keeps to the column in which it set out.
    """

    def __init__(self, layouts: Layouts) -> None:
        self._layouts = layouts
        self._document = layouts.content.document
        #: Where the last step from line to line led, and the column that was wanted there, in pixels.
        self._column: tuple[Position, float] | None = None

    def beside(self, position: Position, is_forward: bool) -> Position:
        """The place behind the next character, or before the one before; the same at the document's ends."""
        layout, offset = self._layouts.holding(position)
        found = position
        while found == position:
            if offset == (layout.end if is_forward else 0):
                block = self._neighbour(layout, is_forward)
                if block is None:
                    return position
                is_new_paragraph = block.is_first if is_forward else block.is_last
                layout = self._layouts.of(block)
                offset = 0 if is_forward else layout.end
                if not is_new_paragraph:
                    continue
            else:
                offset = layout.offset_beside(offset, is_forward)
            found = layout.position_at(offset)
        return found

    def below(self, position: Position, lines: int) -> Position:
        """The place in the same column so many lines further down (or up); the line's end where it is shorter."""
        layout, offset = self._layouts.holding(position)
        line = layout.line_of(offset)
        column = layout.x_at(line, offset)
        if self._column is not None and self._column[0] == position:
            column = self._column[1]
        line += lines
        is_forward = lines > 0
        while not 0 <= line < layout.count:
            block = self._neighbour(layout, is_forward)
            if block is None:
                if not layout.count:
                    # Before the first line there is only what is shown in it.
                    return position
                line = layout.count - 1 if is_forward else 0
                break
            passed = layout
            layout = self._layouts.of(block)
            line += -passed.count if is_forward else layout.count
        found = layout.position_at(layout.offset_at(line, column))
        self._column = (found, column)
        return found

    def _neighbour(self, layout: BlockLayout, is_forward: bool) -> Block | None:
        return self._document.block_after(layout.block) if is_forward else self._document.block_before(layout.block)
