"""Where the lines stand in the viewport."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from reader.view.page_style import PageStyle, em_width

#: The narrowest column, in em.
_NARROWEST = 4


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """Where lines begin on the inline axis, and how long they are, in pixels."""

    left: float
    width: float


def page_geometry(style: PageStyle, inline_size: int) -> PageGeometry:
    """Lines of whole ems in the middle of a viewport, so that every one can be full (CLREQ 2.3: the type area)."""
    em = em_width(style)
    room = floor(inline_size / em - 2 * style.margin / 100)
    width = max(_NARROWEST, min(style.column_width, room)) * em
    return PageGeometry(max(0, floor((inline_size - width) / 2)), width)
