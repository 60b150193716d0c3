"""The packed icons are read back by Qt, or by their own rules."""

from __future__ import annotations

import struct

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader

from shipping.icons import HICOLOR, icns, ico, png


def test_a_picture_is_as_large_as_asked_and_drawn() -> None:
    for edge in HICOLOR:
        image = QImage.fromData(png(edge), "PNG")
        assert (image.width(), image.height()) == (edge, edge)
        assert image.pixelColor(edge // 2, edge // 2).alpha() == 255
        assert image.pixelColor(0, 0).alpha() == 0


def test_qt_reads_the_icon_of_windows() -> None:
    content = QByteArray(ico())
    buffer = QBuffer(content)
    reader = QImageReader(buffer, QByteArray(b"ico"))
    sizes = []
    for index in range(reader.imageCount()):
        reader.jumpToImage(index)
        sizes.append(reader.read().width())
    assert sizes == [16, 20, 24, 32, 40, 48, 64, 128, 256]


def test_the_icon_of_macos_is_a_list_of_pictures() -> None:
    content = icns()
    assert content[:4] == b"icns"
    assert struct.unpack(">I", content[4:8])[0] == len(content)
    offset, forms = 8, {}
    while offset < len(content):
        (length,) = struct.unpack(">I", content[offset + 4 : offset + 8])
        forms[content[offset : offset + 4]] = QImage.fromData(content[offset + 8 : offset + length]).width()
        offset += length
    assert offset == len(content)
    assert forms[b"ic10"] == 1024
    assert forms[b"ic11"] == 32
    assert all(width for width in forms.values())
