"""The strip beside the scrollbar that shows where in the document the coloured words are, and what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.view.axes import Axes, WritingMode

_WIDTH = 14
#: The height of a mark, in pixels: what is one row of the strip must still be seen.
_MARK = 3
_MARGIN = 2
#: What was found has a column of its own at the right.
_FOUND_WIDTH = 4


class OverviewStrip(QWidget):
    """Marks, and the stretch of the document that is in sight.

    Signals:
        share_requested: a click; the share of the document (0 to 1) that it stands for.
    """

    share_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: Callable[[int], list[tuple[int, str]]] = lambda _: []
        self._page = "#ffffff"
        self._in_sight = "#808080"
        self._mode = WritingMode.HORIZONTAL
        self._window = (0.0, 0.0)
        self._drawn: tuple[int, list[tuple[int, str]]] | None = None
        self._found: Callable[[int], list[int]] = lambda _: []
        self._found_drawn: tuple[int, list[int]] | None = None
        self._found_colour = "#0000ff"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of coloured words"))

    def sizeHint(self) -> QSize:
        """A narrow strip of any length."""
        hint = QSize(_WIDTH, 100)
        return hint.transposed() if self._mode is WritingMode.VERTICAL else hint

    def set_mode(self, mode: WritingMode) -> None:
        """Run from top to bottom beside a horizontal page, from right to left under a vertical one."""
        if mode is not self._mode:
            self._mode = mode
            self._drawn = self._found_drawn = None
            self.updateGeometry()
            self.update()

    def set_ticks(self, ticks: Callable[[int], list[tuple[int, str]]]) -> None:
        """Say where marks come from: for a number of rows, pairs of row and colour; asked for once for each height."""
        self._ticks = ticks
        self._drawn = None
        self.update()

    def set_found(self, found: Callable[[int], list[int]]) -> None:
        """Say where something was found: for a number of rows, those that hold hits; asked for once for each height."""
        self._found = found
        self._found_drawn = None
        self.update()

    def set_colours(self, page: str, in_sight: str, found: str) -> None:
        """Colours of the ground, of the stretch in sight, and of what was found."""
        self._page, self._in_sight, self._found_colour = page, in_sight, found
        self.update()

    def set_window(self, start: float, end: float) -> None:
        """Say which shares of the document are in sight."""
        if (start, end) != self._window:
            self._window = (start, end)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stretch in sight, then the marks."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._page))
        axes = self._axes()
        painter.setTransform(axes.transform(), combine=True)
        height, width = max(1, axes.block_size), axes.inline_size
        if self._drawn is None or self._drawn[0] != height:
            self._drawn = (height, self._ticks(height))
        top, bottom = round(self._window[0] * height), round(self._window[1] * height)
        if bottom > 0:
            ground = QColor(self._in_sight)
            ground.setAlphaF(0.16)
            painter.fillRect(0, min(top, height - _MARK), width, max(_MARK, bottom - top), ground)
        if self._found_drawn is None or self._found_drawn[0] != height:
            self._found_drawn = (height, self._found(height))
        room = width - 2 * _MARGIN - (_FOUND_WIDTH + 1 if self._found_drawn[1] else 0)
        for row, colour in self._drawn[1]:
            painter.fillRect(_MARGIN, min(row, height - _MARK), room, _MARK, QColor(colour))
        left = width - _MARGIN - _FOUND_WIDTH
        for first, last in _runs(self._found_drawn[1]):
            top = min(first, height - _MARK)
            painter.fillRect(left, top, _FOUND_WIDTH, last - first + _MARK, QColor(self._found_colour))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to go where the mouse is."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask to go where the mouse is dragged."""
        self._ask(event)

    def _ask(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            axes = self._axes()
            row = axes.to_logical(event.position()).y()
            self.share_requested.emit(min(1.0, max(0.0, row / max(1, axes.block_size))))

    def _axes(self) -> Axes:
        return Axes(self._mode, self.width(), self.height())


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of ascending rows whose marks touch."""
    first = last = -1
    for row in rows:
        if first >= 0 and row > last + _MARK:
            yield first, last
            first = -1
        if first < 0:
            first = row
        last = row
    if first >= 0:
        yield first, last
