"""Sets a text in lines: chooses where they end, and has each of them adjusted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import floor

from reader.view.composition.adjustable import WHITE, Adjustable
from reader.view.composition.adjustment import adjusted
from reader.view.composition.breaks import breakable
from reader.view.composition.composed_line import ComposedLine
from reader.view.composition.kinds import CLOSING, COMMA, HAN, OPENING, STOP, TAB
from reader.view.composition.measure import Measure
from reader.view.composition.pieces import Pieces
from reader.view.composition.spacing import chinese_spacing, plain_spacing
from reader.view.composition.unit import Unit

#: What a line may be too long by before it counts, in pixels: layouts measure in 1/64.
GRACE = 0.5

_HANGING = COMMA + STOP
_MARKS = OPENING + CLOSING + _HANGING
#: No orphan has more pieces, and no line that could lend it a character fewer.
_ORPHAN = 5


def compose(pieces: Pieces, units: Sequence[Unit], measure: Measure) -> list[ComposedLine]:
    """The lines of a text; one, empty, if it is empty.

    Every line is as full as it can be: it takes the next piece in if squeezing makes room for it, and is stretched
    where it does not (CLREQ 3.1.4: squeeze in first, push out after; 3.5.2: the same).

    Args:
        pieces: of the text.
        units: how each of them is set; none wider than the line, or it stands out of it.
        measure: of the lines.
    """
    return _Composer(pieces, units, measure).lines()


class _Composer:
    """The state of one composition."""

    def __init__(self, pieces: Pieces, units: Sequence[Unit], measure: Measure) -> None:
        self._kinds = pieces.kinds
        self._units = units
        self._measure = measure
        self._count = len(units)
        spacing = chinese_spacing(pieces, units, measure.em) if measure.is_chinese else plain_spacing(units)
        self._text = Adjustable(pieces.kinds, units, spacing, measure.em)
        self._breakable = breakable(pieces)
        self._edges = list(accumulate(spacing.advances, initial=0.0))
        self._tab = self._kinds.find(TAB)

    def lines(self) -> list[ComposedLine]:
        found: list[ComposedLine] = []
        start = 0
        indent = self._measure.indent
        while start < self._count or not found:
            line = self._line(start, indent)
            found.append(line)
            start = line.end
            indent = 0.0
        return found

    def _line(self, start: int, indent: float) -> ComposedLine:
        measure = self._measure
        room = max(measure.em, measure.room - indent)
        if self._tab >= 0:
            self._set_tabs(start, room, indent)
        # A bracket that opens stands flush at the start of a line, the indented one too (CLREQ 3.1.6.3).
        lead = 0.0
        if measure.is_chinese and self._kinds[start : start + 1] == OPENING:
            lead = self._units[start].lead
        base = self._edges[start] + lead - self._text.spacing.leads.get(start, 0.0)
        end, is_hanging = self._end(start, base + room)
        if measure.is_ending and measure.is_justified and self._is_orphan(end):
            end, is_hanging = self._before_orphan(start, end), False
        is_stretched = measure.is_justified and end < self._count
        return adjusted(self._text, start, end, measure.start + indent, room, lead, is_stretched, is_hanging)

    def _end(self, start: int, limit: float) -> tuple[int, bool]:
        """Behind which piece the line ends, and whether its last mark hangs.

        Args:
            start: the first piece.
            limit: where the line ends, counted as the edges are.
        """
        limit += GRACE
        full = max(start, bisect_right(self._edges, limit) - 1)
        # White space takes no room at a line's end, and blank within the last mark none either.
        while full < self._count and (self._kinds[full] in WHITE or self._tail(full + 1, start) <= limit):
            full += 1
        if full >= self._count:
            return self._count, False
        if self._hangs(start, full):
            return self._behind_white(full + 1), True
        kept = self._breakable.rfind(1, start + 1, full + 1)
        taken = self._breakable.find(1, full + 1)
        is_full = kept == full and self._edges[full] > limit - 2 * GRACE
        if not is_full and self._fits_squeezed(start, taken, limit):
            return self._behind_white(taken), False
        if kept > start:
            return kept, False
        # Nothing may be parted here, and it is longer than the line: part it where the line is full.
        return max(full, start + 1), False

    def _is_orphan(self, start: int) -> bool:
        """Whether a last line would hold one character and its marks (CLREQ 3.4.4: 孤字)."""
        rest = self._kinds[start:]
        return len(rest) <= _ORPHAN and len(rest.strip(_MARKS + WHITE)) == 1 and HAN in rest

    def _before_orphan(self, start: int, end: int) -> int:
        """Where a line ends that leaves the last one another character; at ``end`` where it would be too short."""
        earlier = self._breakable.rfind(1, start + _ORPHAN, end)
        is_near = earlier > 0 and self._edges[end] - self._edges[earlier] <= 2 * self._measure.em
        return earlier if is_near else end

    def _hangs(self, start: int, at: int) -> bool:
        """Whether a piece that would begin the next line hangs behind this one (CLREQ 3.1.7).

        Only a mark that stands alone does, and not one in the middle of its square.
        """
        return (
            self._measure.hangs
            and at > start
            and self._kinds[at] in _HANGING
            and self._breakable[at + 1] == 1
            and not self._units[at].lead
            and self._kinds[at - 1] not in _MARKS
        )

    def _fits_squeezed(self, start: int, end: int, limit: float) -> bool:
        excess = self._tail(end, start) - limit
        return excess <= 0 or (self._measure.is_chinese and excess <= self._text.capacity(start, end))

    def _tail(self, end: int, start: int) -> float:
        """Where the text of a line that ends behind piece ``end`` ends, without what takes no room there."""
        last = max(start, self._text.last_visible(start, end))
        return self._edges[last + 1] - (self._text.end_blank(last) if end < self._count else 0.0)

    def _behind_white(self, end: int) -> int:
        while end < self._count and not self._breakable[end]:
            end += 1
        return end

    def _set_tabs(self, start: int, room: float, indent: float) -> None:
        """Give the tabs of a line their widths: each leads to the next stop, or to the line's end."""
        x = indent
        tab = self._measure.tab
        advances = self._text.spacing.advances
        is_changed = False
        for piece in range(start, self._count):
            if self._kinds[piece] == TAB:
                stop = (floor(x / tab + 1e-6) + 1) * tab
                advances[piece] = min(stop, max(x, room + indent)) - x
                is_changed = True
            x += advances[piece]
            if x > room + indent + GRACE:
                break
        if is_changed:
            self._edges[start:] = accumulate(advances[start:], initial=self._edges[start])
