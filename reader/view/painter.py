"""Paints the page: backgrounds of highlights and of the selection, then the lines of text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.model.position import Range, Span
from reader.view.block_layout import BlockLayout
from reader.view.content import Content, Highlight
from reader.view.flow import Placed
from reader.view.page_style import PageColours
from reader.view.picture_layout import PictureLayout
from reader.view.pictures import Pictures
from reader.view.selection import source_span

#: A highlight's background reaches so far above and below the base line, in em: it hugs the characters, and backgrounds
#: in neighbouring lines do not touch.
_ABOVE, _BELOW = 0.96, 0.2
_ROUNDING = 3.0

#: The lightness below which a page is no paper.
_DARK = 128

#: Between what marks a list item and its text, in em.
_MARKER_GAP = 0.4


def paint_page(
    painter: QPainter,
    exposed: QRect,
    placed: Iterable[Placed],
    left: float,
    content: Content,
    selected: Range | None,
    colours: PageColours,
    pictures: Pictures | None = None,
) -> None:
    """Paint what stands in ``exposed``.

    Args:
        painter: on the viewport.
        exposed: the pixels to paint.
        placed: the layouts in the viewport.
        left: the column's left edge.
        content: what is shown, for its highlights.
        selected: the selection, if any.
        colours: of the page.
        pictures: where the pixels of pictures are had.
    """
    painter.fillRect(exposed, QColor(colours.page))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in placed:
        if item.top > exposed.bottom() or item.top + item.layout.height < exposed.top():
            continue
        _paint_highlights(painter, exposed, item, left, content, colours)
        if isinstance(item.layout, PictureLayout) and pictures is not None:
            _paint_picture(painter, item.layout, QPointF(left, item.top), pictures, colours)
        if selected is not None:
            _paint_selection(painter, item, left, selected, colours)
        if isinstance(item.layout, PictureLayout):
            continue
        painter.setPen(QColor(colours.secondary if item.layout.style.is_secondary else colours.ink))
        _paint_lines(painter, exposed, item, left)
        _paint_marker(painter, item, left)


def _paint_lines(painter: QPainter, exposed: QRect, item: Placed, left: float) -> None:
    layout = item.layout
    origin = QPointF(left, item.top)
    # A line more on either side: tall glyphs reach out of their slots.
    first = max(0, layout.line_at(exposed.top() - item.top) - 1)
    last = min(layout.count, layout.line_at(exposed.bottom() - item.top) + 2)
    for line in range(first, last):
        layout.draw_line(painter, line, origin)


def _paint_picture(
    painter: QPainter, layout: PictureLayout, origin: QPointF, pictures: Pictures, colours: PageColours
) -> None:
    """A picture; an empty frame until it is there, and its words in the frame if it never will be."""
    box = layout.box.translated(origin)
    ratio = painter.device().devicePixelRatio()
    image = pictures.image(layout.name, QSize(round(box.width() * ratio), round(box.height() * ratio)))
    if image is not None and not image.isNull():
        if image.hasAlphaChannel() and QColor(colours.page).lightness() < _DARK:
            # Dark lines on nothing are drawn for paper.
            painter.fillRect(box, Qt.GlobalColor.white)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, image)
        return
    painter.setPen(QPen(QColor(colours.secondary), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    if image is not None:
        painter.setFont(layout.style.font)
        words = painter.fontMetrics().elidedText(layout.text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _paint_marker(painter: QPainter, item: Placed, left: float) -> None:
    """What stands before a list item or a note, right before its first line."""
    layout = item.layout
    block = layout.block
    if block.marker and block.is_first:
        painter.setFont(layout.style.font)
        gap = layout.em * _MARKER_GAP
        x = left + layout.style.left - gap - painter.fontMetrics().horizontalAdvance(block.marker)
        painter.drawText(QPointF(max(0.0, x), item.top + layout.base_line(0)), block.marker)


def _paint_highlights(
    painter: QPainter, exposed: QRect, item: Placed, left: float, content: Content, colours: PageColours
) -> None:
    layout = item.layout
    for part in layout.parts:
        for highlight in content.highlights(part.block):
            span = part.display_span(highlight.span)
            if span is not None:
                _paint_highlight(painter, exposed, item, left, span, highlight, colours)


def _paint_highlight(
    painter: QPainter,
    exposed: QRect,
    item: Placed,
    left: float,
    span: Span,
    highlight: Highlight,
    colours: PageColours,
) -> None:
    for rectangle in highlight_rectangles(item.layout, span):
        box = rectangle.translated(left, item.top)
        if box.top() > exposed.bottom() + 2 or box.bottom() < exposed.top() - 2:
            continue
        painter.setPen(QPen(QColor(colours.focus), 2) if highlight.is_current else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.highlights[highlight.colour]))
        painter.drawRoundedRect(box, _ROUNDING, _ROUNDING)


def highlight_rectangles(layout: BlockLayout, span: Span) -> list[QRectF]:
    """The boxes around the characters of a span, one for each line."""
    boxes = []
    for line, slot in layout.rectangles(span):
        base = layout.base_line(line)
        boxes.append(QRectF(slot.left(), base - _ABOVE * layout.em, slot.width(), (_ABOVE + _BELOW) * layout.em))
    return boxes


def _paint_selection(painter: QPainter, item: Placed, left: float, selected: Range, colours: PageColours) -> None:
    for part in item.layout.parts:
        source = source_span(selected, part.block)
        span = part.display_span(source) if source is not None else None
        if span is not None:
            for _, slot in item.layout.rectangles(span):
                painter.fillRect(slot.translated(left, item.top), QColor(colours.selection))
