from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from reader.formats.picture_size import picture_size
from reader.view.picture import decoded, fitted

RED, BLUE = "#d02020", "#2030d0"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"


def turned(jpeg: bytes, orientation: int) -> bytes:
    """A JPEG that says by its Exif which way up it is (Exif 2.3, tag 0x0112)."""
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2, "big") + b"\x00\x00"
    exif = b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00"
    return jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]


def is_near(one: QColor, other: str) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one.getRgb(), QColor(other).getRgb(), strict=True))


@pytest.mark.parametrize("format_name", ["png", "jpeg", "bmp", "webp"])
def test_a_picture_has_its_size_and_its_pixels(encoded, format_name):
    content = encoded(60, 20, format_name)
    assert picture_size(content) == (60, 20)
    for size in (QSize(60, 20), QSize(30, 10), QSize(90, 30)):
        image = decoded(content, size)
        assert image.size() == size
        assert is_near(image.pixelColor(size.width() // 5, 5), RED)
        assert is_near(image.pixelColor(size.width() * 4 // 5, 5), BLUE)


@pytest.mark.parametrize(("orientation", "size"), [(1, (64, 32)), (3, (64, 32)), (6, (32, 64)), (8, (32, 64))])
def test_a_photograph_stands_upright(encoded, orientation, size):
    content = turned(encoded(64, 32, "jpeg"), orientation)
    assert picture_size(content) == size
    image = decoded(content, QSize(*size) / 2)
    assert image.size() == QSize(*size) / 2
    corner = image.pixelColor(3, 3)
    # Red is on the left as it is stored: turned by a half, on the right; clockwise, on top; the other way, below.
    assert is_near(corner, RED if orientation in (1, 6) else BLUE)


@pytest.mark.parametrize("content", [b"", b"BM", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"no picture", SVG])
def test_what_is_no_picture_is_none(qapp, content):
    assert picture_size(content) is None
    assert decoded(content, QSize(9, 9)).isNull()


def test_a_picture_that_claims_to_be_endless_is_not_decoded(qapp):
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\0" * 64))
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")
    assert picture_size(content) == (100_000, 100_000)
    assert decoded(content, QSize(9, 9)).isNull()


# The decoders say what they found; that is no fault of the program.
@pytest.mark.qt_log_ignore("JPEG|libpng", extend=True)
@example(content=b"\xff\xd8\xff\xd9", cut=0)
@given(content=st.binary(max_size=200), cut=st.integers(0, 400))
def test_damage_is_never_more_than_a_picture_less(encoded, content: bytes, cut: int):
    whole = encoded(12, 8)
    for damaged in (content, whole[:cut], whole[:cut] + content):
        image = decoded(damaged, QSize(6, 4))
        assert image.isNull() or (picture_size(damaged) is not None and image.size() == QSize(6, 4))


@given(
    width=st.integers(1, 9000),
    height=st.integers(1, 9000),
    room=st.tuples(st.floats(1, 3000), st.floats(1, 3000)),
)
@example(width=4246, height=1, room=(2999.9999999999995, 3000.0))
def test_a_picture_is_scaled_down_and_never_up(width: int, height: int, room: tuple[float, float]):
    size = fitted(QSize(width, height), *room)
    assert 1 <= size.width() <= min(width, room[0])
    assert 1 <= size.height() <= min(height, room[1])
    if width <= room[0] and height <= room[1]:
        assert size == QSize(width, height)
    elif size.width() > 1 and size.height() > 1:
        # The shape stays, but for the fraction of a pixel that is cut off on either side.
        assert abs(size.width() * height - size.height() * width) < width + height
