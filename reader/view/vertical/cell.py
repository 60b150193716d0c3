"""Where the base line goes through the cell of an upright character."""

from __future__ import annotations

#: From the cell's upper edge down to the base line of its character, and from its left edge inward to the base line of
#: what lies on its side, in em. Fonts for Chinese have the square of a Han character so far above and below the base
#: line (OpenType: the ideographic em box); so a line of Latin on its side goes through the middle of the cells.
DOWN, INWARD = 0.88, 0.12
