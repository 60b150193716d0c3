"""Readings drawn over the characters of lines that are set."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import inf

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter

from reader.model.position import Span
from reader.view.glyph_runs import GlyphRuns
from reader.view.page_style import BlockStyle
from reader.view.ruby import Ruby
from reader.view.ruby_shaper import OVER_BASE, RubyShaper, ruby_shaper_for
from reader.view.text_lines import TextLines


class RubyLines:
    """The readings of one layout that stand over their characters, each in the middle of them.

    A reading whose characters are parted by a line's end is parted with them, in proportion.
    """

    def __init__(self, rubies: Sequence[Ruby], style: BlockStyle) -> None:
        """The readings ``rubies``, ascending, but those that are a part of their character's unit."""
        self._rubies = [ruby for ruby in rubies if not ruby.is_zhuyin]
        self._ends = [ruby.span.end for ruby in self._rubies]
        self._shaper: RubyShaper = ruby_shaper_for(style.font, style.latin_families)
        self._runs: dict[int, list[QGlyphRun]] = {}

    def draw(self, painter: QPainter, line: int, lines: TextLines, origin: QPointF) -> None:
        """Draw the readings of a line whose base line begins at ``origin``."""
        runs = self._runs.get(line)
        if runs is None:
            runs = self._runs[line] = self._made(line, lines)
        for run in runs:
            painter.drawGlyphRun(origin, run)

    def extents(self, line: int, lines: TextLines) -> list[tuple[float, float]]:
        """Where the readings of a line begin and end, in pixels from the column's start; ascending."""
        return [(x, x + self._shaper.over(text)[0]) for text, x in self._placed(line, lines)]

    def _made(self, line: int, lines: TextLines) -> list[QGlyphRun]:
        runs = GlyphRuns()
        for text, x in self._placed(line, lines):
            for glyph in self._shaper.over(text)[1]:
                runs.add(glyph, x, -OVER_BASE * self._shaper.em)
        return runs.made()

    def _placed(self, line: int, lines: TextLines) -> list[tuple[str, float]]:
        held = lines.span(line)
        placed: list[tuple[str, float]] = []
        free = -inf
        for ruby in self._rubies[bisect_left(self._ends, held.start + 1) :]:
            if ruby.span.start >= held.end:
                break
            start, end = max(ruby.span.start, held.start), min(ruby.span.end, held.end)
            text = _share(ruby, start, end)
            # The space that a line is stretched by stands behind characters, not in them.
            left, right = lines.ink(line, Span(start, end))
            width = self._shaper.over(text)[0]
            x = (left + right - width) / 2
            # Lines that Qt has set (of mixed directions) make no room: what has none is left out.
            if x >= free:
                placed.append((text, x))
                free = x + width
        return placed


def _share(ruby: Ruby, start: int, end: int) -> str:
    """What belongs to some of the characters."""
    if (start, end) == (ruby.span.start, ruby.span.end):
        return ruby.text
    each = len(ruby.text) / len(ruby.span)
    return ruby.text[round((start - ruby.span.start) * each) : round((end - ruby.span.start) * each)]
