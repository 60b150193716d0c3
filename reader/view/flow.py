"""Which layouts stand where: the page hangs on one block, and everything else follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.block import Block
from reader.model.position import Position
from reader.view.block_layout import BlockLayout
from reader.view.layouts import Layouts


@dataclass(frozen=True, slots=True)
class Placed:
    """A layout and the pixel row of the viewport at which it begins; negative where it begins above."""

    top: int
    layout: BlockLayout


class Flow:
    """The blocks that stand in the viewport, found from an anchor and never from a table of heights.

    The anchor is the first block of which anything is visible, and the row at which it begins (never below 0). So
    scrolling costs what comes into sight, and what is still unknown of the rest of the document cannot move anything.

    Attributes:
        height: of the viewport, in pixels.
    """

    def __init__(self, layouts: Layouts, height: int) -> None:
        self.height = height
        self._layouts = layouts
        self._document = layouts.content.document
        self._anchor = layouts.first
        self._top = 0
        self._end_address: float | None = None

    def placed(self) -> Iterator[Placed]:
        """The layouts in the viewport, from top to bottom."""
        block: Block | None = self._anchor
        top = self._top
        while block is not None and top < self.height:
            layout = self._layouts.of(block)
            yield Placed(top, layout)
            top += layout.height
            block = self._document.block_after(block)

    def go_to(self, position: Position, at: int = 0) -> None:
        """Bring the line that holds a place to the row ``at`` of the viewport, as far as the document's ends allow."""
        layout, offset = self._layouts.holding(position)
        self._anchor = layout.block
        self._top = at - layout.line_top(layout.line_of(offset))
        if layout.block.start == self._first and at == 0 and layout.line_of(offset) == 0:
            # The first line shows the space above it, too.
            self._top = 0
        self._settle()

    def go_to_address(self, address: float) -> None:
        """Bring an address to the top, to the pixel: the inverse of ``top_address``."""
        whole = int(address)
        position = self._document.position_of(whole)
        layout, offset = self._layouts.holding(position)
        line = layout.line_of(offset)
        start, end = self._addresses(layout, line)
        top, bottom = self._line_rows(layout, line)
        share = (address - start) / (end - start) if end > start else 0.0
        self._anchor = layout.block
        self._top = -round(top + min(1.0, max(0.0, share)) * (bottom - top))
        self._settle()

    def scroll_by(self, rows: int) -> int:
        """Move the text up by ``rows`` pixels (down if negative); how far it really moved."""
        before = self._mark()
        self._top -= rows
        self._settle()
        return self._rows_since(before, rows)

    def top_position(self) -> Position:
        """The first character of the first line of which at least half is visible."""
        placed, line = self._top_line()
        top, bottom = placed.layout.line_top(line), placed.layout.line_top(line + 1)
        if placed.top + (top + bottom) / 2 < 0 and line + 1 < placed.layout.count:
            line += 1
        return placed.layout.position_at(placed.layout.line_span(line).start)

    def top_offset(self, position: Position) -> int:
        """The row of the viewport at which the line of a place near its top begins."""
        layout, offset = self._layouts.holding(position)
        for placed in self.placed():
            if placed.layout.block.start == layout.block.start:
                return placed.top + layout.line_top(layout.line_of(offset))
        return 0

    def top_address(self) -> float:
        """The address of the viewport's upper edge, with the fraction of a line that is out of sight."""
        placed, line = self._top_line()
        if placed.top >= 0 and placed.layout.block.start == self._first:
            return 0.0
        start, end = self._addresses(placed.layout, line)
        top, bottom = self._line_rows(placed.layout, line)
        share = (-placed.top - top) / (bottom - top)
        return start + min(1.0, max(0.0, share)) * (end - start)

    def end_address(self) -> float:
        """``top_address`` when the document's end is in sight: the end of the scrollbar."""
        if self._end_address is None:
            self._end_address = self._end_flow().top_address()
        return self._end_address

    @property
    def is_end_known(self) -> bool:
        """Whether ``end_address`` costs nothing any more."""
        return self._end_address is not None

    def go_to_start(self) -> None:
        """Bring the document's first line into sight."""
        self._anchor, self._top = self._layouts.first, 0

    def go_to_end(self) -> None:
        """Bring the document's last line into sight."""
        self._anchor = self._document.block_at(max(0, self._document.size - 1))
        self._top = self.height - self._layouts.of(self._anchor).height
        self._settle()

    def layout_at(self, y: float) -> Placed:
        """The layout at a row of the viewport, or the nearest one."""
        found: Placed | None = None
        for placed in self.placed():
            found = placed
            if y < placed.top + placed.layout.height:
                break
        assert found is not None
        return found

    def turn_page(self, is_down: bool) -> int:
        """Scroll by a page that begins with a whole line and repeats one line of the page before; how far it moved."""
        edges = list(self._line_edges())
        if is_down:
            below = [top for top, _ in edges if top > 0]
            whole = [top for top, bottom in edges if top > 0 and bottom <= self.height]
            # Where no second line is whole there is none to repeat: the next one comes to the top.
            return self.scroll_by(whole[-1] if whole else below[0] if below else self.height)
        repeated = next((bottom for top, bottom in edges if top >= 0 and bottom < self.height), 0)
        moved = self.scroll_by(repeated - self.height)
        slack = next((top for top, _ in self._line_edges() if top >= 0), 0)
        if self._top >= 0 or slack >= -moved:
            return moved
        return moved + self.scroll_by(slack)

    def _end_flow(self) -> Flow:
        """A flow of the same kind at the document's end."""
        end = Flow(self._layouts, self.height)
        end.go_to_end()
        return end

    @property
    def _first(self) -> int:
        return self._layouts.first.start

    def _line_edges(self) -> Iterator[tuple[int, int]]:
        """The rows at which the lines in the viewport begin and end."""
        for placed in self.placed():
            layout = placed.layout
            for line in range(layout.count):
                yield placed.top + layout.line_top(line), placed.top + layout.line_bottom(line)

    def _settle(self) -> None:
        """Make the anchor the first block in sight again, and leave no emptiness above or below the text."""
        self._anchor_upwards()
        self._anchor_downwards()
        missing = self.height - self._bottom_if_near()
        if missing > 0:
            self._top += missing
            self._anchor_upwards()
            self._anchor_downwards()

    def _anchor_upwards(self) -> None:
        while self._top > 0:
            before = self._document.block_before(self._anchor)
            if before is None:
                self._top = 0
                return
            self._anchor = before
            self._top -= self._layouts.of(before).height

    def _anchor_downwards(self) -> None:
        while (height := self._layouts.of(self._anchor).height) <= -self._top:
            after = self._document.block_after(self._anchor)
            if after is None:
                return
            self._anchor = after
            self._top += height

    def _bottom_if_near(self) -> int:
        """The row behind the document's last line if it is in sight, else the viewport's height."""
        block: Block | None = self._anchor
        bottom = self._top
        while block is not None:
            bottom += self._layouts.of(block).height
            if bottom >= self.height:
                return self.height
            block = self._document.block_after(block)
        return bottom

    def _top_line(self) -> tuple[Placed, int]:
        """The layout and the line at the viewport's upper edge."""
        placed = Placed(self._top, self._layouts.of(self._anchor))
        return placed, placed.layout.line_at(-self._top)

    def _line_rows(self, layout: BlockLayout, line: int) -> tuple[int, int]:
        """Rows from one line's top to the next one's, so that those of a layout cover it without gaps."""
        top = layout.line_top(line) if line else 0
        bottom = layout.line_top(line + 1) if line + 1 < layout.count else layout.height
        return top, max(top + 1, bottom)

    def _addresses(self, layout: BlockLayout, line: int) -> tuple[int, int]:
        """The addresses at which a line begins and at which the next one does."""
        span = layout.line_span(line)
        start = self._document.address_of(layout.position_at(span.start))
        if line + 1 < layout.count or layout.carry:
            return start, self._document.address_of(layout.position_at(span.end))
        return start, layout.block.end

    def _mark(self) -> tuple[Block, int]:
        return self._anchor, self._top

    def _rows_since(self, mark: tuple[Block, int], wanted: int) -> int:
        """How many rows the anchor has moved from ``mark``, where ``wanted`` says which way to look."""
        block, top = mark
        first, last = (block, self._anchor) if block.start <= self._anchor.start else (self._anchor, block)
        rows = 0
        while first.start < last.start:
            rows += self._layouts.of(first).height
            after = self._document.block_after(first)
            if after is None:
                return wanted
            first = after
        return top - self._top + (rows if block.start <= self._anchor.start else -rows)
