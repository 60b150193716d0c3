"""The pieces of Chinese text as one font sets them, each shaped once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from reader.view.composition.kinds import (
    BREAK,
    CLOSING,
    COMMA,
    DASH,
    ELLIPSIS,
    HAN,
    INTERPUNCT,
    OPENING,
    STOP,
    TAB,
    WIDE_SPACE,
)
from reader.view.composition.pieces import WORDS, Pieces
from reader.view.glyph_unit import Glyph, GlyphUnit
from reader.view.punctuation_cells import adjustment_space, cell_width, shift_into_cell
from reader.view.shaping import ShapedGlyph, ShapedText

_MARKS = frozenset((OPENING, CLOSING, COMMA, STOP, INTERPUNCT, DASH, ELLIPSIS))
#: Marks that Latin text shares with Chinese.
_LATIN_MARKS = re.compile("[“”‘’—…·]")
#: A Han character: marks are shaped beside it, so that they get the forms that they have in Chinese.
_MODEL = "國"

#: How many pieces are kept: more than a long novel has.
_KEPT = 30_000


class Shaper:
    """The pieces in one font.

    Attributes:
        em: the advance of a Han character, in pixels.
    """

    def __init__(
        self,
        font: QFont,
        rise: float = 0.0,
        line_font: QFont | None = None,
        latin_families: tuple[str, ...] = (),
    ) -> None:
        """Nothing shaped yet.

        Args:
            font: how pieces are set.
            rise: how far above the base line they stand, in pixels.
            line_font: the font of the lines that they stand in, if that is another one.
            latin_families: of words, if they are not those of ``font``.
        """
        metrics = QFontMetricsF(line_font or font)
        self._ascent, self._descent = metrics.ascent(), metrics.descent()
        self.em = max(1.0, QFontMetricsF(font).horizontalAdvance(_MODEL))
        self._rise = rise
        self._is_foreign = line_font is not None
        self._font = font
        self._word_font = QFont(font)
        if latin_families:
            self._word_font.setFamilies(list(latin_families))
        # Quotation marks, dashes and dots of Latin text, which fonts for Chinese have as wide as a Han character.
        self._latin_mark_font = QFont(self._word_font)
        self._latin_mark_font.setFeature(QFont.Tag("pwid"), 1)
        # Dashes and dots that are as wide as in Latin text otherwise, where the font has the others.
        self._mark_font = QFont(font)
        self._mark_font.setFeature(QFont.Tag("fwid"), 1)
        self._faces: list[QRawFont] = []
        self._pieces: dict[str, GlyphUnit] = {}
        self._words: dict[str, GlyphUnit] = {}
        self._is_centred = False
        self._is_centred = self._mark(COMMA, "，").lead > 0

    def units(self, pieces: Pieces) -> list[GlyphUnit]:
        """How every piece of a text is set."""
        kinds = pieces.kinds
        while True:
            try:
                if not any(word in kinds for word in WORDS):
                    known = self._pieces
                    return [known[text] for text in pieces.texts]
                return [
                    (self._words if kind in WORDS else self._pieces)[text]
                    for kind, text in zip(kinds, pieces.texts, strict=True)
                ]
            except KeyError:
                self._learn(zip(kinds, pieces.texts, strict=True))

    def unit(self, kind: str, text: str) -> GlyphUnit:
        """How one piece is set."""
        known = self._words if kind in WORDS else self._pieces
        if text not in known:
            self._learn([(kind, text)])
        return known[text]

    def _learn(self, pieces: Iterable[tuple[str, str]]) -> None:
        if len(self._pieces) + len(self._words) > _KEPT:
            self._pieces.clear()
            self._words.clear()
        han = []
        for kind, text in dict.fromkeys(pieces):
            if kind in WORDS:
                if text not in self._words:
                    is_marked = _LATIN_MARKS.search(text) is not None
                    self._words[text] = self._shaped(text, self._latin_mark_font if is_marked else self._word_font)
            elif text in self._pieces:
                continue
            elif kind == HAN and len(text) == 1:
                han.append(text)
            elif kind in _MARKS:
                self._pieces[text] = self._mark(kind, text)
            elif kind in (TAB, BREAK):
                self._pieces[text] = GlyphUnit(0.0, carets=(0.0,) * (len(text) + 1) if len(text) > 1 else None)
            else:
                self._pieces[text] = self._shaped(text, self._font)
            if kind == WIDE_SPACE:
                self._pieces[text] = GlyphUnit(self.em, carets=self._pieces[text].carets)
        if han:
            # Han characters do not change each other: all new ones are shaped at once.
            shaped = ShapedText("".join(han), self._font)
            for text, (start, end, glyphs) in zip(han, shaped.of_characters(), strict=True):
                self._pieces[text] = self._unit(text, [start, end], glyphs)

    def _shaped(self, text: str, font: QFont) -> GlyphUnit:
        shaped = ShapedText(text, font)
        return self._unit(text, shaped.carets, shaped.glyphs)

    def _unit(self, text: str, carets: list[float], shaped: list[ShapedGlyph]) -> GlyphUnit:
        """A piece where its font puts it. A character that no font has takes the room of a Han character."""
        start = carets[0]
        glyphs = tuple(self._glyph(glyph, -start) for glyph in shaped if glyph.index)
        above, below = self._reach(glyphs)
        return GlyphUnit(
            self.em if len(text) == 1 and shaped and not glyphs else carets[-1] - start,
            carets=tuple(caret - start for caret in carets) if len(text) > 1 else None,
            glyphs=glyphs,
            above=above,
            below=below,
        )

    def _mark(self, kind: str, text: str) -> GlyphUnit:
        """A punctuation mark in its square."""
        shaped = ShapedText(_MODEL + text + _MODEL, self._mark_font)
        start, end = shaped.carets[1], shaped.carets[1 + len(text)]
        own = [glyph for glyph in shaped.glyphs if 1 <= glyph.at <= len(text)]
        advance = end - start
        wanted = cell_width(kind, len(text), self.em, self._is_centred)
        cell = advance if wanted is None else wanted
        shift = 0.0 if abs(advance - cell) < self.em / 50 else shift_into_cell(kind, advance, cell)
        glyphs = tuple(self._glyph(glyph, shift - start) for glyph in own if glyph.index)
        lead = trail = 0.0
        if glyphs and len(text) == 1:
            ink = glyphs[0].face.boundingRect(glyphs[0].index).translated(glyphs[0].x, 0)
            lead, trail = adjustment_space(kind, text, ink.left(), ink.right(), self.em)
        return GlyphUnit(cell, lead, trail, self._even_carets(len(text), cell), glyphs)

    def _glyph(self, shaped: ShapedGlyph, shift: float) -> Glyph:
        return Glyph(self._face(shaped.face), shaped.index, shaped.x + shift, shaped.y - self._rise)

    def _face(self, face: QRawFont) -> QRawFont:
        """The one object that stands for a font of this kind, so that runs of one font can be told by it."""
        for known in self._faces:
            if known == face:
                return known
        self._faces.append(face)
        return face

    def _reach(self, glyphs: tuple[Glyph, ...]) -> tuple[float, float]:
        """How far ink stands out of the lines above and below: that of another font, or of a stack of marks."""
        above = below = 0.0
        for glyph in glyphs:
            if self._is_foreign or len(glyphs) > 1 or glyph.face is not self._faces[0]:
                ink = glyph.face.boundingRect(glyph.index)
                above = max(above, -(ink.top() + glyph.y) - self._ascent)
                below = max(below, ink.bottom() + glyph.y - self._descent)
        return above, below

    def _even_carets(self, length: int, width: float) -> tuple[float, ...] | None:
        return tuple(width * at / length for at in range(length + 1)) if length > 1 else None


@lru_cache(maxsize=16)
def shaper_for(
    font: QFont, rise: float = 0.0, line_font: QFont | None = None, latin_families: tuple[str, ...] = ()
) -> Shaper:
    """The shaper of a font: one and the same for each, so that a change of the window's size shapes nothing anew."""
    return Shaper(font, rise, line_font, latin_families)
