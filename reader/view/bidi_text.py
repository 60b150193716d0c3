"""Lines set by Qt: of text in which some characters run from right to left, or whose words only a dictionary parts."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from reader.model.position import Span
from reader.view.page_style import BlockStyle
from reader.view.utf16 import Utf16Map

#: Half a pixel of grace: Qt measures in 1/64 pixel, and a line of whole ems must not lose its last character to that.
_GRACE = 0.5

#: Characters that run from right to left, the controls that make others do so (Unicode Standard Annex 9), and those of
#: South-East Asia (Annex 14, class SA).
_OTHERS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\uaa60-\uaadf]"
)


def is_for_qt(text: str) -> bool:
    """Whether a text's lines are not ours to set."""
    return _OTHERS.search(text) is not None


class BidiText:
    """The lines of a text of mixed direction: ``TextLines`` of a ``QTextLayout``."""

    __slots__ = ("_ascent", "_descent", "_layout", "_map", "_starts")

    def __init__(
        self,
        text: str,
        units: Utf16Map,
        style: BlockStyle,
        room: float,
        tab: float,
        formats: list[QTextLayout.FormatRange],
    ) -> None:
        """Lay a text out.

        Args:
            text: of the block.
            units: of ``text``.
            style: of the block.
            room: how wide lines are, in pixels.
            tab: the distance of tab stops, in pixels.
            formats: of marked characters.
        """
        metrics = QFontMetricsF(style.font)
        self._ascent, self._descent = metrics.ascent(), metrics.descent()
        self._map = units
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setTabStopDistance(tab)
        self._layout = QTextLayout(text, style.font)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        if formats:
            self._layout.setFormats(formats)
        indent = min(style.indent, room / 2)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(room - indent, style.font.pixelSize()) + _GRACE)
            line.setPosition(QPointF(style.left + indent, 0))
            indent = 0.0
        self._layout.endLayout()
        self._starts = [self._layout.lineAt(index).textStart() for index in range(self._layout.lineCount())]

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def span(self, line: int) -> Span:
        """What a line holds."""
        text_line = self._layout.lineAt(line)
        end = text_line.textStart() + text_line.textLength()
        return Span(self._map.to_code_points(text_line.textStart()), self._map.to_code_points(end))

    def width(self, line: int) -> float:
        """How far from its own start a line's text reaches."""
        return self._layout.lineAt(line).naturalTextWidth()

    def reach(self, line: int) -> tuple[float, float]:
        """How far the fonts of a line stand out above and below the block's."""
        text_line = self._layout.lineAt(line)
        return max(0.0, text_line.ascent() - self._ascent), max(0.0, text_line.descent() - self._descent)

    def move(self, line: int, x: float) -> None:
        """Let a line begin elsewhere."""
        self._layout.lineAt(line).setPosition(QPointF(x, 0))

    def x_at(self, line: int, offset: int) -> float:
        """Where a code point begins in a line."""
        return _x_of(self._layout.lineAt(line), self._map.to_units(offset))

    def offset_at(self, line: int, x: float, is_on_character: bool) -> int:
        """The code point nearest to a place of a line, or the one that lies there."""
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

    def beside(self, offset: int, is_forward: bool) -> int:
        """The next (or previous) code point between two characters."""
        unit = self._map.to_units(offset)
        beside = self._layout.nextCursorPosition(unit) if is_forward else self._layout.previousCursorPosition(unit)
        return self._map.to_code_points(beside)

    def ink(self, line: int, span: Span) -> tuple[float, float]:
        """Where characters of a line begin and end: the outermost of their edges."""
        edges = [edge for stretch in self.stretches(line, span.start, span.end) for edge in stretch]
        return min(edges), max(edges)

    def stretches(self, line: int, start: int, end: int) -> list[tuple[float, float]]:
        """The left and right edges of where code points of a line stand; several where directions change."""
        text_line = self._layout.lineAt(line)
        first, last = self._map.to_units(start), self._map.to_units(end)
        boxes = [run.boundingRect() for run in text_line.glyphRuns(first, last - first)]
        if not boxes:
            # A tab has no glyph.
            edges = sorted((_x_of(text_line, first), _x_of(text_line, last)))
            return [(edges[0], edges[1])]
        found: list[tuple[float, float]] = []
        for left, right in sorted((box.left(), box.right()) for box in boxes):
            if found and left <= found[-1][1] + _GRACE:
                found[-1] = (found[-1][0], max(right, found[-1][1]))
            else:
                found.append((left, right))
        return found

    def draw(self, painter: QPainter, line: int, origin: QPointF) -> None:
        """Draw a line whose base line begins at ``origin``."""
        text_line = self._layout.lineAt(line)
        text_line.draw(painter, QPointF(origin.x(), origin.y() - text_line.ascent() - text_line.y()))


def _x_of(line: QTextLine, unit: int) -> float:
    # PySide6 returns the place and the unit it belongs to; its stubs say less.
    found: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
    return found[0]
