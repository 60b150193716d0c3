"""Shapes readings: letters over characters, and zhuyin in a column beside one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeVar

from PySide6.QtGui import QFont, QRawFont

from reader.view.glyph_unit import Glyph, GlyphUnit
from reader.view.shaping import ShapedGlyph, ShapedText

_Key = TypeVar("_Key")

#: Units with room for a reading that are kept: more than a long novel has.
_KEPT = 30_000

#: The size of readings over characters (JLREQ 3.3.3: half of theirs), and how far their base line is above that of the
#: characters: over the square of a Han character (0.88 em) and what hangs below the letters.
OVER_SIZE, OVER_BASE = 0.5, 1.02
#: Between two readings at the least, and how far one may reach over a neighbour that has none (JLREQ 3.3.8), in em.
GAP, OVERHANG = 0.18, 0.25

#: The size of a letter of zhuyin: three of them are as high as their character. Its column begins so far from the
#: character, and the tone's mark behind it; that of the neutral tone stands on top.
_LETTER, _COLUMN, _TONE_COLUMN, _DOT = 0.36, 0.02, 0.22, 0.14
#: What zhuyin takes beside its character, in em of that.
BESIDE_ROOM = _COLUMN + _LETTER + _TONE_COLUMN
_TONES = frozenset("ˊˇˋ\u02ea\u02eb")
_NEUTRAL = "˙"
#: How large the mark of a tone is beside the letters.
_TONE_SIZE = 1.15

#: The boldest that readings are, so that small letters keep their counters; and the weight of zhuyin, whose strokes
#: would be lost in that of the text.
_BOLDEST = QFont.Weight.Medium


class RubyShaper:
    """Readings for the characters of one font, each shaped once.

    Attributes:
        em: the size of the characters, in pixels.
    """

    def __init__(self, font: QFont, latin_families: tuple[str, ...]) -> None:
        self.em = float(font.pixelSize())
        self._over_font = _sized(font, OVER_SIZE)
        if latin_families:
            self._over_font.setFamilies(list(latin_families))
        self._letter_font, self._tone_font = _sized(font, _LETTER), _sized(font, _LETTER * _TONE_SIZE)
        for own in (self._letter_font, self._tone_font):
            own.setWeight(_BOLDEST)
        # Letters that stand one below the other have the forms of vertical writing: ㄧ is a horizontal stroke there.
        self._letter_font.setFeature(QFont.Tag("vert"), 1)
        self._faces: list[QRawFont] = []
        self._over: dict[str, tuple[float, tuple[Glyph, ...]]] = {}
        self._beside: dict[str, tuple[Glyph, ...]] = {}
        self._units: dict[tuple[int, object], tuple[GlyphUnit, GlyphUnit]] = {}

    def kept(self, unit: GlyphUnit, key: _Key, make: Callable[[GlyphUnit, _Key], GlyphUnit]) -> GlyphUnit:
        """What ``make`` gives for a unit and a key, which may be nothing else for the same two; made once."""
        found = self._units.get((id(unit), key))
        # A number may be that of another unit by now, whose place in memory was free.
        if found is None or found[0] is not unit:
            if len(self._units) > _KEPT:
                self._units.clear()
            found = self._units[id(unit), key] = (unit, make(unit, key))
        return found[1]

    def over(self, reading: str) -> tuple[float, tuple[Glyph, ...]]:
        """How wide a reading is, and its glyphs from its start and its own base line."""
        found = self._over.get(reading)
        if found is None:
            shaped = ShapedText(reading, self._over_font)
            glyphs = tuple(self._glyph(glyph, glyph.x, glyph.y) for glyph in shaped.glyphs)
            found = self._over[reading] = (shaped.carets[-1], glyphs)
        return found

    def beside(self, reading: str) -> tuple[Glyph, ...]:
        """The glyphs of a syllable of zhuyin, from the upper right corner of its character's square."""
        found = self._beside.get(reading)
        if found is None:
            found = self._beside[reading] = tuple(self._column(reading))
        return found

    def _column(self, reading: str) -> Iterator[Glyph]:
        letters = [one for one in reading if one not in _TONES and one != _NEUTRAL]
        height = _LETTER * len(letters) + (_DOT if _NEUTRAL in reading else 0.0)
        y = (1 - height) / 2
        middle = _COLUMN + _LETTER / 2
        if _NEUTRAL in reading:
            yield from self._centred(_NEUTRAL, self._tone_font, middle, y + _DOT / 2)
            y += _DOT
        for letter in letters:
            yield from self._centred(letter, self._letter_font, middle, y + _LETTER / 2)
            y += _LETTER
        for tone in reading:
            if tone in _TONES:
                # Beside the last letter, above its middle.
                x = _COLUMN + _LETTER + _TONE_COLUMN / 2
                yield from self._centred(tone, self._tone_font, x, y - _LETTER * 0.75)

    def _centred(self, text: str, font: QFont, x: float, y: float) -> Iterator[Glyph]:
        """A sign with its ink around a point, in em."""
        for glyph in ShapedText(text, font).glyphs:
            ink = glyph.face.boundingRect(glyph.index)
            centre = ink.center()
            yield self._glyph(glyph, x * self.em - centre.x(), y * self.em - centre.y())

    def _glyph(self, shaped: ShapedGlyph, x: float, y: float) -> Glyph:
        return Glyph(self._face(shaped.face), shaped.index, x, y)

    def _face(self, face: QRawFont) -> QRawFont:
        """The one object that stands for a font of this kind, so that runs of one font can be told by it."""
        for known in self._faces:
            if known == face:
                return known
        self._faces.append(face)
        return face


def _sized(font: QFont, scale: float) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(1, round(font.pixelSize() * scale)))
    made.setWeight(min(font.weight(), _BOLDEST))
    return made


@lru_cache(maxsize=16)
def ruby_shaper_for(font: QFont, latin_families: tuple[str, ...] = ()) -> RubyShaper:
    """The shaper of readings for a font: the same one for the same font."""
    return RubyShaper(font, latin_families)
