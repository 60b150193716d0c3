"""The natural widths of a text's pieces: punctuation squeezed where it meets, gaps between Han and Latin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.view.composition.kinds import CLOSING, COMMA, INTERPUNCT, OPENING, STOP
from reader.view.composition.pieces import Pieces
from reader.view.composition.unit import Unit

#: Between Han and Latin letters or digits (CLREQ 3.2.2), in em.
GAP = 0.25

_RUN = re.compile(r"[(),.*]{2,}")
_BORDER = re.compile("H(?=[wvob])|[wvcb](?=H)")
#: A space that is written between Han and Latin is the gap.
_WRITTEN_GAP = re.compile("(?<=H) (?=w)|(?<=[wv]) (?=H)")


@dataclass(slots=True)
class Spacing:
    """Widths before any line is adjusted, in pixels, by the number of the piece.

    Attributes:
        advances: of the pieces; the gap behind one is part of it.
        leads: what was squeezed away at the start of some.
        trails: what was squeezed away at the end of some.
        gaps: the gaps behind some.
        is_chinese: whether blank is squeezed away at all.
    """

    advances: list[float]
    leads: dict[int, float] = field(default_factory=dict)
    trails: dict[int, float] = field(default_factory=dict)
    gaps: dict[int, float] = field(default_factory=dict)
    is_chinese: bool = False

    def of_line(self, amounts: dict[int, float], start: int, end: int) -> dict[int, float]:
        """Those of ``leads``, ``trails`` or ``gaps`` that belong to the pieces from ``start`` to ``end``."""
        if len(amounts) <= end - start:
            return {at: amount for at, amount in amounts.items() if start <= at < end}
        return {at: amounts[at] for at in range(start, end) if at in amounts}


def plain_spacing(units: Sequence[Unit]) -> Spacing:
    """Every piece as wide as it is."""
    return Spacing([unit.advance for unit in units])


def chinese_spacing(pieces: Pieces, units: Sequence[Unit], em: float) -> Spacing:
    """The widths of pieces in a Chinese text."""
    spacing = plain_spacing(units)
    spacing.is_chinese = True
    for found in _RUN.finditer(pieces.kinds):
        _squeeze_run(spacing, pieces.kinds, units, found.start(), found.end(), em)
    for found in _BORDER.finditer(pieces.kinds):
        at = found.start()
        word = pieces.texts[at + 1][0] if pieces.kinds[at] == "H" else pieces.texts[at][-1]
        if word == "%" or unicodedata.category(word)[0] in "LNMS":
            spacing.gaps[at] = GAP * em
            spacing.advances[at] += GAP * em
    for found in _WRITTEN_GAP.finditer(pieces.kinds):
        spacing.advances[found.start()] = GAP * em
    return spacing


def _squeeze_run(spacing: Spacing, kinds: str, units: Sequence[Unit], start: int, end: int, em: float) -> None:
    """Marks that stand together: two take one and a half em, more of them half an em each (CLREQ 3.1.6.2)."""
    if end - start > 2:
        for at in range(start, end - 1):
            if at > start or kinds[at] != OPENING:
                _cut(spacing, at, units[at].lead, units[at].trail)
        if kinds[end - 1] == OPENING:
            _cut(spacing, end - 1, units[end - 1].lead, 0.0)
        return
    one, other = start, start + 1
    if kinds[other] == OPENING and units[other].lead:
        _cut(spacing, other, min(em / 2, units[other].lead), 0.0)
    elif kinds[one] == CLOSING and units[one].trail:
        _cut(spacing, one, 0.0, min(em / 2, units[one].trail))
    elif kinds[one] in (COMMA, STOP, INTERPUNCT) and (kinds[other] == CLOSING or not units[one].lead):
        # What stands in the middle of its square keeps there.
        _cut(spacing, one, units[one].lead, units[one].trail)


def _cut(spacing: Spacing, at: int, lead: float, trail: float) -> None:
    """Take blank off a piece."""
    if lead:
        spacing.leads[at] = lead
    if trail:
        spacing.trails[at] = trail
    spacing.advances[at] -= lead + trail
