"""A piece of text that stands upright in a vertical line."""

from __future__ import annotations

from dataclasses import dataclass

from reader.view.glyph_unit import GlyphUnit


@dataclass(frozen=True, slots=True)
class UprightUnit(GlyphUnit):
    """A piece in one cell or more, with glyphs that are not turned.

    Their x counts to the right from the line's base line, their y down from the unit's start.
    """
