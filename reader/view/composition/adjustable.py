"""What can be squeezed out of a text's pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from reader.view.composition.kinds import CLOSING, COMMA, SPACE, STOP, TAB, WIDE_SPACE
from reader.view.composition.spacing import Spacing
from reader.view.composition.unit import Unit

#: A word space and a gap between Han and Latin at the narrowest, in em (CLREQ 3.5.3 b, f).
_NARROWEST_SPACE, _NARROWEST_GAP = 0.25, 0.125

#: What takes no room at the end of a line.
WHITE = SPACE + WIDE_SPACE + TAB

#: Stops at the end of a sentence keep their width, as the pause is a long one (CLREQ 3.5.3 g: some styles do).
_ADJUSTABLE = re.compile(r"[(),* ]")


class Adjustable:
    """Pieces with their natural widths, and what of these can give way.

    Attributes:
        kinds: of the pieces.
        units: how they are set.
        spacing: their widths.
        em: in pixels.
    """

    def __init__(self, kinds: str, units: Sequence[Unit], spacing: Spacing, em: float) -> None:
        self.kinds = kinds
        self.units = units
        self.spacing = spacing
        self.em = em
        capacities = [0.0] * len(units)
        for found in _ADJUSTABLE.finditer(kinds):
            capacities[found.start()] = self.blank_of(found.start())
        for at in spacing.gaps:
            capacities[at] += self.gap_of(at)
        self._sums = list(accumulate(capacities, initial=0.0))

    def capacity(self, start: int, end: int) -> float:
        """How much shorter a line of the pieces from ``start`` to ``end`` can become, its ends aside, in pixels."""
        last = self.last_visible(start, end)
        return self._sums[last] - self._sums[start + 1] if last > start else 0.0

    def last_visible(self, start: int, end: int) -> int:
        """The last piece of a line that is no white space; ``start - 1`` if there is none."""
        last = end - 1
        while last >= start and self.kinds[last] in WHITE:
            last -= 1
        return last

    def end_blank(self, last: int) -> float:
        """What a piece does not need at a line's end: the gap behind it, or the blank of a mark (CLREQ 3.1.6.3)."""
        blank = self.spacing.gaps.get(last, 0.0)
        if self.spacing.is_chinese and self.kinds[last] in CLOSING + COMMA + STOP:
            blank += self.units[last].trail - self.spacing.trails.get(last, 0.0)
        return blank

    def blank_of(self, at: int) -> float:
        """What a mark or a word space can give."""
        if self.kinds[at] == SPACE:
            return max(0.0, self.spacing.advances[at] - _NARROWEST_SPACE * self.em)
        unit = self.units[at]
        return unit.lead + unit.trail - self.spacing.leads.get(at, 0.0) - self.spacing.trails.get(at, 0.0)

    def gap_of(self, at: int) -> float:
        """What the gap behind a piece can give."""
        return max(0.0, self.spacing.gaps.get(at, 0.0) - _NARROWEST_GAP * self.em)
