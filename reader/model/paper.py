"""Sizes of paper."""

from __future__ import annotations

from enum import Enum


class Paper(Enum):
    """What a text is printed on: the sizes of ISO 216, of Chinese books, of North America, and of an e-reader."""

    A4 = "a4"
    A5 = "a5"
    B5 = "b5"
    K16 = "16k"
    K32 = "32k"
    LETTER = "letter"
    SCREEN = "screen"

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height, upright."""
        return _SIZES[self]


#: 16開 and 32開 as GB/T 788 trims books; the screen of an e-reader of six inches.
_SIZES: dict[Paper, tuple[float, float]] = {
    Paper.A4: (210, 297),
    Paper.A5: (148, 210),
    Paper.B5: (176, 250),
    Paper.K16: (185, 260),
    Paper.K32: (130, 184),
    Paper.LETTER: (215.9, 279.4),
    Paper.SCREEN: (90, 122),
}
