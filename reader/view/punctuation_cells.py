"""Where a punctuation mark stands in its square, as its font draws it."""

from __future__ import annotations

from reader.view.composition.kinds import CLOSING, COMMA, DASH, ELLIPSIS, INTERPUNCT, OPENING, STOP

#: How far ink may reach over the middle of the square, in em.
_TOLERANCE = 0.04

#: Marks that keep their square where they stand in the middle of it (CLREQ 3.1.6.1: those of Taiwan and Hong Kong).
_FIXED_IN_THE_MIDDLE = "！？‼⁇⁈⁉"


def cell_width(kind: str, length: int, em: float, is_centred: bool) -> float | None:
    """How wide a mark has to be, whatever its font says; None where the font decides.

    Args:
        kind: of the mark.
        length: of the mark, in code points.
        em: in pixels.
        is_centred: whether the font has its marks in the middle of their squares, as Taiwan and Hong Kong do: there
            the dot between the parts of a name takes a whole em, elsewhere half of one (CLREQ 3.1.1.5).
    """
    if kind == INTERPUNCT:
        return em if is_centred else em / 2
    if kind in (DASH, ELLIPSIS):
        return em * length
    if kind in (OPENING, CLOSING, COMMA, STOP):
        return em
    return None


def shift_into_cell(kind: str, advance: float, cell: float) -> float:
    """How far a mark that is no square of its own moves right to stand in one."""
    if kind == OPENING:
        return cell - advance
    return (cell - advance) / 2 if kind in (INTERPUNCT, DASH, ELLIPSIS) else 0.0


def adjustment_space(kind: str, text: str, left: float, right: float, em: float) -> tuple[float, float]:
    """The blank that can be taken off a mark in a square, at its start and at its end (CLREQ 3.1.6.1).

    It is told from the ink, so that it is right for every font: one of the mainland has a comma in the lower left, one
    of Taiwan in the middle.

    Args:
        kind: of the mark.
        text: the mark.
        left: where its ink begins, in pixels from the square's start.
        right: where its ink ends.
        em: the width of the square.
    """
    half, tolerance = em / 2, _TOLERANCE * em
    if kind == OPENING and left >= half - tolerance:
        return half, 0.0
    if kind in (CLOSING, COMMA, STOP):
        if right <= half + tolerance:
            return 0.0, half
        is_centred = left >= half / 2 - tolerance and right <= em - half / 2 + tolerance
        if is_centred and kind != CLOSING and text[0] not in _FIXED_IN_THE_MIDDLE:
            return half / 2, half / 2
    if kind == INTERPUNCT and left >= half / 2 - tolerance and right <= em - half / 2 + tolerance:
        return half / 2, half / 2
    return 0.0, 0.0
