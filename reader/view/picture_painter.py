"""Paints one picture into a box of the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from reader.view.canvas import Canvas
from reader.view.picture_layout import PictureLayout
from reader.view.pictures import Pictures
from reader.view.visible_text import PICTURE

#: The lightness below which a page is no paper.
_DARK = 128

#: Between the frame of a picture that cannot be shown and its words, in em, and the size of the note below them.
_PADDING, _NOTE = 0.5, 0.7


def paint_picture(canvas: Canvas, layout: PictureLayout, origin: QPointF, pictures: Pictures) -> None:
    """A picture; an empty frame until it is there, and its words in the frame if it never will be."""
    with canvas.upright(layout.box.translated(origin)) as box:
        painter = canvas.painter
        is_known = pictures.size_of(layout.name) is not None
        image = pictures.image(layout.name, pixels_of(painter, box)) if is_known else QImage()
        if image is not None and not image.isNull():
            paint_image(canvas, box, image)
            return
        painter.setPen(QPen(QColor(canvas.colours.secondary), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if image is not None:
            _paint_words(painter, box, "" if layout.text == PICTURE else layout.text, layout.style.font)


def paint_image(canvas: Canvas, box: QRectF, image: QImage) -> None:
    """The pixels of a picture. They are what they are in every theme."""
    if image.hasAlphaChannel() and QColor(canvas.colours.page).lightness() < _DARK:
        # Dark lines on nothing are drawn for paper.
        canvas.painter.fillRect(box, Qt.GlobalColor.white)
    canvas.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    canvas.painter.drawImage(box, image)


def pixels_of(painter: QPainter, box: QRectF) -> QSize:
    """How many pixels of the device a box has."""
    ratio = painter.device().devicePixelRatio()
    return QSize(max(1, round(box.width() * ratio)), max(1, round(box.height() * ratio)))


def _paint_words(painter: QPainter, box: QRectF, words: str, font: QFont) -> None:
    """What stands for a picture, and below it a note that it cannot be shown."""
    em = font.pixelSize()
    small = QFont(font)
    small.setPixelSize(max(1, round(em * _NOTE)))
    padding = em * _PADDING
    inner = box.adjusted(padding, padding, -padding, -padding)
    note = QCoreApplication.translate("Picture", "This picture cannot be shown.")
    painter.setFont(small)
    line = painter.fontMetrics().height() if inner.height() > 2 * em or not words else 0
    room = QRectF(inner.left(), inner.top(), inner.width(), max(0.0, inner.height() - line))
    if line:
        place = QRectF(inner.left(), room.bottom() if words else inner.top(), inner.width(), line)
        if not words:
            place = inner
        painter.drawText(place, _ONE_LINE, painter.fontMetrics().elidedText(note, _ELIDE, int(inner.width())))
    if words:
        painter.setFont(font)
        painter.drawText(room, _ONE_LINE, painter.fontMetrics().elidedText(words, _ELIDE, int(room.width())))


_ONE_LINE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_ELIDE = Qt.TextElideMode.ElideRight
