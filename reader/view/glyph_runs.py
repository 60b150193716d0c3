"""Glyphs of many pieces in few strokes: all those of one font are drawn at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QRawFont

from reader.view.glyph_unit import Glyph


class GlyphRuns:
    """Collects glyphs in their places."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[QRawFont, list[int], list[QPointF]]] = {}

    def add(self, glyph: Glyph, x: float, y: float) -> None:
        """A glyph of a unit that begins at ``x`` and ``y``."""
        held = self._found.get(id(glyph.face))
        if held is None:
            held = self._found[id(glyph.face)] = (glyph.face, [], [])
        held[1].append(glyph.index)
        held[2].append(QPointF(x + glyph.x, y + glyph.y))

    def made(self) -> list[QGlyphRun]:
        """A run for each font."""
        runs = []
        for face, indexes, points in self._found.values():
            run = QGlyphRun()
            run.setRawFont(face)
            run.setGlyphIndexes(indexes)
            run.setPositions(points)
            runs.append(run)
        return runs
