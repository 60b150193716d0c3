"""Characters that are not drawn with their line, because something else is painted in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont

from reader.model.mark import MarkKind
from reader.view.odd_characters import odd_characters
from reader.view.part import Part
from reader.view.visible_text import PICTURE


def unseen(parts: Sequence[Part], text: str, font: QFont) -> Iterator[int]:
    """The code points of a layout's text in whose places a code or a picture is painted.

    Args:
        parts: of the layout.
        text: of the parts.
        font: of the block.
    """
    for odd in odd_characters(parts, font):
        if odd.has_width:
            yield odd.offset
    for part in parts:
        for mark in part.block.marks:
            shown = part.display_span(mark.span) if mark.kind is MarkKind.IMAGE else None
            if shown is not None and text[shown.start : shown.end] == PICTURE:
                yield shown.start
