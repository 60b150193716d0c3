"""Paints highlights and what a search found: grounds, underlines and frames, and the boxes of coloured text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from reader.model.keyword_list import HighlightStyle
from reader.model.position import Span
from reader.view.block_layout import BlockLayout
from reader.view.canvas import Canvas
from reader.view.content import Content, Highlight
from reader.view.flow import Placed

#: A highlight's ground reaches so far above and below the base line, in em: it hugs the characters, and grounds in
#: neighbouring lines do not touch.
_ABOVE, _BELOW = 0.96, 0.2
_ROUNDING = 3.0
#: The middle of an underline below the base line, and its thickness, in em.
_UNDERLINE_AT, _UNDERLINE = 0.2, 0.1
#: How much of the page shows through the ground of what was found: text and colours under it stay legible.
_FOUND_ALPHA = 0.16


class PlacedHighlights:
    """What is coloured in one placed layout."""

    def __init__(self, canvas: Canvas, item: Placed, content: Content) -> None:
        """The highlights of a layout, as far as they are exposed.

        Args:
            canvas: what is painted on.
            item: the layout, and where it stands.
            content: what is shown.
        """
        self._canvas = canvas
        self._item = item
        self._highlights: list[tuple[Highlight, list[QRectF]]] = []
        self._found: list[tuple[bool, list[QRectF]]] = []
        for part in item.layout.parts:
            for highlight in content.highlights(part.block):
                if boxes := self._boxes(part.display_span(highlight.span)):
                    self._highlights.append((highlight, boxes))
            for one in content.found(part.block):
                if boxes := self._boxes(part.display_span(one.span)):
                    self._found.append((one.is_current, boxes))

    def paint_grounds(self) -> None:
        """Paint all that lies behind the text."""
        painter, colours = self._canvas.painter, self._canvas.colours
        for highlight, boxes in self._highlights:
            focus = QPen(QColor(colours.focus), 2) if highlight.is_current else Qt.PenStyle.NoPen
            for box in boxes:
                painter.setPen(focus)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                if highlight.style is HighlightStyle.BACKGROUND:
                    painter.setBrush(QColor(colours.highlights[highlight.colour]))
                if highlight.style is HighlightStyle.BACKGROUND or highlight.is_current:
                    painter.drawRoundedRect(box, _ROUNDING, _ROUNDING)
                if highlight.style is HighlightStyle.UNDERLINE:
                    painter.fillRect(self._underline(box), QColor(colours.inks[highlight.colour]))
        ground = QColor(colours.found)
        ground.setAlphaF(_FOUND_ALPHA)
        for is_current, boxes in self._found:
            painter.setPen(QPen(QColor(colours.focus), 2) if is_current else QPen(QColor(colours.found), 1))
            painter.setBrush(ground)
            for box in boxes:
                painter.drawRoundedRect(box, _ROUNDING, _ROUNDING)

    def inked_boxes(self) -> list[tuple[QRect, str]]:
        """The pixels within which text has another colour, and which; the last that holds a pixel counts."""
        return [
            (_whole_pixels(box), self._canvas.colours.inks[highlight.colour])
            for highlight, boxes in self._highlights
            if highlight.style is HighlightStyle.TEXT
            for box in boxes
        ]

    def _boxes(self, span: Span | None) -> list[QRectF]:
        return [] if span is None else list(self._exposed_boxes(span))

    def _exposed_boxes(self, span: Span) -> Iterator[QRectF]:
        exposed = self._canvas.exposed
        for rectangle in highlight_rectangles(self._item.layout, span):
            box = rectangle.translated(self._canvas.left, self._item.top)
            if box.top() <= exposed.bottom() + 2 and box.bottom() >= exposed.top() - 2:
                yield box

    def _underline(self, box: QRectF) -> QRectF:
        em = self._item.layout.em
        thickness = max(2, round(em * _UNDERLINE))
        base = box.top() + _ABOVE * em
        return QRectF(box.left(), round(base + _UNDERLINE_AT * em - thickness / 2), box.width(), thickness)


def highlight_rectangles(layout: BlockLayout, span: Span) -> list[QRectF]:
    """The boxes around the characters of a span, one for each line."""
    boxes = []
    for line, slot in layout.rectangles(span):
        base = layout.base_line(line)
        boxes.append(QRectF(slot.left(), base - _ABOVE * layout.em, slot.width(), (_ABOVE + _BELOW) * layout.em))
    return boxes


def _whole_pixels(box: QRectF) -> QRect:
    """Neighbouring boxes share no pixel and leave none out: both round their common edge alike."""
    left, right = round(box.left()), round(box.right())
    # What reaches out of the box above and below (descenders) belongs to it.
    top, bottom = round(box.top() - 0.2 * box.height()), round(box.bottom() + 0.2 * box.height())
    return QRect(left, top, right - left, bottom - top)
