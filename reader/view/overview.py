"""The strip beside the scrollbar that shows where in the document the coloured words are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_WIDTH = 14
#: The height of a mark, in pixels: what is one row of the strip must still be seen.
_MARK = 3
_MARGIN = 2


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
        self._window = (0.0, 0.0)
        self._drawn: tuple[int, list[tuple[int, str]]] | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of coloured words"))

    def sizeHint(self) -> QSize:
        """A narrow strip of any height."""
        return QSize(_WIDTH, 100)

    def set_ticks(self, ticks: Callable[[int], list[tuple[int, str]]]) -> None:
        """Say where marks come from: for a number of rows, pairs of row and colour; asked for once for each height."""
        self._ticks = ticks
        self._drawn = None
        self.update()

    def set_colours(self, page: str, in_sight: str) -> None:
        """Colours of the ground, and of the stretch in sight."""
        self._page, self._in_sight = page, in_sight
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
        height = max(1, self.height())
        if self._drawn is None or self._drawn[0] != height:
            self._drawn = (height, self._ticks(height))
        top, bottom = round(self._window[0] * height), round(self._window[1] * height)
        if bottom > 0:
            ground = QColor(self._in_sight)
            ground.setAlphaF(0.16)
            painter.fillRect(0, min(top, height - _MARK), self.width(), max(_MARK, bottom - top), ground)
        for row, colour in self._drawn[1]:
            painter.fillRect(_MARGIN, min(row, height - _MARK), self.width() - 2 * _MARGIN, _MARK, QColor(colour))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to go where the mouse is."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask to go where the mouse is dragged."""
        self._ask(event)

    def _ask(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.share_requested.emit(min(1.0, max(0.0, event.position().y() / max(1, self.height()))))
