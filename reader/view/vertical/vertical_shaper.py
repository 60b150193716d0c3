"""The pieces of a text as one font sets them in vertical lines, each shaped once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QFont, QRawFont

from reader.view.composition.kinds import COMMA, ELLIPSIS, HAN, WIDE_SPACE
from reader.view.glyph_unit import Glyph, GlyphUnit
from reader.view.punctuation_cells import adjustment_space, cell_width, shift_into_cell
from reader.view.shaper import shaper_for
from reader.view.shaping import ShapedGlyph, ShapedText
from reader.view.vertical.cell import DOWN, INWARD
from reader.view.vertical.setting import COMBINED, MAINLAND, SIDEWAYS, TAIWAN, UPRIGHT, Quotes, VerticalPieces
from reader.view.vertical.upright_unit import UprightUnit

#: Vertical forms, and full widths for what stands in a cell of its own.
_FEATURES = ("vert", "fwid")

#: Between two pieces that are shaped together, so that neither changes the other's glyphs.
_BETWEEN = "\u3000"

#: What shares a cell is as narrow as there is room for.
_NARROW = str.maketrans("！？０１２３４５６７８９", "!?0123456789")

#: How many pieces are kept: more than a long novel has.
_KEPT = 30_000


class VerticalShaper:
    """The pieces in one font.

    Attributes:
        em: the advance of a Han character, in pixels: every cell is as high and as wide.
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
            rise: how far they stand out of the line, towards the line before, in pixels.
            line_font: the font of the lines that they stand in, if that is another one.
            latin_families: of words and numbers, if they are not those of ``font``.
        """
        self._sideways = shaper_for(font, rise, line_font, latin_families)
        self.em = self._sideways.em
        self._rise = rise
        self._word_font = QFont(font)
        if latin_families:
            self._word_font.setFamilies(list(latin_families))
        self._cell_font = QFont(font)
        for tag in _FEATURES:
            self._cell_font.setFeature(QFont.Tag(tag), 1)
        self._faces: list[QRawFont] = []
        self._cells: dict[str, UprightUnit] = {}
        self._combined: dict[str, UprightUnit] = {}
        self._is_centred = False
        self._learn([(COMMA, "，")])
        self._is_centred = self._cells["，"].lead > 0

    @property
    def quotes(self) -> Quotes:
        """What quotation marks become: as in Taiwan where commas stand in the middle, else as in the mainland."""
        return TAIWAN if self._is_centred else MAINLAND

    def units(self, vertical: VerticalPieces) -> list[GlyphUnit]:
        """How every piece of a text is set."""
        pieces, settings = vertical.pieces, vertical.settings
        kinds, texts, cells = pieces.kinds, pieces.texts, self._cells
        if len(cells) > _KEPT:
            cells.clear()
        self._learn(
            (kind, text)
            for kind, text, setting in zip(kinds, texts, settings, strict=True)
            if setting == UPRIGHT and text not in cells
        )
        if SIDEWAYS not in settings and COMBINED not in settings:
            return [cells[text] for text in texts]
        return [
            cells[text] if setting == UPRIGHT else self._lying(kind, text, setting)
            for kind, text, setting in zip(kinds, texts, settings, strict=True)
        ]

    def unit(self, kind: str, text: str, setting: str) -> GlyphUnit:
        """How one piece is set."""
        if setting != UPRIGHT:
            return self._lying(kind, text, setting)
        if text not in self._cells:
            self._learn([(kind, text)])
        return self._cells[text]

    def _lying(self, kind: str, text: str, setting: str) -> GlyphUnit:
        """A piece that is no cell of one character."""
        if setting == SIDEWAYS:
            return self._sideways.unit(kind, text)
        if text not in self._combined:
            self._combined[text] = self._in_one_cell(text)
        return self._combined[text]

    def _learn(self, pieces: Iterable[tuple[str, str]]) -> None:
        """Shape new pieces, all at once."""
        new = list(dict.fromkeys(pieces))
        if not new:
            return
        # Several dots are as many cells, which all look alike.
        shown = [text[0] if kind == ELLIPSIS else text for kind, text in new]
        shaped = ShapedText(_BETWEEN.join([*shown, ""]), self._cell_font)
        glyphs: list[list[ShapedGlyph]] = [[] for _ in shaped.carets]
        for glyph in shaped.glyphs:
            glyphs[glyph.at].append(glyph)
        start = 0
        for (kind, text), one in zip(new, shown, strict=True):
            end = start + len(one)
            own = [glyph for at in range(start, end) for glyph in glyphs[at]]
            self._cells[text] = self._cell(kind, text, own, shaped.carets[start], shaped.carets[end])
            start = end + len(_BETWEEN)

    def _cell(self, kind: str, text: str, shaped: list[ShapedGlyph], start: float, end: float) -> UprightUnit:
        """A piece in the middle of its cell, a mark of punctuation where its font has it."""
        if kind == WIDE_SPACE:
            return UprightUnit(self.em)
        count = len(text) if kind == ELLIPSIS else 1
        carets = _even(len(text), self.em * count)
        if any(glyph.index == 0 for glyph in shaped):
            # What no font has: its code is painted there.
            return UprightUnit(self.em * count, carets=carets)
        advance = end - start
        inset = (self.em - advance) / 2 if kind == HAN else 0.0
        wanted = cell_width(kind, count, self.em, self._is_centred)
        height = self.em if wanted is None else wanted
        down = shift_into_cell(kind, self.em * count, height)
        glyphs = tuple(
            self._glyph(glyph, inset - start, down + self.em * cell) for cell in range(count) for glyph in shaped
        )
        lead = trail = 0.0
        if glyphs and len(text) == 1:
            ink = glyphs[0].face.boundingRect(glyphs[0].index).translated(0, glyphs[0].y)
            lead, trail = adjustment_space(kind, text, ink.top(), ink.bottom(), self.em)
        return UprightUnit(height, lead, trail, carets, glyphs)

    def _in_one_cell(self, text: str) -> UprightUnit:
        """Several characters beside each other, narrowed where they are too wide (CLREQ 3.2.2: 縱中橫)."""
        shown = text.translate(_NARROW)
        shaped = ShapedText(shown, self._word_font)
        if shaped.carets[-1] > self.em:
            font = QFont(self._word_font)
            font.setStretch(int(QFont.Stretch.Unstretched * self.em / shaped.carets[-1]))
            shaped = ShapedText(shown, font)
        inset = (self.em - shaped.carets[-1]) / 2
        glyphs = tuple(self._glyph(glyph, inset, 0.0) for glyph in shaped.glyphs)
        return UprightUnit(self.em, carets=_even(len(text), self.em), glyphs=glyphs)

    def _glyph(self, shaped: ShapedGlyph, right: float, down: float) -> Glyph:
        x = shaped.x + right - INWARD * self.em + self._rise
        return Glyph(self._face(shaped.face), shaped.index, x, shaped.y + down + DOWN * self.em)

    def _face(self, face: QRawFont) -> QRawFont:
        """The one object that stands for a font of this kind, so that runs of one font can be told by it."""
        for known in self._faces:
            if known == face:
                return known
        self._faces.append(face)
        return face


def _even(length: int, height: float) -> tuple[float, ...] | None:
    return tuple(height * at / length for at in range(length + 1)) if length > 1 else None


@lru_cache(maxsize=16)
def vertical_shaper_for(
    font: QFont, rise: float = 0.0, line_font: QFont | None = None, latin_families: tuple[str, ...] = ()
) -> VerticalShaper:
    """The shaper of a font: the same one for the same font, so that another size of the window shapes nothing anew."""
    return VerticalShaper(font, rise, line_font, latin_families)
