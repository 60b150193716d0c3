"""Lines set by CLREQ, drawn glyph by glyph."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter

from reader.model.position import Span
from reader.view.composition.composed_line import ComposedLine
from reader.view.composition.pieces import Pieces
from reader.view.decorations import Decoration, draw_decoration
from reader.view.glyph_runs import GlyphRuns
from reader.view.glyph_unit import GlyphUnit

#: Places in a pixel where a piece may begin. Qt draws a glyph anew for each quarter of a pixel at which it stands: that
#: is twice as many pictures of every character, for a difference that nobody sees.
_STEPS = 2


class ComposedText:
    """The lines of a text that runs from left to right: ``TextLines`` of pieces with glyphs.

    Attributes:
        pieces: of the text.
        units: how each piece is set.
        lines: where the pieces stand.
        em: of the block's font, in pixels.
        decorations: lines along its characters.
    """

    __slots__ = ("_is_reaching_out", "_runs", "_shifts", "decorations", "em", "lines", "pieces", "units")

    def __init__(
        self,
        pieces: Pieces,
        units: list[GlyphUnit],
        lines: list[ComposedLine],
        em: float,
        decorations: tuple[Decoration, ...] = (),
    ) -> None:
        self.pieces = pieces
        self.em = em
        self.decorations = decorations
        self.units = units
        self.lines = lines
        self._shifts: dict[int, float] = {}
        self._is_reaching_out = any(unit.above or unit.below for unit in units)
        #: What draws each line, made when it is first drawn.
        self._runs: dict[int, list[QGlyphRun]] = {}

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def span(self, line: int) -> Span:
        """What a line holds."""
        composed = self.lines[line]
        return Span(self._offset(composed.start), self._offset(composed.end))

    def width(self, line: int) -> float:
        """How far from its own start a line's text reaches."""
        return self.lines[line].right - self.lines[line].left

    def reach(self, line: int) -> tuple[float, float]:
        """How far a line's ink stands out above and below."""
        if not self._is_reaching_out:
            return 0.0, 0.0
        composed = self.lines[line]
        units = self.units[composed.start : composed.end]
        return max((unit.above for unit in units), default=0.0), max((unit.below for unit in units), default=0.0)

    def move(self, line: int, x: float) -> None:
        """Let a line begin elsewhere."""
        self._shifts[line] = x - self.lines[line].left

    def x_at(self, line: int, offset: int) -> float:
        """Where a code point begins in a line."""
        composed = self.lines[line]
        piece = self._piece(offset)
        shift = self._shifts.get(line, 0.0)
        if piece >= composed.end:
            return composed.right + shift
        within = offset - self._offset(piece)
        return shift + (self._caret(composed, piece, within) if within else composed.edge(piece))

    def offset_at(self, line: int, x: float, is_on_character: bool) -> int:
        """The code point nearest to a place of a line, or the one that lies there."""
        composed = self.lines[line]
        if composed.start == composed.end:
            return self._offset(composed.start)
        x -= self._shifts.get(line, 0.0)
        piece = composed.piece_at(x)
        carets = self._carets(composed, piece)
        if is_on_character:
            found = max(0, min(bisect_right(carets, x), len(carets) - 1) - 1)
            # One that has no caret of its own belongs to the character before.
            return self._offset(piece) + carets.index(carets[found])
        return self._offset(piece) + min(range(len(carets)), key=lambda at: abs(carets[at] - x))

    def beside(self, offset: int, is_forward: bool) -> int:
        """The next (or previous) code point between two characters."""
        if offset >= self._offset(len(self.units)) if is_forward else offset <= 0:
            return offset
        piece = self._piece(offset if is_forward else offset - 1)
        start, end = self._offset(piece), self._offset(piece + 1)
        carets = self.units[piece].carets
        step = 1 if is_forward else -1
        found = offset + step
        while carets is not None and start < found < end and carets[found - start] == carets[found - start - 1]:
            found += step
        return found

    def ink(self, line: int, span: Span) -> tuple[float, float]:
        """Where characters of a line begin and end, without the space behind them."""
        composed = self.lines[line]
        last = self._piece(span.end - 1)
        shift = self._shifts.get(line, 0.0)
        end = min(composed.edge(last + 1), composed.origin(last) + self.units[last].advance)
        return self.x_at(line, span.start), end + shift

    def stretches(self, line: int, start: int, end: int) -> list[tuple[float, float]]:
        """The left and right edges of where code points of a line stand."""
        return [(self.x_at(line, start), self.x_at(line, end))]

    def draw(self, painter: QPainter, line: int, origin: QPointF) -> None:
        """Draw a line whose base line begins at ``origin``."""
        at = QPointF(origin.x() + self._shifts.get(line, 0.0), origin.y())
        self._draw_glyphs(painter, line, at)
        held = self.span(line) if self.decorations else Span(0, 0)
        for decoration in self.decorations:
            start, end = max(decoration.span.start, held.start), min(decoration.span.end, held.end)
            if start < end:
                left, right = QPointF(self.x_at(line, start), 0), QPointF(self.x_at(line, end), 0)
                draw_decoration(painter, decoration.kind, origin + left, origin + right, self.em)

    def _draw_glyphs(self, painter: QPainter, line: int, origin: QPointF) -> None:
        runs = self._runs.get(line)
        if runs is None:
            runs = self._runs[line] = self._made_runs(line)
        for run in runs:
            painter.drawGlyphRun(origin, run)

    def _made_runs(self, line: int) -> list[QGlyphRun]:
        """The glyphs of a line, those of one font together."""
        composed = self.lines[line]
        runs = GlyphRuns()
        for piece in range(composed.start, composed.end):
            x = round(composed.origin(piece) * _STEPS) / _STEPS
            for glyph in self.units[piece].glyphs:
                runs.add(glyph, x, 0.0)
        return runs.made()

    def _offset(self, piece: int) -> int:
        """The code point at which a piece begins."""
        return piece if self.pieces.starts is None else self.pieces.starts[piece]

    def _piece(self, offset: int) -> int:
        """The piece that holds a code point; behind the last one their number."""
        return offset if self.pieces.starts is None else bisect_right(self.pieces.starts, offset) - 1

    def _carets(self, line: ComposedLine, piece: int) -> list[float]:
        """Where the code points of a piece begin, and where the last one ends."""
        count = self._offset(piece + 1) - self._offset(piece)
        inner = [self._caret(line, piece, within) for within in range(1, count)]
        return [line.edge(piece), *inner, line.edge(piece + 1)]

    def _caret(self, line: ComposedLine, piece: int, within: int) -> float:
        carets = self.units[piece].carets
        assert carets is not None
        if carets[within] == 0.0:
            return line.edge(piece)
        return min(max(line.edge(piece), line.origin(piece) + carets[within]), line.edge(piece + 1))
