"""Characters that cannot be seen, or that no font has: what they are is shown in their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout

from reader.view.part import Part
from reader.view.utf16 import Utf16Map
from reader.view.variations import variation_glyph
from reader.view.visible_text import TURNING

#: Without a width of their own: marks of direction, joiners and spaces of no width, fillers, tags, and selectors of a
#: form that is not that of text or emoji.
_UNSEEN = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\U000e0000-\U000e0fff"
)
#: A joiner between Chinese or Latin characters joins nothing.
_SIMPLE = "[\u0020-\u007e\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]"
_JOINER = f"(?<={_SIMPLE})[\u200c\u200d](?={_SIMPLE})"
#: What every font for Chinese has, or some font of every system.
_COMMON = (
    "\t\n\r\u0020-\u007e\u00a0-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u052f\u0590-\u05f4\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u2070-\u27bf\u2e80-\u2fd5\u2ff0-\ua48c"
)
_FINE = f"{_COMMON}\uac00-\ud7a3\uf900-\ufad9\ufe10-\ufe6b\uff01-\uffee\ufffd"
_ODD = re.compile(f"{_JOINER}|[{_UNSEEN}][{_UNSEEN}\u200c\u200d]*|[^{_FINE}\u200c\u200d\u2000-\u200a\ufe0e\ufe0f]")
_UNSEEN_ONE = re.compile(f"[{_UNSEEN}\u200c\u200d]")
#: Controls of lines, paragraphs and directions, and what never is a character: their codes stand for them, always.
_CONTROLLING = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff{TURNING}]")

#: What joins two characters to one. The code of the first stands for all of them.
_ZWJ = "\u200d"


@dataclass(frozen=True, slots=True)
class OddCharacter:
    """A character of a layout that is not drawn as what it is.

    Attributes:
        offset: the code point of the layout's text.
        code: which character it is.
        has_width: whether it takes room: its code stands there. Else a mark below the line shows where it is.
        glyph: index of the glyph that is painted in place of it and the selector behind it; 0 without one.
    """

    offset: int
    code: int
    has_width: bool
    glyph: int = 0


def odd_characters(parts: Iterable[Part], font: QFont) -> Iterator[OddCharacter]:
    """The odd characters of a layout, in order.

    Of several in a row that have no width, there is only the first. An ideograph with a selector behind it is one of
    them where the font has a form of its own for the two, the selector where it has none.
    """
    description = font.toString()
    for part in parts:
        for odd in _odd_in(part.conversion.text, part.shown.start, part.shown.end, description):
            yield replace(odd, offset=part.at + odd.offset)


@lru_cache(256)
def _odd_in(text: str, start: int, end: int, font: str) -> tuple[OddCharacter, ...]:
    """The odd characters of a stretch of a text, counted from its start. Each paint of a page wants them."""
    return tuple(_found_in(text, start, end, font))


def _found_in(text: str, start: int, end: int, font: str) -> Iterator[OddCharacter]:
    for match in _ODD.finditer(text, start, end):
        character = match[0][0]
        offset = match.start() - start
        if _CONTROLLING.match(character):
            yield OddCharacter(offset, ord(character), True)
        elif _UNSEEN_ONE.match(character):
            base = text[match.start() - 1] if offset and len(match[0]) == 1 else ""
            glyph = variation_glyph(font, base, character) if base else None
            if glyph is None:
                yield OddCharacter(offset, ord(character), False)
            elif glyph:
                yield OddCharacter(offset - 1, ord(base), True, glyph)
        elif not (offset and text[match.start() - 1] == _ZWJ) and _is_lacking(font, character):
            yield OddCharacter(offset, ord(character), True)


def odd_formats(parts: Iterable[Part], units: Utf16Map, font: QFont) -> list[QTextLayout.FormatRange]:
    """The formats of what is not drawn with the line, because its code is painted there."""
    ranges = []
    for odd in odd_characters(parts, font):
        if odd.has_width:
            made = QTextLayout.FormatRange()
            made.start = units.to_units(odd.offset)
            made.length = units.to_units(odd.offset + 1) - made.start
            made.format = _unseen()
            ranges.append(made)
    return ranges


def _unseen() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(Qt.GlobalColor.transparent)
    return made


@lru_cache(1 << 12)
def _is_lacking(font: str, character: str) -> bool:
    """Whether no font that the page falls back on has a character. What combines is drawn with its base."""
    if unicodedata.combining(character):
        return False
    return not QFontMetricsF(_font(font)).inFontUcs4(ord(character))


def _font(description: str) -> QFont:
    made = QFont()
    made.fromString(description)
    return made
