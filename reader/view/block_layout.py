"""One block laid out in lines, and the way between its characters and the places of the document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from reader.model.position import Position, Span
from reader.view.axes import WritingMode
from reader.view.page_style import BlockStyle
from reader.view.part import Part
from reader.view.ruby import rubies_of
from reader.view.ruby_lines import RubyLines
from reader.view.text_setting import set_text
from reader.view.vertical.cell import DOWN

#: The most code points that are carried where there is but one line: more than a column shows in it.
_CARRIED = 500


class BlockLayout:
    """The lines of a block. Immutable once built. Vertical numbers are whole pixels from the layout's top.

    A paragraph that is held in pieces reads as one: the last line of a piece is *carried* into the layout of the next,
    which begins with it. So ``parts`` holds one block, or the end of the block before and then this one. A piece that
    is shorter than a line shows none and has no height: all of it is carried.

    Attributes:
        block: the block whose layout it is.
        parts: what it shows, in order.
        height: of everything, space above and below included.
        count: how many lines it shows; the carried one is not among them.
        carry: the parts of the line that the next layout begins with.
        size: code points, to bound a cache by.
        style: of the block.
    """

    __slots__ = (
        "_bases",
        "_bottoms",
        "_lines",
        "_rubies",
        "_starts",
        "_tops",
        "block",
        "carry",
        "count",
        "em",
        "height",
        "parts",
        "size",
        "style",
    )

    def __init__(self, parts: tuple[Part, ...], style: BlockStyle, width: float, is_carrying: bool) -> None:
        """Lay ``parts`` out, the last of which is the block's own.

        Args:
            parts: in reading order, ``at`` counted from the layout's start.
            style: of the block.
            width: of the column, in pixels.
            is_carrying: whether the last line goes to the next layout. One that is not the first does; the first where
                it is no longer than a line can be, so that characters without a width do not come together without end.
        """
        text = "".join(part.text for part in parts)
        self.parts = parts
        self.block = parts[-1].block
        self.size = len(text)
        self.em = style.font.pixelSize()
        rubies = rubies_of(parts)
        self._lines = set_text(parts, text, style, width, self.block.is_last, rubies)
        self._rubies = RubyLines(rubies, style) if rubies else None
        self._starts = [self._lines.span(line).start for line in range(self._lines.count)]
        self.count = self._lines.count
        self.carry: tuple[Part, ...] = ()
        if is_carrying and (self.count > 1 or self.size <= _CARRIED):
            self.count -= 1
            self.carry = self._parts_from(self._starts[-1])
        self.style = style
        self._tops, self._bottoms, self._bases = self._place_lines(style, width)
        self.height = self._bottoms[-1] + style.after if self.count else 0

    def line_top(self, line: int) -> int:
        """The top of a line's slot; of the line behind the last, the bottom of that."""
        return self._tops[line] if line < self.count else (self._bottoms or [0])[-1]

    def line_bottom(self, line: int) -> int:
        """The bottom of a line's slot."""
        return self._bottoms[line]

    def line_at(self, y: float) -> int:
        """The line whose slot holds ``y``, or the nearest one."""
        return max(0, bisect_right(self._tops, y) - 1)

    def line_of(self, offset: int) -> int:
        """The line that holds a code point of the layout's text."""
        return max(0, min(bisect_right(self._starts, offset), self.count) - 1)

    def line_span(self, line: int) -> Span:
        """The code points of the layout's text that a line holds."""
        return self._lines.span(line)

    @property
    def end(self) -> int:
        """The code point of the layout's text behind its last line."""
        return self.line_span(self.count - 1).end if self.count else 0

    @property
    def begins_paragraph(self) -> bool:
        """Whether its first line is the paragraph's."""
        start = self.parts[0].position_at(0)
        return self.parts[0].block.is_first and not self.parts[0].block.text[: start.offset].strip()

    @property
    def text(self) -> str:
        """What stands in the lines, with the signs that the page shows."""
        return "".join(part.text for part in self.parts)[: self.end]

    def offset_at(self, line: int, x: float, is_on_character: bool = False) -> int:
        """The code point of the layout's text nearest to ``x`` in a line.

        Args:
            line: of the layout.
            x: pixels from the column's left edge.
            is_on_character: whether the character under ``x`` is wanted, not the nearest gap.
        """
        return self._lines.offset_at(line, x, is_on_character)

    def offset_beside(self, offset: int, is_forward: bool) -> int:
        """The next (or previous) code point between two characters as the reader sees them; ``offset`` at the ends."""
        return self._lines.beside(offset, is_forward)

    def position_at(self, offset: int) -> Position:
        """The place of a code point of the layout's text."""
        part = next((part for part in self.parts if offset < part.end), self.parts[-1])
        return part.position_at(offset)

    def offset_of(self, position: Position) -> int | None:
        """The code point of the layout's text for a place; None if it is shown in another layout."""
        for part in self.parts:
            if part.block.start == position.block:
                offset = part.offset_of(position.offset)
                return None if self.carry and offset >= self.end else offset
        return None

    def x_at(self, line: int, offset: int) -> float:
        """Where a code point of the layout's text begins, in pixels from the column's left edge."""
        return self._lines.x_at(line, offset)

    def rectangles(self, span: Span) -> list[tuple[int, QRectF]]:
        """Lines that show code points of ``span``, and where: natural text width by the line's slot.

        A line with text that runs from right to left may show them in several places.
        """
        found = []
        if span.start < span.end and self.count:
            for line in range(self.line_of(span.start), self.line_of(span.end - 1) + 1):
                held = self.line_span(line)
                start, end = max(span.start, held.start), min(span.end, held.end)
                if start < end:
                    top, bottom = self._tops[line], self._bottoms[line]
                    for left, right in self._lines.stretches(line, start, end):
                        found.append((line, QRectF(left, top, right - left, bottom - top)))
        return found

    def base_line(self, line: int) -> float:
        """Where the characters of a line stand."""
        return self._bases[line]

    def draw_line(self, painter: QPainter, line: int, origin: QPointF) -> None:
        """Draw one line of a layout whose top left corner is at ``origin``."""
        base = QPointF(origin.x(), origin.y() + self._bases[line])
        self._lines.draw(painter, line, base)
        if self._rubies is not None:
            self._rubies.draw(painter, line, self._lines, base)

    def _parts_from(self, offset: int) -> tuple[Part, ...]:
        """The parts of everything from a code point on, counted from there."""
        carried = []
        for part in self.parts:
            if part.end > offset:
                skipped = max(0, offset - part.at)
                shown = Span(part.shown.start + skipped, part.shown.end)
                carried.append(replace(part, shown=shown, at=part.at + skipped - offset))
        return tuple(carried)

    def _place_lines(self, style: BlockStyle, width: float) -> tuple[list[int], list[int], list[float]]:
        """Stand every line in the middle of its slot; a line with ink taller than the font's own takes more room."""
        # What stands over characters has its room over their squares.
        is_square = style.mode is WritingMode.VERTICAL or style.over > 0
        height, ascent = _square(style.font) if is_square else _font_lines(style.font)
        tops, bottoms, bases = [], [], []
        top = style.before
        for line in range(self.count):
            above, below = self._lines.reach(line)
            bottom = top + style.slot + ceil(above + below)
            if style.is_centred:
                self._lines.move(line, (width - self._lines.width(line)) / 2)
            tops.append(top)
            bottoms.append(bottom)
            bases.append(top + (style.slot - height + style.over) / 2 + ascent + above)
            top = bottom
        return tops, bottoms, bases


def _font_lines(font: QFont) -> tuple[float, float]:
    """From the upper to the lower line of a font, and from the upper to the base line."""
    metrics = QFontMetricsF(font)
    return metrics.height(), metrics.ascent()


def _square(font: QFont) -> tuple[float, float]:
    """The same of the square of a Han character."""
    em = font.pixelSize()
    return em, em * DOWN
