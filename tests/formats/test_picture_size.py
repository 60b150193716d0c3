"""The size of a picture is told from its head, whatever stands before it and whatever is wrong with it."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.picture_size import HEAD, picture_size

sides = st.integers(1, 16_383)


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\0\0\0"


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0"


def bmp(width: int, height: int) -> bytes:
    return b"BM" + bytes(12) + struct.pack("<Iii", 40, width, -height) + bytes(28)


def old_bmp(width: int, height: int) -> bytes:
    return b"BM" + bytes(12) + struct.pack("<IHH", 12, width, height) + bytes(4)


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(orientation: int, order: str = ">") -> bytes:
    head = (b"MM\0*" if order == ">" else b"II*\0") + struct.pack(f"{order}IH", 8, 2)
    entries = struct.pack(f"{order}HHII", 0x010F, 2, 1, 0) + struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    return segment(0xE1, b"Exif\0\0" + head + entries + bytes(4))


def jpeg(width: int, height: int, *segments: bytes, marker: int = 0xC0) -> bytes:
    frame = segment(marker, struct.pack(">BHHB", 8, height, width, 3) + bytes(9))
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0" + bytes(9)) + b"".join(segments) + b"\xff" + frame


def webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(body) + 12) + b"WEBP" + kind + struct.pack("<I", len(body)) + body


def lossy(width: int, height: int) -> bytes:
    return webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width | 1 << 14, height))


def lossless(width: int, height: int) -> bytes:
    return webp(b"VP8L", b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14 | 1 << 28))


def extended(width: int, height: int) -> bytes:
    return webp(b"VP8X", bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little"))


MAKERS = [png, gif, bmp, old_bmp, jpeg, lossy, lossless, extended]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@given(width=sides, height=sides)
def test_every_format_says_how_large_it_is(make, width: int, height: int):
    assert picture_size(make(width, height)) == (width, height)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_that_lies_on_its_side(orientation: int, order: str):
    expected = (20, 60) if orientation >= 5 else (60, 20)
    assert picture_size(jpeg(60, 20, exif(orientation, order), marker=0xC2)) == expected


def test_much_may_stand_before_the_size():
    profile = [segment(0xE2, bytes(60_000))] * 4
    content = jpeg(60, 20, *profile, segment(0xC4, bytes(400)))
    assert len(content) < HEAD
    assert picture_size(content) == (60, 20)


@pytest.mark.parametrize("content", [b"", b"BM", b"GIF89a", b"\xff\xd8\xff", b"RIFF....WEBPVP8 ", b"<svg/>", png(0, 5)])
def test_what_tells_no_size(content: bytes):
    assert picture_size(content) is None


@given(st.sampled_from(MAKERS), st.integers(0, 80), st.binary(max_size=60))
def test_damage_is_never_an_error(make, cut: int, tail: bytes):
    size = picture_size(make(300, 200)[:cut] + tail)
    assert size is None or min(size) > 0


@given(st.binary(max_size=80))
def test_broken_exif_is_never_an_error(body: bytes):
    assert picture_size(jpeg(60, 20, segment(0xE1, b"Exif\0\0" + body))) in ((60, 20), (20, 60))
