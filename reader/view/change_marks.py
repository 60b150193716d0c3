"""Underlines what conversion has changed: faintly what follows from the script, in colours what deserves a look."""

from __future__ import annotations

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPen

from reader.model.text_change import ChangeKind, TextChange
from reader.view.canvas import Canvas
from reader.view.content import Content
from reader.view.flow import Placed

#: How far below the base line, and how thick, in em: clear of the characters, and of those in the next line.
_BELOW, _THICKNESS = 0.2, 0.05

#: How much of the page's secondary colour is seen under what follows from the script.
_FAINT = 0.6

#: What is left free at either end, in em, so that two changes side by side are two.
_GAP = 0.06


#: What deserves a look is drawn in a colour of the palette for text and underlines: blue, orange, green.
_INKS = {ChangeKind.CHOICE: 1, ChangeKind.REGIONAL: 5, ChangeKind.OWN: 2}


def paint_changes(canvas: Canvas, item: Placed, content: Content) -> None:
    """Underline the changes of a layout. In vertical writing the line stands to the left, as a proper name's does."""
    for part in item.layout.parts:
        for change in content.changes(part.block):
            span = part.display_span(change.span)
            if span is None:
                continue
            canvas.painter.setPen(_pen(change, canvas, item.layout.em))
            for line, slot in item.layout.rectangles(span):
                row = item.top + item.layout.base_line(line) + _BELOW * item.layout.em
                gap = min(slot.width() / 4, _GAP * item.layout.em)
                left, right = canvas.left + slot.left() + gap, canvas.left + slot.right() - gap
                canvas.painter.drawLine(QLineF(left, row, right, row))


def _pen(change: TextChange, canvas: Canvas, em: float) -> QPen:
    inks = canvas.colours.inks
    if change.kind in _INKS:
        pen = QPen(QColor(inks[_INKS[change.kind] % len(inks)]), max(1.0, _THICKNESS * em))
    else:
        colour = QColor(canvas.colours.secondary)
        colour.setAlphaF(_FAINT)
        pen = QPen(colour, 1.0, Qt.PenStyle.DotLine)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
