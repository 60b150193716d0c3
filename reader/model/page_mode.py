"""How the reader goes through a text."""

from __future__ import annotations

from enum import Enum


class PageMode(Enum):
    """One long scroll, or pages: as many beside each other as there is room for, always one, always two facing."""

    SCROLLED = "scrolled"
    PAGED = "paged"
    SINGLE = "single"
    FACING = "facing"
