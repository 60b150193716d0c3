"""A piece of text as it is set: how wide it is, and how much of that is blank."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """What a piece of text takes of a line. Whoever draws it derives a class that holds the glyphs.

    Attributes:
        advance: from its start to the next piece, in pixels.
        lead: blank at its start that may be squeezed away (CLREQ 3.1.6.1: adjustment space), in pixels.
        trail: the same at its end.
        carets: where each of its code points begins, and where the last one ends, in pixels from its start; None for a
            single code point. One that does not begin a character of its own begins where that does.
    """

    advance: float
    lead: float = 0.0
    trail: float = 0.0
    carets: tuple[float, ...] | None = None
