"""Glyphs of many pieces in few strokes: those of one font are drawn at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QRawFont

from reader.view.glyph_unit import Glyph


class _Run:
    """Glyphs of one font."""

    __slots__ = ("face", "indexes", "points")

    def __init__(self, face: QRawFont) -> None:
        self.face = face
        self.indexes: list[int] = []
        self.points: list[QPointF] = []

    def add(self, glyph: Glyph, x: float, y: float) -> None:
        self.indexes.append(glyph.index)
        self.points.append(QPointF(x + glyph.x, y + glyph.y))

    def made(self) -> QGlyphRun:
        run = QGlyphRun()
        run.setRawFont(self.face)
        run.setGlyphIndexes(self.indexes)
        run.setPositions(self.points)
        return run


class GlyphRuns:
    """Collects glyphs in their places: one run for each font."""

    def __init__(self) -> None:
        self._found: dict[int, _Run] = {}

    def add(self, glyph: Glyph, x: float, y: float) -> None:
        """A glyph of a unit that begins at ``x`` and ``y``."""
        run = self._found.get(id(glyph.face))
        if run is None:
            run = self._found[id(glyph.face)] = _Run(glyph.face)
        run.add(glyph, x, y)

    def made(self) -> list[QGlyphRun]:
        """The runs."""
        return [run.made() for run in self._found.values()]


class OrderedRuns:
    """Collects glyphs in their places, and keeps their order: a new run wherever the font changes."""

    def __init__(self) -> None:
        self._found: list[_Run] = []

    def add(self, glyph: Glyph, x: float, y: float) -> None:
        """A glyph of a unit that begins at ``x`` and ``y``."""
        if not self._found or self._found[-1].face is not glyph.face:
            self._found.append(_Run(glyph.face))
        self._found[-1].add(glyph, x, y)

    def made(self) -> list[QGlyphRun]:
        """The runs."""
        return [run.made() for run in self._found]
