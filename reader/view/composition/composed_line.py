"""A line that is set: which pieces it holds, and where they stand."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ComposedLine:
    """Pieces in their places along a line; in horizontal writing from left to right.

    Attributes:
        start: the number of its first piece.
        end: the number behind its last piece. White space at the end of a line is in it, without width.
        edges: where each piece begins, and where the last one ends, in pixels from the column's start; never falling.
            The space between two characters belongs to the one before.
        leads: how much blank was squeezed away at the start of some pieces, by their numbers: what is drawn begins so
            much before the piece does.
        is_justified: whether it ends at the column's edge because it was adjusted to.
        hang: how far the last mark stands out of the column, in pixels.
    """

    start: int
    end: int
    edges: array[float]
    leads: dict[int, float]
    is_justified: bool
    hang: float = 0.0

    @property
    def left(self) -> float:
        """Where the first piece begins."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Where the last piece ends."""
        return self.edges[-1]

    def edge(self, piece: int) -> float:
        """Where a piece of the line begins, or where the last one ends."""
        return self.edges[piece - self.start]

    def origin(self, piece: int) -> float:
        """Where a piece would begin if nothing had been squeezed away at its start: where its glyphs are drawn."""
        return self.edges[piece - self.start] - self.leads.get(piece, 0.0)

    def piece_at(self, x: float) -> int:
        """The piece that a place of the line lies on, or the nearest one."""
        found = self.start + bisect_right(self.edges, x, 0, self.end - self.start) - 1
        return max(self.start, min(found, self.end - 1))
