"""Lines of a heading: none much shorter than the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.view.composition.composed_line import ComposedLine
from reader.view.composition.composer import compose
from reader.view.composition.measure import Measure
from reader.view.composition.pieces import Pieces
from reader.view.composition.unit import Unit

#: A text of more lines is no heading any more.
_MOST = 4

#: How much longer than the average a line may be, so that no word is torn.
_UNEVEN = 1.3


def balanced(
    pieces: Pieces, units: Sequence[Unit], measure: Measure, may_be_torn: Callable[[str, str], bool]
) -> list[ComposedLine]:
    """No more lines than the measure asks for, as even as can be (CSS Text 4, ``text-wrap: balance``).

    A line may be longer than the others by some characters where fewer words are torn between it and the next.

    Args:
        pieces: of the heading.
        units: the same, shaped.
        measure: of its lines.
        may_be_torn: whether two characters beside each other may stand in one word.
    """
    lines = compose(pieces, units, measure)
    if not 1 < len(lines) <= _MOST:
        return lines

    def torn(lines: list[ComposedLine]) -> int:
        return sum(may_be_torn(pieces.texts[line.end - 1][-1], pieces.texts[line.end][0]) for line in lines[:-1])

    least = sum(line.right - line.left for line in lines) / len(lines)
    room = measure.em * max(1, round(least / measure.em))
    even: list[list[ComposedLine]] = []
    while room < measure.room and (not even or room <= least * _UNEVEN):
        narrower = compose(pieces, units, replace(measure, room=room))
        if len(narrower) == len(lines):
            even.append(narrower)
        room += measure.em
    return min(even, key=torn, default=lines)
