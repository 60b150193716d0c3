"""The bridge between Python's code points and Qt's UTF-16 units. No other part of the program counts UTF-16."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Maps offsets of one text both ways. A text without supplementary characters maps to itself at no cost."""

    __slots__ = ("_code_points", "_units")

    def __init__(self, text: str) -> None:
        #: Offsets of the supplementary characters: in code points, and in UTF-16 units.
        self._code_points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [offset + index for index, offset in enumerate(self._code_points)]

    def to_units(self, offset: int) -> int:
        """The UTF-16 offset of a code-point offset."""
        return offset + bisect_left(self._code_points, offset)

    def to_code_points(self, unit: int) -> int:
        """The code-point offset of a UTF-16 offset. The middle of a surrogate pair counts as its start."""
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] + 1 == unit:
            return self._code_points[before - 1]
        return unit - before
