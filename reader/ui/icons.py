"""The icons of the window, drawn in the colour that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.resources import resource

_SIZE = 20
#: Pixmaps for screens of ordinary and of double density.
_RATIOS = (1, 2, 3)


def icon(name: str, colour: str) -> QIcon:
    """An icon of ``resources/icons``, its lines in ``colour``."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    made = QIcon()
    for ratio in _RATIOS:
        pixmap = QPixmap(QSize(_SIZE, _SIZE) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, _SIZE * ratio, _SIZE * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


def application_icon() -> QIcon:
    """The icon of the program."""
    return QIcon(str(resource("icons", "jianfan.svg")))
