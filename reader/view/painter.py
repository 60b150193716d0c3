"""Paints the page: highlights and the selection, then the lines of text, in logical coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QRegion

from reader.model.position import Range
from reader.view.canvas import Canvas
from reader.view.change_marks import paint_changes
from reader.view.content import Content
from reader.view.flow import Placed
from reader.view.highlight_painter import PlacedHighlights
from reader.view.inline_pictures import paint_inline_pictures
from reader.view.odd_painter import paint_odd_characters
from reader.view.page_style import MARKER_GAP
from reader.view.picture_layout import PictureLayout
from reader.view.picture_painter import paint_picture
from reader.view.pictures import Pictures
from reader.view.selection import source_span
from reader.view.text_setting import set_marker


def paint_page(
    canvas: Canvas,
    placed: Iterable[Placed],
    content: Content,
    selected: Range | None,
    pictures: Pictures | None = None,
) -> None:
    """Paint what stands in the exposed part of a canvas.

    Args:
        canvas: what is painted on.
        placed: the layouts in the viewport.
        content: what is shown, for its highlights.
        selected: the selection, if any.
        pictures: where the pixels of pictures are had.
    """
    exposed, colours = canvas.exposed, canvas.colours
    for item in placed:
        if item.top > exposed.bottom() or item.top + item.layout.height < exposed.top():
            continue
        highlights = PlacedHighlights(canvas, item, content)
        highlights.paint_grounds()
        if isinstance(item.layout, PictureLayout) and pictures is not None:
            paint_picture(canvas, item.layout, QPointF(canvas.left, item.top), pictures)
        if selected is not None:
            _paint_selection(canvas, item, selected)
        if isinstance(item.layout, PictureLayout):
            continue
        canvas.painter.setPen(QColor(colours.secondary if item.layout.style.is_secondary else colours.ink))
        _paint_lines(canvas, item, highlights.inked_boxes())
        paint_inline_pictures(canvas, item, pictures)
        paint_odd_characters(canvas, item)
        paint_changes(canvas, item, content)
        _paint_marker(canvas, item)


def _paint_lines(canvas: Canvas, item: Placed, inked: Sequence[tuple[QRect, str]]) -> None:
    """The lines in the pen's colour, and within each of some boxes in that of the box."""
    if not inked:
        _paint_lines_within(canvas, item, canvas.exposed)
        return
    ground = QRegion(canvas.exposed)
    regions: dict[str, QRegion] = {}
    for box, ink in inked:
        ground = ground.subtracted(box)
        regions = {other: region.subtracted(box) for other, region in regions.items()}
        regions[ink] = regions.get(ink, QRegion()).united(box)
    painter = canvas.painter
    parted = [(painter.pen().color(), ground), *((QColor(ink), region) for ink, region in regions.items())]
    for colour, region in parted:
        painter.save()
        painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
        painter.setPen(colour)
        _paint_lines_within(canvas, item, region.boundingRect().intersected(canvas.exposed))
        painter.restore()


def _paint_lines_within(canvas: Canvas, item: Placed, exposed: QRect) -> None:
    layout = item.layout
    origin = QPointF(canvas.left, item.top)
    # A line more on either side: tall glyphs reach out of their slots.
    first = max(0, layout.line_at(exposed.top() - item.top) - 1)
    last = min(layout.count, layout.line_at(exposed.bottom() - item.top) + 2)
    for line in range(first, last):
        if canvas.holds(item.top + layout.line_top(line), item.top + layout.line_bottom(line)):
            layout.draw_line(canvas.painter, line, origin)


def _paint_marker(canvas: Canvas, item: Placed) -> None:
    """What stands before a list item or a note, right before its first line."""
    layout = item.layout
    block = layout.block
    if not block.marker or not block.is_first or not layout.count:
        return
    if canvas.holds(item.top + layout.line_top(0), item.top + layout.line_bottom(0)):
        marker = set_marker(block.marker, layout.style)
        x = layout.style.left + layout.style.indent - layout.em * MARKER_GAP - marker.width(0)
        marker.draw(canvas.painter, 0, QPointF(canvas.left + x, item.top + layout.base_line(0)))


def _paint_selection(canvas: Canvas, item: Placed, selected: Range) -> None:
    for part in item.layout.parts:
        source = source_span(selected, part.block)
        span = part.display_span(source) if source is not None else None
        if span is not None:
            for _, slot in item.layout.rectangles(span):
                canvas.painter.fillRect(slot.translated(canvas.left, item.top), QColor(canvas.colours.selection))
