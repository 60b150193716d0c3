"""Which odd character stands at a point of a layout."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from reader.model.position import Span
from reader.view.block_layout import BlockLayout
from reader.view.odd_characters import OddCharacter, odd_characters

#: How far from a mark without width the mouse may be, in em.
_NEAR = 0.25


def odd_at(layout: BlockLayout, point: QPointF) -> OddCharacter | None:
    """The odd character at a point, in pixels from a layout's top left corner; None where there is none.

    One for which its font has a form is none to tell of.
    """
    line = layout.line_at(point.y())
    for odd in odd_characters(layout.parts, layout.style.font):
        if odd.glyph or layout.line_of(odd.offset) != line:
            continue
        if odd.has_width:
            boxes = layout.rectangles(Span(odd.offset, odd.offset + 1))
            if any(box.contains(point) for _, box in boxes):
                return odd
        elif abs(layout.x_at(line, odd.offset) - point.x()) <= _NEAR * layout.em:
            return odd
    return None
