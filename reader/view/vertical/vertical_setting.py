"""Pieces of a text with the glyphs that set them in vertical lines."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.view.composition.pieces import Pieces
from reader.view.glyph_unit import GlyphUnit
from reader.view.marked_fonts import marked_face, marked_pieces
from reader.view.page_style import BlockStyle
from reader.view.vertical.setting import plain_pieces, vertical_pieces
from reader.view.vertical.vertical_shaper import vertical_shaper_for


def set_vertically(
    pieces: Pieces, style: BlockStyle, marked: Sequence[tuple[Span, MarkKind]]
) -> tuple[Pieces, list[GlyphUnit]]:
    """The pieces as vertical lines have them, each in the font that its marks ask for.

    In code, words and punctuation keep the forms that they have.

    Args:
        pieces: of a text.
        style: of its block.
        marked: code points of the text that another font sets, and why.
    """
    shaper = vertical_shaper_for(style.font, latin_families=style.latin_families)
    vertical = vertical_pieces(pieces, shaper.quotes) if style.is_chinese else plain_pieces(pieces)
    units = shaper.units(vertical)
    for at, kinds in marked_pieces(vertical.pieces, marked) if marked else ():
        own = vertical_shaper_for(*marked_face(style, kinds))
        units[at] = own.unit(vertical.pieces.kinds[at], vertical.pieces.texts[at], vertical.settings[at])
    return vertical.pieces, units
