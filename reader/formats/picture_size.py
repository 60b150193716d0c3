"""How large a picture is, from the first bytes of its file and without decoding it.

PNG (W3C PNG 3, 11.2.1), GIF (GIF89a, 18), BMP (BITMAPCOREHEADER, BITMAPINFOHEADER), JPEG (ITU-T T.81, B.2.2, with the
orientation of Exif 2.3) and WebP (RFC 9649, 2.5 to 2.7).
"""

from __future__ import annotations

import struct

#: Bytes of a picture's head: in a JPEG, what a camera and a program write about it stands before the size.
HEAD = 256 << 10

_JPEG_SIZES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_JPEG_BARE = frozenset((0x01, *range(0xD0, 0xD9)))
#: Exif orientations in which the stored picture lies on its side.
_ON_ITS_SIDE = (5, 6, 7, 8)
_ORIENTATION = 0x0112
_WEBP_BITS = 0x3FFF


def picture_size(head: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a picture that stands upright; None where its head does not tell.

    Args:
        head: the first ``HEAD`` bytes of its file, or all of it.
    """
    try:
        size = _size(head)
    except (struct.error, IndexError):
        return None
    return size if size is not None and min(size) > 0 else None


def _size(head: bytes) -> tuple[int, int] | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        return _pair(struct.unpack_from(">II", head, 16))
    if head.startswith((b"GIF87a", b"GIF89a")):
        return _pair(struct.unpack_from("<HH", head, 6))
    if head.startswith(b"\xff\xd8\xff"):
        return _jpeg_size(head)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _webp_size(head)
    if head.startswith(b"BM"):
        (length,) = struct.unpack_from("<I", head, 14)
        width, height = struct.unpack_from("<HH" if length == 12 else "<ii", head, 18)
        # A height below zero means that the rows stand from top to bottom.
        return width, abs(height)
    return None


def _pair(found: tuple[int, ...]) -> tuple[int, int]:
    return found[0], found[1]


def _webp_size(head: bytes) -> tuple[int, int] | None:
    match head[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
        case b"VP8L" if head[20:21] == b"\x2f":
            (bits,) = struct.unpack_from("<I", head, 21)
            return 1 + (bits & _WEBP_BITS), 1 + (bits >> 14 & _WEBP_BITS)
        case b"VP8 " if head[23:26] == b"\x9d\x01\x2a":
            width, height = struct.unpack_from("<HH", head, 26)
            return width & _WEBP_BITS, height & _WEBP_BITS
    return None


def _jpeg_size(head: bytes) -> tuple[int, int] | None:
    place, orientation = 2, 1
    while place + 4 <= len(head):
        if head[place] != 0xFF:
            return None
        marker = head[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker in _JPEG_BARE:
            place += 2
            continue
        (length,) = struct.unpack_from(">H", head, place + 2)
        if marker in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", head, place + 5)
            return (height, width) if orientation in _ON_ITS_SIDE else (width, height)
        if marker == 0xE1 and head[place + 4 : place + 10] == b"Exif\0\0":
            orientation = _orientation(head[place + 10 : place + 2 + length])
        place += 2 + max(2, length)
    return None


def _orientation(exif: bytes) -> int:
    """Which way up a photograph was taken, 1 to 8; 1 where it does not say."""
    order = "<" if exif.startswith(b"II") else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        for number in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:
        pass
    return 1
