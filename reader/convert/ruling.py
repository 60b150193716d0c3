"""What is to be done with a text beyond the dictionaries: places that are settled, regional words that are refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Settled:
    """A place whose result is decided before any dictionary is asked.

    Attributes:
        start: where it begins in the text, in code points.
        end: where it ends.
        result: what is shown for it; not empty.
        reason: who decided: the name of a rule, shown to the reader as dictionaries are.
        is_standard: whether the result is in OpenCC's own standard, for which a region may have another form.
    """

    start: int
    end: int
    result: str
    reason: str
    is_standard: bool = False


class Ruling(Protocol):
    """What was ruled about one text."""

    @property
    def settled(self) -> Sequence[Settled]:
        """The places that are settled, ascending, none overlapping another."""

    @property
    def preferred(self) -> Sequence[Settled]:
        """Places that are settled if no word of the segmentation stands over them, likewise."""

    def crossed(self, places: Sequence[tuple[int, int]]) -> list[bool]:
        """For each of some places whether a word may lie across its bounds. Where none does it stands, untorn."""

    def stands(self, start: int, end: int) -> bool:
        """Whether a place of the text begins and ends where words do; always gives the same answer."""

    def tears(self, start: int, end: int) -> bool:
        """Whether words of the text lie across a place's bounds; always gives the same answer."""

    def allows(self, start: int, end: int, result: str) -> bool:
        """Whether a regional word at a place of the text is changed to a result; always gives the same answer."""


#: Rules about a text before it is converted. Safe to call from several threads.
Judge = Callable[[str], Ruling]

#: The places of a text that are decided beforehand, ascending, none overlapping another. Safe to call from any thread.
Settle = Callable[[str], Sequence[Settled]]
