"""A piece of text with the glyphs that draw it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QRawFont

from reader.view.composition.unit import Unit


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph and where it stands.

    Attributes:
        face: the font file, size and weight that it is from.
        index: in that font.
        x: pixels from the unit's start.
        y: pixels below the base line.
    """

    face: QRawFont
    index: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class GlyphUnit(Unit):
    """A piece as it is drawn in horizontal lines.

    Attributes:
        glyphs: of the piece; none where it cannot be seen, or no font has it.
        above: how far its ink stands out above the ascent of the block's font, in pixels.
        below: the same below its descent.
    """

    glyphs: tuple[Glyph, ...] = ()
    above: float = 0.0
    below: float = 0.0
