"""Makes room for readings before a text is set in lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from math import inf

from reader.view.axes import WritingMode
from reader.view.composition.pieces import Pieces
from reader.view.glyph_unit import Glyph, GlyphUnit
from reader.view.page_style import BlockStyle
from reader.view.ruby import Ruby
from reader.view.ruby_shaper import BESIDE_ROOM, GAP, OVERHANG, RubyShaper, ruby_shaper_for
from reader.view.vertical.cell import DOWN, INWARD
from reader.view.vertical.upright_unit import UprightUnit


def with_rubies(
    pieces: Pieces, units: Sequence[GlyphUnit], rubies: Sequence[Ruby], style: BlockStyle
) -> list[GlyphUnit]:
    """The units of a text with room for its readings: none overlaps another.

    Zhuyin becomes a part of its character's unit. Other readings are drawn over the characters; where they are longer,
    the characters part, each by as much, unless their neighbours have no reading and can be reached over.
    """
    made = list(units)
    shaper, mode = ruby_shaper_for(style.font, style.latin_families), style.mode
    places = _Places(pieces)
    for number, ruby in enumerate(rubies):
        first, last = places.of(ruby)
        if ruby.is_zhuyin and first + 1 == last:
            made[first] = shaper.kept(made[first], ruby.text, lambda unit, text: _with_zhuyin(unit, shaper, text, mode))
            continue
        advance = sum(made[piece].advance for piece in range(first, last))
        wanted = shaper.over(ruby.text)[0] + GAP * shaper.em
        is_read_before = number > 0 and places.of(rubies[number - 1])[1] >= first
        is_read_after = number + 1 < len(rubies) and places.of(rubies[number + 1])[0] <= last
        before = 0.0 if is_read_before else _free(units, first - 1)
        after = 0.0 if is_read_after else _free(units, last)
        missing = wanted - advance - 2 * min(OVERHANG * shaper.em, before, after)
        if missing > 0:
            for piece in range(first, last):
                made[piece] = shaper.kept(made[piece], missing / (last - first), _wider)
    return made


def _free(units: Sequence[GlyphUnit], piece: int) -> float:
    """How far a reading may reach over a piece that has none: half of what it is when all blank is squeezed away."""
    if not 0 <= piece < len(units):
        return inf
    unit = units[piece]
    return (unit.advance - unit.lead - unit.trail) / 2


class _Places:
    """Which pieces hold the characters of a reading."""

    def __init__(self, pieces: Pieces) -> None:
        self._starts = pieces.starts

    def of(self, ruby: Ruby) -> tuple[int, int]:
        """The number of the first piece, and the number behind the last."""
        if self._starts is None:
            return ruby.span.start, ruby.span.end
        first = bisect_right(self._starts, ruby.span.start) - 1
        return first, max(first + 1, bisect_left(self._starts, ruby.span.end))


def _with_zhuyin(unit: GlyphUnit, shaper: RubyShaper, reading: str, mode: WritingMode) -> GlyphUnit:
    """A character with its reading to the right of it: beside it in a horizontal line, over it in a vertical one."""
    em = shaper.em
    if isinstance(unit, UprightUnit) and mode is WritingMode.VERTICAL:
        right, top = (1 - INWARD) * em, (unit.advance - em) / 2
        return replace(unit, glyphs=unit.glyphs + _moved(shaper.beside(reading), right, top))
    glyphs = unit.glyphs + _moved(shaper.beside(reading), unit.advance, -DOWN * em)
    return replace(unit, advance=unit.advance + BESIDE_ROOM * em, glyphs=glyphs)


def _wider(unit: GlyphUnit, by: float) -> GlyphUnit:
    """A unit with half as much more room on either side."""
    x, y = (0.0, by / 2) if isinstance(unit, UprightUnit) else (by / 2, 0.0)
    carets = unit.carets
    if carets is not None:
        carets = (carets[0], *(caret + by / 2 for caret in carets[1:-1]), carets[-1] + by)
    return replace(unit, advance=unit.advance + by, carets=carets, glyphs=_moved(unit.glyphs, x, y))


def _moved(glyphs: Sequence[Glyph], x: float, y: float) -> tuple[Glyph, ...]:
    return tuple(Glyph(glyph.face, glyph.index, glyph.x + x, glyph.y + y) for glyph in glyphs)
