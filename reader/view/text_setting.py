"""Sets a layout's text in lines: ours by CLREQ, or those of Qt where directions are mixed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.convert.word_pairs import may_be_torn
from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.search.fold import fold
from reader.view.axes import WritingMode
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
from reader.view.marked_fonts import font_spans, marked_face, marked_pieces
from reader.view.odd_characters import odd_formats
from reader.view.page_style import BlockStyle
from reader.view.part import Part
from reader.view.ruby import Ruby
from reader.view.ruby_setting import with_rubies
from reader.view.shaper import Shaper, shaper_for
from reader.view.text_lines import TextLines
from reader.view.unseen import unseen
from reader.view.utf16 import Utf16Map
from reader.view.vertical.vertical_setting import set_vertically
from reader.view.vertical.vertical_text import VerticalText

#: The narrowest column of a table, and the distance of tab stops elsewhere, in em.
_NARROWEST_CELL, _TAB = 3, 4

_LINES = {WritingMode.HORIZONTAL: ComposedText, WritingMode.VERTICAL: VerticalText}


def set_text(
    parts: Sequence[Part],
    text: str,
    style: BlockStyle,
    width: float,
    is_ending: bool = False,
    rubies: Sequence[Ruby] = (),
) -> TextLines:
    """The lines of a layout's text in a column.

    Args:
        parts: of the layout.
        text: of the parts.
        style: of the block.
        width: of the column, in pixels.
        is_ending: whether a paragraph ends with the text.
        rubies: the readings of characters, ascending.
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
    pieces, shaped = _set(pieces, style, marked)
    indent = min(style.indent, room / 2)
    too_wide = _wider_than(room - indent + GRACE, pieces, shaped)
    if too_wide:
        pieces, shaped = _set(spelled(pieces, too_wide), style, marked)
    if rubies:
        shaped = with_rubies(pieces, shaped, rubies, style)
    measure = Measure(
        shaper.em, room, style.left, indent, style.is_justified, style.is_chinese, style.hangs, tab, is_ending
    )
    lines = balanced(pieces, shaped, measure, _may_be_torn) if style.is_even else compose(pieces, shaped, measure)
    _hide(unseen(parts, text, style.font), pieces, shaped)
    drawn = decorations(parts) if has_marks else ()
    return _LINES[style.mode](pieces, shaped, lines, shaper.em, drawn)


def set_marker(text: str, style: BlockStyle) -> TextLines:
    """The one line of what stands before a block: a number, a bullet."""
    pieces, units = _set(pieces_of(text), style, ())
    em = shaper_for(style.font).em
    room = sum(unit.advance for unit in units) + len(units) * em
    lines = compose(pieces, units, Measure(em, room, is_chinese=style.is_chinese))
    return _LINES[style.mode](pieces, units, lines, em)


def _may_be_torn(one: str, other: str) -> bool:
    """Whether a bound between two characters may tear a word, in whatever script it is written."""
    return may_be_torn(fold(one), fold(other))


def _set(pieces: Pieces, style: BlockStyle, marked: Sequence[tuple[Span, MarkKind]]) -> tuple[Pieces, list[GlyphUnit]]:
    """The pieces as the lines of a block have them, each in the font that its marks ask for."""
    if style.mode is WritingMode.VERTICAL:
        return set_vertically(pieces, style, marked)
    units = _shaper(style).units(pieces)
    for at, kinds in marked_pieces(pieces, marked) if marked else ():
        units[at] = shaper_for(*marked_face(style, kinds)).unit(pieces.kinds[at], pieces.texts[at])
    return pieces, units


def _wider_than(room: float, pieces: Pieces, units: list[GlyphUnit]) -> dict[int, tuple[float, ...]]:
    """The words that are longer than a line: their numbers, and where their characters begin."""
    if max((unit.advance for unit in units), default=0.0) <= room:
        return {}
    return {
        at: unit.carets
        for at, unit in enumerate(units)
        if unit.advance > room and unit.carets is not None and pieces.kinds[at] != TAB
    }


def _hide(offsets: Iterable[int], pieces: Pieces, units: list[GlyphUnit]) -> None:
    """Take the glyphs from characters in whose places something else is painted."""
    for offset in offsets:
        at = offset if pieces.starts is None else bisect_right(pieces.starts, offset) - 1
        units[at] = replace(units[at], glyphs=())


def _shaper(style: BlockStyle) -> Shaper:
    """The shaper of what is not marked."""
    return shaper_for(style.font, latin_families=style.latin_families)
