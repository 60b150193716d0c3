"""The forms of ideographs that a font has for variation selectors, which Qt (6.11) does not ask it for.

Unicode Technical Standard 37; OpenType 1.9, ``cmap`` subtable format 14.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QRawFont

_FORMAT = 14
_HEAD, _SELECTOR, _RANGE, _MAPPING = 10, 11, 4, 5


@dataclass(frozen=True, slots=True)
class _Forms:
    """What a font has for one selector.

    Attributes:
        starts: first characters of the ranges whose usual form is the wanted one, ascending.
        ends: the last ones.
        glyphs: of all others, by their bases.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    glyphs: dict[int, int]


def raw_font(font: str) -> QRawFont:
    """The font that a description (``QFont.toString``) means first of all."""
    made = QFont()
    made.fromString(font)
    return QRawFont.fromFont(made)


@lru_cache(1 << 12)
def variation_glyph(font: str, base: str, selector: str) -> int | None:
    """The glyph of an ideograph with a selector behind it.

    Args:
        font: a description, as ``QFont.toString`` gives it.
        base: one character.
        selector: one character.

    Returns:
        Its index; 0 if it is that of the base alone; None if the font knows nothing of the two together.
    """
    forms = _forms(font).get(ord(selector))
    if forms is None:
        return None
    place = bisect_right(forms.starts, ord(base)) - 1
    if place >= 0 and ord(base) <= forms.ends[place]:
        return 0
    return forms.glyphs.get(ord(base))


@lru_cache(8)
def _forms(font: str) -> dict[int, _Forms]:
    """What a font has for each selector that it knows."""
    table = bytes(raw_font(font).fontTable("cmap").data())
    try:
        (count,) = struct.unpack_from(">H", table, 2)
        for number in range(count):
            (start,) = struct.unpack_from(">I", table, 8 + 8 * number)
            if struct.unpack_from(">H", table, start)[0] == _FORMAT:
                return _selectors(table, start)
    except (struct.error, IndexError):
        # A broken font has no forms.
        pass
    return {}


def _selectors(table: bytes, start: int) -> dict[int, _Forms]:
    (count,) = struct.unpack_from(">I", table, start + 6)
    found = {}
    for number in range(count):
        at = start + _HEAD + _SELECTOR * number
        usual, others = struct.unpack_from(">II", table, at + 3)
        starts, ends = _ranges(table, start + usual) if usual else ((), ())
        found[_three(table, at)] = _Forms(starts, ends, _glyphs(table, start + others) if others else {})
    return found


def _ranges(table: bytes, at: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    (count,) = struct.unpack_from(">I", table, at)
    places = range(at + 4, at + 4 + _RANGE * count, _RANGE)
    starts = tuple(_three(table, place) for place in places)
    return starts, tuple(first + table[place + 3] for first, place in zip(starts, places, strict=True))


def _glyphs(table: bytes, at: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">I", table, at)
    places = range(at + 4, at + 4 + _MAPPING * count, _MAPPING)
    return {_three(table, place): struct.unpack_from(">H", table, place + 3)[0] for place in places}


def _three(table: bytes, at: int) -> int:
    return table[at] << 16 | table[at + 1] << 8 | table[at + 2]
