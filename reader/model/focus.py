"""What stands out on the page while the rest steps back."""

from __future__ import annotations

from enum import Enum


class Focus(Enum):
    """How much of the text the reader wants to have before them."""

    ALL = "all"
    PARAGRAPH = "paragraph"
    LINE = "line"
