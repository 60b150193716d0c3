"""Where the column stands in the viewport."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from reader.view.page_style import PageStyle, em_width

#: The least space on either side of the column, in em.
_MARGIN = 1.5
_NARROWEST = 4


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """The column's left edge and its width, in pixels."""

    left: float
    width: float


def page_geometry(style: PageStyle, viewport_width: int) -> PageGeometry:
    """A column of whole ems in the middle of a viewport, so that every line can be full (CLREQ 2.3: the type area)."""
    em = em_width(style)
    room = floor(viewport_width / em - 2 * _MARGIN)
    width = max(_NARROWEST, min(style.column_width, room)) * em
    return PageGeometry(max(0, floor((viewport_width - width) / 2)), width)
