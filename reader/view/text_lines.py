"""The lines of a block as its layout asks for them, whoever has set them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from reader.model.position import Span


class TextLines(Protocol):
    """Lines of a text. Offsets are code points; places are pixels from the column's left edge."""

    @property
    def count(self) -> int:
        """How many lines there are; at least one."""

    def span(self, line: int) -> Span:
        """What a line holds; lines follow each other without gaps."""

    def width(self, line: int) -> float:
        """How far from its own start a line's text reaches."""

    def reach(self, line: int) -> tuple[float, float]:
        """How far a line's ink stands out above the ascent of the block's font, and below its descent."""

    def move(self, line: int, x: float) -> None:
        """Let a line begin elsewhere."""

    def x_at(self, line: int, offset: int) -> float:
        """Where a code point begins in a line."""

    def offset_at(self, line: int, x: float, is_on_character: bool) -> int:
        """The code point nearest to a place of a line; with ``is_on_character`` the one that lies there."""

    def beside(self, offset: int, is_forward: bool) -> int:
        """The next (or previous) code point between two characters as the reader sees them; the same at the ends."""

    def ink(self, line: int, span: Span) -> tuple[float, float]:
        """Where characters of a line begin and end, without the space that the line is stretched by behind them."""

    def stretches(self, line: int, start: int, end: int) -> list[tuple[float, float]]:
        """The left and right edges of where code points of a line stand."""

    def draw(self, painter: QPainter, line: int, origin: QPointF) -> None:
        """Draw a line whose base line begins at ``origin``."""
