"""How lines are to be set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """The measure of a block's lines, in pixels.

    Attributes:
        em: the advance of a Han character.
        room: the length of a line.
        start: where lines begin, from the column's start.
        indent: how much farther in the first one begins.
        is_justified: whether all lines but the last end at the same edge.
        is_chinese: whether punctuation is squeezed and gaps are put between Han and Latin; not so in code.
        hangs: whether a comma or a stop may stand behind the edge (CLREQ 3.1.7).
        tab: the distance of tab stops.
        is_ending: whether a paragraph ends with the text: its last line is not to hold a single character.
    """

    em: float
    room: float
    start: float = 0.0
    indent: float = 0.0
    is_justified: bool = False
    is_chinese: bool = True
    hangs: bool = False
    tab: float = 80.0
    is_ending: bool = False
