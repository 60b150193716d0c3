"""The program's icon in the forms that systems take: drawn from one SVG by Qt, packed here."""

from __future__ import annotations

import struct

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from shipping.identity import ROOT

SOURCE = ROOT / "resources" / "icons" / "jianfan.svg"

#: Edges in pixels: of the hicolor theme (Icon Theme Specification), of Windows, of macOS by the name of its form.
HICOLOR = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_ICNS = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}


def png(edge: int) -> bytes:
    """The icon as a PNG picture, ``edge`` pixels wide and high."""
    image = QImage(edge, edge, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    return bytes(content.data())


def ico() -> bytes:
    """The icon for Windows: a directory of PNG pictures, as Windows takes them since Vista."""
    pictures = [(edge, png(edge)) for edge in _ICO]
    entries = b""
    offset = 6 + 16 * len(pictures)
    for edge, content in pictures:
        # An edge of 256 is written as 0.
        entries += struct.pack("<BBBBHHII", edge % 256, edge % 256, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(content for _, content in pictures)


def icns() -> bytes:
    """The icon for macOS: a list of PNG pictures, those of doubled screens among them."""
    pictures = b""
    for form, edge in _ICNS.items():
        content = png(edge)
        pictures += form + struct.pack(">I", 8 + len(content)) + content
    return b"icns" + struct.pack(">I", 8 + len(pictures)) + pictures
