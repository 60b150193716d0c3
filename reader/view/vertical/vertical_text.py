"""Vertical lines set by CLREQ, drawn glyph by glyph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter

from reader.view.composed_text import ComposedText
from reader.view.composition.composed_line import ComposedLine
from reader.view.composition.pieces import Pieces
from reader.view.decorations import Decoration
from reader.view.glyph_runs import GlyphRuns
from reader.view.glyph_unit import GlyphUnit
from reader.view.vertical.upright_unit import UprightUnit

_ORIGIN = QPointF()


class VerticalText(ComposedText):
    """``TextLines`` of pieces that stand upright or lie on their side.

    It is painted by a painter that is turned clockwise by a right angle: what lies on its side is drawn as in a
    horizontal line, and what stands upright is turned back.
    """

    __slots__ = ("_upright",)

    def __init__(
        self,
        pieces: Pieces,
        units: list[GlyphUnit],
        lines: list[ComposedLine],
        em: float,
        decorations: tuple[Decoration, ...] = (),
    ) -> None:
        super().__init__(pieces, units, lines, em, decorations)
        #: What draws the upright pieces of each line, made when it is first drawn.
        self._upright: dict[int, list[QGlyphRun]] = {}

    def _draw_glyphs(self, painter: QPainter, line: int, origin: QPointF) -> None:
        super()._draw_glyphs(painter, line, origin)
        upright = self._upright[line]
        if upright:
            with _turned_back(painter, origin):
                for run in upright:
                    painter.drawGlyphRun(_ORIGIN, run)

    def _made_runs(self, line: int) -> list[QGlyphRun]:
        composed = self.lines[line]
        lying, upright = GlyphRuns(), GlyphRuns()
        for piece in range(composed.start, composed.end):
            unit, at = self.units[piece], composed.origin(piece)
            if isinstance(unit, UprightUnit):
                for glyph in unit.glyphs:
                    upright.add(glyph, 0.0, at)
            else:
                for glyph in unit.glyphs:
                    lying.add(glyph, at, 0.0)
        self._upright[line] = upright.made()
        return lying.made()


@contextmanager
def _turned_back(painter: QPainter, origin: QPointF) -> Iterator[None]:
    """Let a turned painter draw upright: x to the right of the base line, y along it from the line's beginning."""
    turned = painter.transform()
    painter.translate(origin)
    painter.rotate(-90)
    try:
        yield
    finally:
        painter.setTransform(turned)
