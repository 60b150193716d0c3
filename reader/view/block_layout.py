"""One block laid out in lines, and the way between its characters and the places of the document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from reader.convert.conversion import Conversion
from reader.model.block import Block
from reader.model.position import Position, Span
from reader.view.page_style import BlockStyle
from reader.view.utf16 import Utf16Map
from reader.view.visible_text import visible

#: Half a pixel of grace: Qt measures in 1/64 pixel, and a line of whole ems must not lose its last character to that.
_GRACE = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one block's shown text within a layout.

    Attributes:
        block: where it comes from.
        conversion: of the block's text.
        shown: which code points of the shown text stand here.
        at: the code point of the layout's text at which they start.
    """

    block: Block
    conversion: Conversion
    shown: Span
    at: int

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
    """The whole of a block, without the white space at its ends: the page has its own indent."""
    text = conversion.text
    start = len(text) - len(text.lstrip()) if block.is_first else 0
    end = len(text.rstrip()) if block.is_last else len(text)
    return Part(block, conversion, Span(start, max(start, end)), 0)


class BlockLayout:
    """The lines of a block. Immutable once built. Vertical numbers are whole pixels from the layout's top.

    A paragraph that is held in pieces reads as one: the last line of a piece is *carried* into the layout of the next,
    which begins with it. So ``parts`` holds one block, or the end of the block before and then this one.

    Attributes:
        block: the block whose layout it is.
        parts: what it shows, in order.
        height: of everything, space above and below included.
        count: how many lines it shows; the carried one is not among them.
        carry: the parts of the line that the next layout begins with.
        size: code points, to bound a cache by.
    """

    __slots__ = (
        "_bottoms",
        "_layout",
        "_map",
        "_starts",
        "_tops",
        "block",
        "carry",
        "count",
        "em",
        "height",
        "parts",
        "size",
    )

    def __init__(self, parts: tuple[Part, ...], style: BlockStyle, width: float, is_carrying: bool) -> None:
        """Lay ``parts`` out, the last of which is the block's own.

        Args:
            parts: in reading order, ``at`` counted from the layout's start.
            style: of the block.
            width: of the column, in pixels.
            is_carrying: whether the last line, if it is not the only one, goes to the next layout.
        """
        text = "".join(part.text for part in parts)
        self.parts = parts
        self.block = parts[-1].block
        self.size = len(text)
        self.em = style.font.pixelSize()
        self._map = Utf16Map(text)
        self._layout = _broken_into_lines(text, style, width)
        self._starts = [self._layout.lineAt(index).textStart() for index in range(self._layout.lineCount())]
        self.count = len(self._starts)
        self.carry: tuple[Part, ...] = ()
        if is_carrying and self.count > 1:
            self.count -= 1
            self.carry = self._parts_from(self._map.to_code_points(self._starts[-1]))
        self._tops, self._bottoms = self._place_lines(style, width)
        self.height = (self._bottoms[-1] if self._bottoms else style.before + style.slot) + style.after

    def line_top(self, line: int) -> int:
        """The top of a line's slot; of the line behind the last, the bottom of that."""
        return self._tops[line] if line < self.count else self._bottoms[-1] if self.count else 0

    def line_bottom(self, line: int) -> int:
        """The bottom of a line's slot."""
        return self._bottoms[line]

    def line_at(self, y: float) -> int:
        """The line whose slot holds ``y``, or the nearest one."""
        return max(0, bisect_right(self._tops, y) - 1)

    def line_of(self, offset: int) -> int:
        """The line that holds a code point of the layout's text."""
        return max(0, min(bisect_right(self._starts, self._map.to_units(offset)), self.count) - 1)

    def line_span(self, line: int) -> Span:
        """The code points of the layout's text that a line holds."""
        if not self.count:
            return Span(0, 0)
        end = self._starts[line + 1] if line + 1 < len(self._starts) else self._map.to_units(self.size)
        return Span(self._map.to_code_points(self._starts[line]), self._map.to_code_points(end))

    @property
    def text(self) -> str:
        """What stands in the lines, with the signs that the page shows."""
        return self._shown_text[: self.line_span(self.count - 1).end] if self.count else ""

    def offset_at(self, line: int, x: float, is_on_character: bool = False) -> int:
        """The code point of the layout's text nearest to ``x`` in a line.

        Args:
            line: of the layout.
            x: pixels from the column's left edge.
            is_on_character: whether the character under ``x`` is wanted, not the nearest gap.
        """
        if not self.count:
            return 0
        edge = (
            QTextLine.CursorPosition.CursorOnCharacter
            if is_on_character
            else QTextLine.CursorPosition.CursorBetweenCharacters
        )
        unit = self._layout.lineAt(line).xToCursor(x, edge)
        span = self.line_span(line)
        offset = self._map.to_code_points(unit)
        if offset == span.end and offset > span.start and (line + 1 < self.count or self.carry):
            # The end of a wrapped line is also the start of the next: keep the place on the line that was pointed at.
            offset -= 1 if is_on_character else 0
        return offset

    def position_at(self, offset: int) -> Position:
        """The place of a code point of the layout's text."""
        part = next((part for part in self.parts if offset < part.end), self.parts[-1])
        return part.position_at(offset)

    def offset_of(self, position: Position) -> int | None:
        """The code point of the layout's text for a place; None if it is shown in another layout."""
        for part in self.parts:
            if part.block.start == position.block:
                offset = part.offset_of(position.offset)
                if part is self.parts[-1] and self.carry and offset >= self.line_span(self.count - 1).end:
                    return None
                return offset
        return None

    def x_at(self, line: int, offset: int) -> float:
        """Where a code point of the layout's text begins, in pixels from the column's left edge."""
        return _x_of(self._layout.lineAt(line), self._map.to_units(offset))

    def rectangles(self, span: Span) -> list[tuple[int, QRectF]]:
        """Lines that show code points of ``span``, and where: natural text width by the line's slot."""
        found = []
        if self.count and span.start < span.end:
            for line in range(self.line_of(span.start), self.line_of(span.end - 1) + 1):
                held = self.line_span(line)
                start, end = max(span.start, held.start), min(span.end, held.end)
                if start < end:
                    left, right = self.x_at(line, start), self.x_at(line, end)
                    top = self._tops[line]
                    found.append((line, QRectF(left, top, right - left, self._bottoms[line] - top)))
        return found

    def base_line(self, line: int) -> float:
        """Where the characters of a line stand."""
        text_line = self._layout.lineAt(line)
        return text_line.y() + text_line.ascent()

    def draw_line(self, painter: QPainter, line: int, origin: QPointF) -> None:
        """Draw one line of a layout whose top left corner is at ``origin``."""
        self._layout.lineAt(line).draw(painter, origin)

    @property
    def _shown_text(self) -> str:
        return "".join(part.text for part in self.parts)

    def _parts_from(self, offset: int) -> tuple[Part, ...]:
        """The parts of everything from a code point on, counted from there."""
        carried = []
        for part in self.parts:
            if part.end > offset:
                skipped = max(0, offset - part.at)
                shown = Span(part.shown.start + skipped, part.shown.end)
                carried.append(replace(part, shown=shown, at=part.at + skipped - offset))
        return tuple(carried)

    def _place_lines(self, style: BlockStyle, width: float) -> tuple[list[int], list[int]]:
        """Stand every line in the middle of its slot; a line with glyphs taller than the font's own takes more room."""
        metrics = QFontMetricsF(style.font)
        tops, bottoms = [], []
        top = style.before
        for index in range(self.count):
            line = self._layout.lineAt(index)
            above = max(0.0, line.ascent() - metrics.ascent())
            below = max(0.0, line.descent() - metrics.descent())
            bottom = top + style.slot + ceil(above + below)
            base = top + (style.slot - metrics.height()) / 2 + metrics.ascent() + above
            x = (width - line.naturalTextWidth()) / 2 if style.is_centred else line.x()
            line.setPosition(QPointF(x, base - line.ascent()))
            tops.append(top)
            bottoms.append(bottom)
            top = bottom
        return tops, bottoms


def _broken_into_lines(text: str, style: BlockStyle, width: float) -> QTextLayout:
    """The text in lines as wide as the column, the first one indented."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout = QTextLayout(text, style.font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    indent = min(style.indent, width / 2)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - indent + _GRACE)
        line.setPosition(QPointF(indent, 0))
        indent = 0.0
    layout.endLayout()
    return layout


def _x_of(line: QTextLine, unit: int) -> float:
    # PySide6 returns the place and the unit it belongs to; its stubs say less.
    found: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
    return found[0]


def with_offsets(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The same parts, one behind the other from 0."""
    at = 0
    placed = []
    for part in parts:
        placed.append(replace(part, at=at))
        at += len(part.shown)
    assert all(one.end == other.at for one, other in pairwise(placed))
    return tuple(placed)
