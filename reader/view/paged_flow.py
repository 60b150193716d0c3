"""The text in pages: each begins with a line and ends with one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.block import Block
from reader.view.block_layout import BlockLayout
from reader.view.flow import Flow
from reader.view.layouts import Layouts
from reader.view.page_break import LineSlot, page_break

#: Lines beyond a page that tell where it had best end.
_AHEAD = 1


@dataclass(frozen=True, slots=True)
class Start:
    """A line with which a page begins."""

    block: Block
    line: int

    @property
    def key(self) -> tuple[int, int]:
        """What tells which of two comes first."""
        return self.block.start, self.line


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is on one page.

    Attributes:
        start: the line with which it begins.
        top: the row at which the layout of that line begins; not above 0.
        bottom: the row behind its last line.
        following: the line with which the next page begins; None at the document's end.
    """

    start: Start
    top: int
    bottom: int
    following: Start | None


class LeafFlow(Flow):
    """The lines of one page, and no others: its height ends with the last of them."""

    def __init__(self, layouts: Layouts, leaf: Leaf) -> None:
        super().__init__(layouts, leaf.bottom)
        self._anchor, self._top = leaf.start.block, leaf.top


class PagedFlow(Flow):
    """A flow whose top is always the beginning of a line, and that moves on by pages.

    Pages are found from where the reader is, as everything here is: there is no table of them. Going back leads to the
    page that ends where this one begins.

    Attributes:
        leaves: the pages that are side by side, in reading order; at least one.
    """

    def __init__(self, layouts: Layouts, height: int, count: int) -> None:
        """The beginning of the document.

        Args:
            layouts: of the document.
            height: of a page, in rows.
            count: how many pages are side by side.
        """
        super().__init__(layouts, max(1, height))
        self._count = count
        self.leaves = self._leaves_from(Start(self._anchor, 0))

    def go_to_start(self) -> None:
        """Begin with the document's first line."""
        super().go_to_start()
        self._settle()

    def go_to_end(self) -> None:
        """Show the last pages: full ones, unless the document is shorter."""
        self._begin_with(self._start_before(None, self._count))

    def scroll_by(self, rows: int) -> int:
        """Turn a page on or back, however many rows are wanted; at least the page's height if there is one."""
        return self.turn_page(rows > 0)

    def turn_page(self, is_down: bool) -> int:
        """Turn to the next page, or the one before; with two side by side turn both."""
        if is_down:
            following = self.leaves[-1].following
            if following is None:
                return 0
            self._begin_with(following)
            return self.height
        start = self.leaves[0].start
        if start.key == (self._first, 0):
            return 0
        self._begin_with(self._start_before(start, self._count), start)
        return -self.height

    @property
    def is_at_last(self) -> bool:
        """Whether the document's last line is on a page in sight."""
        return self.leaves[-1].following is None

    def _end_flow(self) -> Flow:
        end = PagedFlow(self._layouts, self.height, self._count)
        end.go_to_end()
        return end

    def _settle(self) -> None:
        """Begin with the line that is at the upper edge. Below the document's end there may be emptiness."""
        self._anchor_upwards()
        self._anchor_downwards()
        self._begin_with(Start(self._anchor, self._layouts.of(self._anchor).line_at(-self._top)))

    def _begin_with(self, start: Start, end: Start | None = None) -> None:
        """Show the pages from a line on; up to ``end``, where that comes first, so that turning on leads there."""
        self._anchor, self._top = start.block, self._top_of(start)
        self.leaves = self._leaves_from(start, end)

    def _top_of(self, start: Start) -> int:
        """The row at which the layout of a page's first line begins."""
        if start.key == (self._first, 0):
            # The first page shows the space above its first line, too.
            return 0
        return -self._layouts.of(start.block).line_top(start.line)

    def _leaves_from(self, start: Start, end: Start | None = None) -> tuple[Leaf, ...]:
        leaves = [self._leaf(start, end)]
        while len(leaves) < self._count and (following := leaves[-1].following) not in (None, end):
            leaves.append(self._leaf(following, end))
        return tuple(leaves)

    def _leaf(self, start: Start, end: Start | None = None) -> Leaf:
        """The page that begins with a line, and ends before ``end`` at the latest."""
        top = self._top_of(start)
        slots: list[LineSlot] = []
        starts: list[Start] = []
        beyond = 0
        for row, layout, line in self._lines_from(start, top):
            if end is not None and slots and (layout.block.start, line) >= end.key:
                break
            slots.append(_slot(row, layout, line))
            starts.append(Start(layout.block, line))
            beyond += slots[-1].bottom > self.height
            if beyond > _AHEAD:
                break
        # What stands above the first line takes its part of the page.
        count = page_break(slots, self.height - slots[0].top)
        following = starts[count] if count < len(starts) else end
        return Leaf(start, top, slots[count - 1].bottom, following)

    def _lines_from(self, start: Start, top: int) -> Iterator[tuple[int, BlockLayout, int]]:
        """Row, layout and number of each line from a page's first one on."""
        block: Block | None = start.block
        first = start.line
        while block is not None:
            layout = self._layouts.of(block)
            for line in range(first, layout.count):
                yield top + layout.line_top(line), layout, line
            first = 0
            top += layout.height
            block = self._document.block_after(block)

    def _start_before(self, end: Start | None, count: int) -> Start:
        """The line with which to begin so that after so many pages the next one begins with ``end``; None: nothing."""
        start = self._page_before(end)
        for _ in range(count - 1):
            if start.key == (self._first, 0):
                break
            start = self._page_before(start)
        return start

    def _page_before(self, end: Start | None) -> Start:
        candidates = self._starts_before(end)
        for start in candidates:
            following = self._leaf(start).following
            if following is None or (end is not None and following.key >= end.key):
                return start
        return candidates[-1]

    def _starts_before(self, end: Start | None) -> list[Start]:
        """The lines from which a page could reach ``end``, in reading order: those no more than a page before it."""
        if end is None:
            block: Block | None = self._document.block_at(max(0, self._document.size - 1))
            assert block is not None
            line = self._layouts.of(block).count
        else:
            block, line = end.block, end.line
        found: list[Start] = []
        top, bottom = -self._layouts.of(block).line_top(line), None
        while block is not None:
            layout = self._layouts.of(block)
            for index in reversed(range(line)):
                if bottom is None:
                    bottom = top + layout.line_bottom(index)
                if found and bottom - (top + layout.line_top(index)) > self.height:
                    return found[::-1]
                found.append(Start(block, index))
            block = self._document.block_before(block)
            if block is not None:
                line = self._layouts.of(block).count
                top -= self._layouts.of(block).height
        return found[::-1]


def _slot(row: int, layout: BlockLayout, line: int) -> LineSlot:
    block = layout.block
    return LineSlot(
        row,
        row + layout.line_bottom(line) - layout.line_top(line),
        line == 0 and layout.begins_paragraph,
        line == layout.count - 1 and block.is_last,
        block.is_heading,
    )
