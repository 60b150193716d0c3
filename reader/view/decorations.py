"""Lines under and through characters: underlines, links, what was struck out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.view.part import Part

#: Below the base line, in em: under characters, as close as they may come (CLREQ 3.1.8), and through their middle.
_HEIGHTS = {MarkKind.UNDERLINE: 0.17, MarkKind.LINK: 0.17, MarkKind.STRIKE: -0.36}
#: As thick as this, in em.
_THICKNESS = 1 / 20


@dataclass(frozen=True, slots=True)
class Decoration:
    """A line along characters.

    Attributes:
        span: code points of a layout's text.
        kind: which line.
    """

    span: Span
    kind: MarkKind


def decorations(parts: Iterable[Part]) -> tuple[Decoration, ...]:
    """The lines along what is marked in a layout's text."""
    found = []
    for part in parts:
        for mark in part.block.marks:
            shown = part.display_span(mark.span) if mark.kind in _HEIGHTS else None
            if shown is not None:
                found.append(Decoration(shown, mark.kind))
    return tuple(found)


def draw_decoration(painter: QPainter, kind: MarkKind, start: QPointF, end: QPointF, em: float) -> None:
    """Draw the line of characters that stand on a base line from ``start`` to ``end``, in the painter's colour."""
    pen = QPen(painter.pen())
    pen.setWidthF(max(1.0, em * _THICKNESS))
    pen.setStyle(Qt.PenStyle.DotLine if kind is MarkKind.LINK else Qt.PenStyle.SolidLine)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    down = QPointF(0, em * _HEIGHTS[kind])
    painter.save()
    painter.setPen(pen)
    painter.drawLine(start + down, end + down)
    painter.restore()
