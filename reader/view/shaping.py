"""Has Qt shape a string, and reads where its glyphs are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFont, QRawFont, QTextLayout, QTextOption

from reader.view.utf16 import Utf16Map

#: What a glyph may stand before its character by, in pixels: Qt rounds to 1/64.
_GRACE = 0.1

#: Wider than any line.
_ENDLESS = 1e6

_GLYPHS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


@dataclass(frozen=True, slots=True)
class ShapedGlyph:
    """A glyph of a shaped string.

    Attributes:
        at: the code point that it belongs to.
        face: its font.
        index: in the font; 0 where no font has the character.
        x: from the string's start, in pixels.
        y: below the base line, in pixels.
    """

    at: int
    face: QRawFont
    index: int
    x: float
    y: float


class ShapedText:
    """A string in one line.

    Attributes:
        carets: where each code point begins and where the last one ends, in pixels; one within a character as the
            reader sees it begins where the character does.
        glyphs: in the order of the text.
    """

    def __init__(self, text: str, font: QFont) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout = QTextLayout(text, font)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS)
        layout.endLayout()
        units = Utf16Map(text)
        base = line.ascent()
        self.carets: list[float] = []
        for offset in range(len(text) + 1):
            unit = units.to_units(offset)
            if layout.isValidCursorPosition(unit) or not self.carets:
                # PySide6 returns the place and the unit it belongs to; its stubs say less.
                self.carets.append(line.cursorToX(unit)[0])  # type: ignore[index]
            else:
                self.carets.append(self.carets[-1])
        # Where the first character ends. In a string of several scripts Qt gives its number to others, too: which is
        # whose is told from where they stand.
        first_end = next((caret for caret in self.carets if caret > self.carets[0]), _ENDLESS)
        found = []
        for run in line.glyphRuns(-1, -1, _GLYPHS):
            face = run.rawFont()
            for index, point, unit in zip(run.glyphIndexes(), run.positions(), run.stringIndexes(), strict=True):
                at = units.to_code_points(unit)
                if at == 0 and point.x() + _GRACE >= first_end:
                    at = min(bisect_right(self.carets, point.x() + _GRACE), len(text)) - 1
                found.append(ShapedGlyph(at, face, index, point.x(), point.y() - base))
        self.glyphs = sorted(found, key=lambda glyph: glyph.at)

    def of_characters(self) -> Iterator[tuple[float, float, list[ShapedGlyph]]]:
        """For every code point its start, its end, and its glyphs."""
        held: list[list[ShapedGlyph]] = [[] for _ in self.carets[1:]]
        for glyph in self.glyphs:
            held[glyph.at].append(glyph)
        yield from zip(self.carets, self.carets[1:], held, strict=False)
