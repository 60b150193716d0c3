"""Pictures that stand in a line as a character: those of characters that no font has, mostly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor

from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.view.block_layout import BlockLayout
from reader.view.canvas import Canvas
from reader.view.flow import Placed
from reader.view.picture_layout import PictureLayout
from reader.view.picture_painter import paint_image, pixels_of
from reader.view.pictures import Pictures
from reader.view.visible_text import PICTURE

#: Of the em square, what stands above the base line.
_ASCENT = 0.88


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the document: its name for ``Document.image``, and the words that stand for it, if any."""

    name: str
    words: str


def picture_in(layout: BlockLayout, point: QPointF) -> Picture | None:
    """The picture of a layout that holds a point, in pixels from the layout's top left corner."""
    if isinstance(layout, PictureLayout):
        words = "" if layout.text == PICTURE else layout.text
        return Picture(layout.name, words) if layout.box.contains(point) else None
    for name, box in _boxes(layout):
        if box.contains(point):
            return Picture(name, "")
    return None


def paint_inline_pictures(canvas: Canvas, item: Placed, pictures: Pictures | None) -> None:
    """Every picture in the lines of a layout, as large as a character; the mark for one that cannot be shown."""
    for name, place in _boxes(item.layout):
        with canvas.upright(place.translated(canvas.left, item.top)) as cell:
            size = pictures.size_of(name) if pictures is not None else None
            if pictures is not None and size is not None:
                fitting = QSizeF(size).scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
                box = QRectF(QPointF(), fitting)
                box.moveCenter(cell.center())
                image = pictures.image(name, pixels_of(canvas.painter, box))
                if image is None:
                    continue
                if not image.isNull():
                    paint_image(canvas, box, image)
                    continue
            canvas.painter.setPen(QColor(canvas.colours.secondary))
            canvas.painter.setFont(item.layout.style.font)
            canvas.painter.drawText(cell, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, PICTURE)


def _boxes(layout: BlockLayout) -> Iterator[tuple[str, QRectF]]:
    """The pictures in the lines of a layout, and the em squares in which they stand, from its top left corner."""
    if isinstance(layout, PictureLayout):
        return
    for part in layout.parts:
        for mark in part.block.marks:
            if mark.kind is not MarkKind.IMAGE or len(mark.span) != 1:
                continue
            shown = part.display_span(mark.span)
            if shown is not None and layout.text[shown.start : shown.end] == PICTURE:
                yield from ((mark.value, box) for box in _squares(layout, shown))


def _squares(layout: BlockLayout, span: Span) -> Iterator[QRectF]:
    for line, slot in layout.rectangles(span):
        yield QRectF(slot.left(), layout.base_line(line) - _ASCENT * layout.em, layout.em, layout.em)
