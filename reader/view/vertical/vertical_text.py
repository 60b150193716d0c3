"""Vertical lines set by CLREQ, drawn glyph by glyph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import groupby

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter

from reader.view.composed_text import ComposedText
from reader.view.composition.composed_line import ComposedLine
from reader.view.composition.pieces import Pieces
from reader.view.decorations import Decoration
from reader.view.glyph_runs import OrderedRuns
from reader.view.glyph_unit import GlyphUnit
from reader.view.vertical.upright_unit import UprightUnit


class VerticalText(ComposedText):
    """``TextLines`` of pieces that stand upright or lie on their side.

    It is painted by a painter that is turned clockwise by a right angle: what lies on its side is drawn as in a
    horizontal line, and what stands upright is turned back. All is drawn in reading order: programs that take text out
    of a PDF go by that where lines are not horizontal.
    """

    __slots__ = ("_strokes",)

    def __init__(
        self,
        pieces: Pieces,
        units: list[GlyphUnit],
        lines: list[ComposedLine],
        em: float,
        decorations: tuple[Decoration, ...] = (),
    ) -> None:
        super().__init__(pieces, units, lines, em, decorations)
        #: What draws each line, made when it is first drawn: runs in order, and whether they stand upright.
        self._strokes: dict[int, list[tuple[bool, list[QGlyphRun]]]] = {}

    def _draw_glyphs(self, painter: QPainter, line: int, origin: QPointF) -> None:
        strokes = self._strokes.get(line)
        if strokes is None:
            strokes = self._strokes[line] = self._made_strokes(line)
        for is_upright, runs in strokes:
            with _turned_back(painter, origin) if is_upright else nullcontext(origin) as at:
                for run in runs:
                    painter.drawGlyphRun(at, run)

    def _made_strokes(self, line: int) -> list[tuple[bool, list[QGlyphRun]]]:
        composed = self.lines[line]
        strokes: list[tuple[bool, list[QGlyphRun]]] = []
        pieces = range(composed.start, composed.end)
        for is_upright, group in groupby(pieces, lambda piece: isinstance(self.units[piece], UprightUnit)):
            runs = OrderedRuns()
            for piece in group:
                at = composed.origin(piece)
                for glyph in self.units[piece].glyphs:
                    runs.add(glyph, *((0.0, at) if is_upright else (at, 0.0)))
            strokes.append((is_upright, runs.made()))
        return strokes


@contextmanager
def _turned_back(painter: QPainter, origin: QPointF) -> Iterator[QPointF]:
    """Let a turned painter draw upright: x to the right of the base line, y along it from the line's beginning."""
    turned = painter.transform()
    painter.translate(origin)
    painter.rotate(-90)
    try:
        yield QPointF()
    finally:
        painter.setTransform(turned)
