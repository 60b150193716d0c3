"""One block laid out in lines, and the way between its characters and the places of the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from reader.model.position import Position, Span
from reader.view.latin_formats import latin_formats
from reader.view.mark_formats import mark_formats
from reader.view.odd_characters import odd_formats
from reader.view.page_style import BlockStyle
from reader.view.part import Part
from reader.view.utf16 import Utf16Map

#: Half a pixel of grace: Qt measures in 1/64 pixel, and a line of whole ems must not lose its last character to that.
_GRACE = 0.5

#: The narrowest column of a table, in em. More columns than there is room for go on in the next line.
_NARROWEST_CELL = 3

#: Characters that run from right to left, and the controls that make others do so (Unicode Standard Annex 9).
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


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
        style: of the block.
    """

    __slots__ = (
        "_bottoms",
        "_is_mixed",
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
        "style",
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
        self._is_mixed = _RIGHT_TO_LEFT.search(text) is not None
        formats = latin_formats(text, self._map, style.latin_families)
        if any(part.block.marks for part in parts):
            formats += mark_formats(parts, text, self._map)
        formats += odd_formats(parts, self._map, style.font)
        self._layout = _broken_into_lines(text, style, width, formats)
        self._starts = [self._layout.lineAt(index).textStart() for index in range(self._layout.lineCount())]
        self.count = len(self._starts)
        self.carry: tuple[Part, ...] = ()
        if is_carrying and self.count > 1:
            self.count -= 1
            self.carry = self._parts_from(self._map.to_code_points(self._starts[-1]))
        self.style = style
        self._tops, self._bottoms = self._place_lines(style, width)
        self.height = self._bottoms[-1] + style.after

    def line_top(self, line: int) -> int:
        """The top of a line's slot; of the line behind the last, the bottom of that."""
        return self._tops[line] if line < self.count else self._bottoms[-1]

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
        end = self._starts[line + 1] if line + 1 < len(self._starts) else self._map.to_units(self.size)
        return Span(self._map.to_code_points(self._starts[line]), self._map.to_code_points(end))

    @property
    def end(self) -> int:
        """The code point of the layout's text behind its last line."""
        return self.line_span(self.count - 1).end

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
        text_line = self._layout.lineAt(line)
        start = text_line.textStart()
        end = start + text_line.textLength()
        last = max(start, self._layout.previousCursorPosition(end))
        if is_on_character:
            unit = min(last, text_line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))
        else:
            unit = text_line.xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters)
            # Qt takes a wrapped line's last character for a space, behind which there is nothing to point at.
            if unit == last and abs(x - _x_of(text_line, end)) < abs(x - _x_of(text_line, last)):
                unit = end
        return self._map.to_code_points(unit)

    def offset_beside(self, offset: int, is_forward: bool) -> int:
        """The next (or previous) code point between two characters as the reader sees them; ``offset`` at the ends."""
        unit = self._map.to_units(offset)
        beside = self._layout.nextCursorPosition(unit) if is_forward else self._layout.previousCursorPosition(unit)
        return self._map.to_code_points(beside)

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
        return _x_of(self._layout.lineAt(line), self._map.to_units(offset))

    def rectangles(self, span: Span) -> list[tuple[int, QRectF]]:
        """Lines that show code points of ``span``, and where: natural text width by the line's slot.

        A line with text that runs from right to left may show them in several places.
        """
        found = []
        if span.start < span.end:
            for line in range(self.line_of(span.start), self.line_of(span.end - 1) + 1):
                held = self.line_span(line)
                start, end = max(span.start, held.start), min(span.end, held.end)
                if start < end:
                    top, bottom = self._tops[line], self._bottoms[line]
                    for left, right in self._stretches(line, start, end):
                        found.append((line, QRectF(left, top, right - left, bottom - top)))
        return found

    def base_line(self, line: int) -> float:
        """Where the characters of a line stand."""
        text_line = self._layout.lineAt(line)
        return text_line.y() + text_line.ascent()

    def draw_line(self, painter: QPainter, line: int, origin: QPointF) -> None:
        """Draw one line of a layout whose top left corner is at ``origin``."""
        self._layout.lineAt(line).draw(painter, origin)

    def _stretches(self, line: int, start: int, end: int) -> list[tuple[float, float]]:
        """Left and right edges of the code points of a line from ``start`` to ``end``, neighbours taken together."""
        text_line = self._layout.lineAt(line)
        first, last = self._map.to_units(start), self._map.to_units(end)
        glyphs = text_line.glyphRuns(first, last - first) if self._is_mixed else []
        if not glyphs:
            # A tab has none even in a mixed line.
            edges = sorted((_x_of(text_line, first), _x_of(text_line, last)))
            return [(edges[0], edges[1])]
        stretches: list[tuple[float, float]] = []
        boxes = [run.boundingRect() for run in glyphs]
        for left, right in sorted((box.left(), box.right()) for box in boxes):
            if stretches and left <= stretches[-1][1] + _GRACE:
                stretches[-1] = (stretches[-1][0], max(right, stretches[-1][1]))
            else:
                stretches.append((left, right))
        return stretches

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


def _broken_into_lines(
    text: str, style: BlockStyle, width: float, formats: list[QTextLayout.FormatRange]
) -> QTextLayout:
    """The text in lines as wide as the column, the first one indented."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    room = width - style.left - style.right
    if style.cells:
        option.setTabStopDistance(max(room / style.cells, _NARROWEST_CELL * style.font.pixelSize()))
    layout = QTextLayout(text, style.font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if formats:
        layout.setFormats(formats)
    indent = min(style.indent, room / 2)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room - indent, style.font.pixelSize()) + _GRACE)
        line.setPosition(QPointF(style.left + indent, 0))
        indent = 0.0
    layout.endLayout()
    return layout


def _x_of(line: QTextLine, unit: int) -> float:
    # PySide6 returns the place and the unit it belongs to; its stubs say less.
    found: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
    return found[0]
