"""Lines of a heading: none much shorter than the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.view.composition.composed_line import ComposedLine
from reader.view.composition.composer import compose
from reader.view.composition.measure import Measure
from reader.view.composition.pieces import Pieces
from reader.view.composition.unit import Unit

#: A text of more lines is no heading any more.
_MOST = 4


def balanced(pieces: Pieces, units: Sequence[Unit], measure: Measure) -> list[ComposedLine]:
    """No more lines than the measure asks for, as even as can be (CSS Text 4, ``text-wrap: balance``)."""
    lines = compose(pieces, units, measure)
    if not 1 < len(lines) <= _MOST:
        return lines
    least = sum(line.right - line.left for line in lines) / len(lines)
    room = measure.em * max(1, round(least / measure.em))
    while room < measure.room:
        narrower = compose(pieces, units, replace(measure, room=room))
        if len(narrower) == len(lines):
            return narrower
        room += measure.em
    return lines
