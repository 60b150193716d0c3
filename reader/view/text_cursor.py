"""The mouse cursor over text."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QPainter, QPen, QPixmap

from reader.view.axes import WritingMode

#: The side of the picture of a lying cursor; its bar from end to end, and the serifs at its ends, in pixels.
_SIDE = 24
_FROM, _TO, _SERIF = 4.0, 20.0, 3.0
_MIDDLE = _SIDE / 2


def text_cursor(mode: WritingMode) -> QCursor:
    """A bar that stands between characters of horizontal lines, or lies between those of vertical ones.

    Qt knows no lying one (CSS has it as ``vertical-text``).
    """
    if mode is WritingMode.HORIZONTAL:
        return QCursor(Qt.CursorShape.IBeamCursor)
    return _lying(QGuiApplication.primaryScreen().devicePixelRatio())


@lru_cache(maxsize=4)
def _lying(ratio: float) -> QCursor:
    pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    lines = [QLineF(_FROM, _MIDDLE, _TO, _MIDDLE)]
    lines += [QLineF(x, _MIDDLE - _SERIF, x, _MIDDLE + _SERIF) for x in (_FROM, _TO)]
    painter = QPainter(pixmap)
    # White around black, to be seen on any page.
    for colour, width in ((Qt.GlobalColor.white, 3.0), (Qt.GlobalColor.black, 1.0)):
        painter.setPen(QPen(colour, width))
        painter.drawLines(lines)
    painter.end()
    return QCursor(pixmap, round(_MIDDLE), round(_MIDDLE))
