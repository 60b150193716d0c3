"""Sets a layout's text in lines: ours by CLREQ, or those of Qt where directions are mixed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.view.bidi_text import BidiText, is_for_qt
from reader.view.composed_text import ComposedText
from reader.view.composition.balance import balanced
from reader.view.composition.composer import GRACE, compose
from reader.view.composition.kinds import TAB
from reader.view.composition.measure import Measure
from reader.view.composition.pieces import Pieces, parted, pieces_of, spelled
from reader.view.decorations import decorations
from reader.view.glyph_unit import GlyphUnit
from reader.view.latin_formats import latin_formats
from reader.view.mark_formats import mark_formats
from reader.view.marked_fonts import font_spans, marked_shaper
from reader.view.odd_characters import odd_formats
from reader.view.page_style import BlockStyle
from reader.view.part import Part
from reader.view.shaper import Shaper, shaper_for
from reader.view.text_lines import TextLines
from reader.view.unseen import unseen
from reader.view.utf16 import Utf16Map

#: The narrowest column of a table, and the distance of tab stops elsewhere, in em.
_NARROWEST_CELL, _TAB = 3, 4


def set_text(parts: Sequence[Part], text: str, style: BlockStyle, width: float, is_ending: bool = False) -> TextLines:
    """The lines of a layout's text in a column.

    Args:
        parts: of the layout.
        text: of the parts.
        style: of the block.
        width: of the column, in pixels.
        is_ending: whether a paragraph ends with the text.
    """
    shaper = _shaper(style)
    room = max(shaper.em, width - style.left - style.right)
    tab = max(room / style.cells, _NARROWEST_CELL * shaper.em) if style.cells else _TAB * shaper.em
    has_marks = any(part.block.marks for part in parts)
    if is_for_qt(text):
        units = Utf16Map(text)
        formats = latin_formats(text, units, style.latin_families)
        formats += mark_formats(parts, text, units) if has_marks else []
        formats += odd_formats(parts, units, style.font)
        return BidiText(text, units, style, room, tab, formats)
    marked = font_spans(parts, text) if has_marks else []
    pieces = pieces_of(text)
    if marked:
        pieces = parted(pieces, (edge for span, _ in marked for edge in (span.start, span.end)))
    shaped = _shaped(pieces, style, marked)
    indent = min(style.indent, room / 2)
    too_wide = {
        at: unit.carets
        for at, unit in enumerate(shaped)
        if unit.advance > room - indent + GRACE and unit.carets is not None and pieces.kinds[at] != TAB
    }
    if too_wide:
        pieces = spelled(pieces, too_wide)
        shaped = _shaped(pieces, style, marked)
    measure = Measure(
        shaper.em, room, style.left, indent, style.is_justified, style.is_chinese, style.hangs, tab, is_ending
    )
    lines = balanced(pieces, shaped, measure) if style.is_centred else compose(pieces, shaped, measure)
    _hide(unseen(parts, text, style.font), pieces, shaped)
    drawn = decorations(parts) if has_marks else ()
    return ComposedText(pieces, shaped, lines, shaper.em, drawn)


def _shaped(pieces: Pieces, style: BlockStyle, marked: list[tuple[Span, MarkKind]]) -> list[GlyphUnit]:
    """The pieces, each in the font that its marks ask for."""
    units = _shaper(style).units(pieces)
    if not marked:
        return units
    starts = pieces.starts or list(range(len(pieces) + 1))
    for at, kind in enumerate(pieces.kinds):
        kinds = frozenset(mark for span, mark in marked if span.start <= starts[at] < span.end)
        if kinds:
            units[at] = marked_shaper(style, kinds).unit(kind, pieces.texts[at])
    return units


def _hide(offsets: Iterable[int], pieces: Pieces, units: list[GlyphUnit]) -> None:
    """Take the glyphs from characters in whose places something else is painted."""
    for offset in offsets:
        at = offset if pieces.starts is None else bisect_right(pieces.starts, offset) - 1
        units[at] = replace(units[at], glyphs=())


def _shaper(style: BlockStyle) -> Shaper:
    """The shaper of what is not marked."""
    return shaper_for(style.font, latin_families=style.latin_families)
