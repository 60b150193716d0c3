"""Fits a line into its room: by squeezing blank away or by stretching gaps, in CLREQ's order."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from itertools import accumulate

from reader.view.composition.adjustable import Adjustable
from reader.view.composition.composed_line import ComposedLine
from reader.view.composition.kinds import CLOSING, COMMA, INTERPUNCT, OPENING, SPACE

#: A word space and a gap between Han and Latin at the widest, in em (CLREQ 3.5.4 a, b; a third as its note has it).
_WIDEST_SPACE, _WIDEST_GAP = 0.5, 1 / 3
#: How far characters may be pulled apart, in em. A line that is shorter than that gives keeps its natural widths: an
#: uneven edge disturbs less than white rivers.
_WIDEST = 0.25

#: What gives way in turn (CLREQ 3.5.3 b to e); the gaps between Han and Latin come after these. Every one gives half of
#: its blank before any gives all: a bracket that touches its neighbour is the last resort.
_SQUEEZED = (SPACE, INTERPUNCT, OPENING + CLOSING, COMMA)

#: Where nothing is ever pulled apart: within one piece of writing, and beside what connects (CLREQ 3.5.4).
_MAYBE_STIFF = re.compile(r"[-:~/$%gzxvdobc\t]")
_STIFF = re.compile(r"(?<=-)(?=-)|(?<=:)(?=:)|(?<=d)(?=[d%])|(?<=[~/$gzob\t])|(?=[~/%gzxvcb\t])")

#: Less than Qt can tell, in pixels.
_NOTHING = 1 / 64


class _Draft:
    """A line while it is adjusted: the widths of its pieces, up to the last one that is seen."""

    def __init__(self, text: Adjustable, start: int, end: int, lead: float, is_last: bool) -> None:
        self.text = text
        self.start = start
        self.last = text.last_visible(start, end)
        self.widths = text.spacing.advances[start:end]
        self.leads = text.spacing.of_line(text.spacing.leads, start, end)
        for at in range(self.last + 1, end):
            self.widths[at - start] = 0.0
        if end > start:
            self.widths[0] += self.leads.pop(start, 0.0) - lead
            if lead:
                self.leads[start] = lead
        if not is_last and self.last >= start:
            self.widths[self.last - start] -= text.end_blank(self.last)

    def squeeze(self, excess: float) -> None:
        """Make the line so much shorter, as far as it can be: by half of what each mark can give, then by the rest."""
        inner = range(self.start + 1, self.last)
        pieces = [[at for at in inner if self.text.kinds[at] in kinds] for kinds in _SQUEEZED]
        gaps = list(self.text.spacing.of_line(self.text.spacing.gaps, self.start, self.last))
        for _ in range(2):
            for found in pieces:
                excess -= self._shrink(found, self.text.blank_of, excess)
            excess -= self._shrink(gaps, self.text.gap_of, excess)

    def stretch(self, slack: float) -> bool:
        """Make the line so much longer; False, and nothing has changed, if that would tear it apart."""
        text, em = self.text, self.text.em
        widths = list(self.widths)
        inner = range(self.start + 1, self.last)
        spaces = {at: _WIDEST_SPACE * em - text.spacing.advances[at] for at in inner if text.kinds[at] == SPACE}
        found = text.spacing.of_line(text.spacing.gaps, self.start, self.last)
        gaps = {at: _WIDEST_GAP * em - gap for at, gap in found.items()}
        for rooms in (spaces, gaps):
            total = sum(room for room in rooms.values() if room > 0)
            share = min(1.0, slack / total) if total else 0.0
            for at, room in rooms.items():
                widths[at - self.start] += max(0.0, room) * share
            slack -= total * share
        if slack > _NOTHING:
            stiff = self._stiff()
            free = self.last - self.start - len(stiff)
            if free <= 0 or slack / free > _WIDEST * em:
                return False
            each = slack / free
            for index in range(self.last - self.start):
                if index not in stiff:
                    widths[index] += each
        self.widths = widths
        return True

    def _stiff(self) -> frozenset[int]:
        """The pieces, counted from the line's start, that stay as close to the next one as they are."""
        kinds = self.text.kinds
        if _MAYBE_STIFF.search(kinds, self.start, self.last + 1) is None:
            return frozenset()
        found = _STIFF.finditer(kinds, self.start + 1, self.last + 1)
        return frozenset(one.start() - 1 - self.start for one in found if one.start() <= self.last)

    def _shrink(self, pieces: list[int], blank_of: Callable[[int], float], excess: float) -> float:
        """Take up to half of their blank off some pieces, off all of them in the same measure; how much it was."""
        blanks = {at: blank for at in pieces if (blank := blank_of(at)) > 0}
        total = sum(blanks.values()) / 2
        if total <= 0 or excess <= _NOTHING:
            return 0.0
        share = min(1.0, excess / total) / 2
        for at, blank in blanks.items():
            self.widths[at - self.start] -= blank * share
            unit = self.text.units[at]
            if unit.lead:
                lead = self.text.spacing.leads.get(at, 0.0)
                self.leads[at] = self.leads.get(at, 0.0) + (unit.lead - lead) * share
        return total * share * 2


def adjusted(
    text: Adjustable, start: int, end: int, left: float, room: float, lead: float, is_stretched: bool, is_hanging: bool
) -> ComposedLine:
    """The line of the pieces from ``start`` to ``end``.

    Args:
        text: the pieces.
        start: the first piece.
        end: behind the last piece.
        left: where the line begins.
        room: how long it may be.
        lead: what is squeezed away at its start.
        is_stretched: whether it is to end at the edge.
        is_hanging: whether its last mark stands behind the edge.
    """
    draft = _Draft(text, start, end, lead, is_last=end >= len(text.units))
    hang = draft.widths[draft.last - start] if is_hanging else 0.0
    slack = room + hang - sum(draft.widths)
    is_justified = False
    if slack < -_NOTHING:
        draft.squeeze(-slack)
        is_justified = is_stretched
    elif is_stretched:
        is_justified = slack <= _NOTHING or draft.stretch(slack)
    edges = array("d", accumulate(draft.widths, initial=left))
    return ComposedLine(start, end, edges, draft.leads, is_justified, hang)
