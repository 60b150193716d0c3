"""The line or paragraph that stands out on a page, where the text does not move under it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from reader.model.focus import Focus
from reader.view.focus_band import veil_of
from reader.view.spread import Spread


class PageFocus:
    """Which of the lines or paragraphs on the pages stands out, and the way from one to the next over pages."""

    def __init__(self) -> None:
        self._index = 0
        #: The line with which the pages began when one was chosen: on others, the first one stands out.
        self._key: tuple[int, int] | None = None

    def choose(self, spread: Spread, focus: Focus, point: QPointF) -> None:
        """Let stand out what is at a point of the viewport, or nearest to it."""
        found = _stretches(spread, focus)
        nearest = min(
            range(len(found)), key=lambda index: min(_distance(box, point) for box in found[index]), default=0
        )
        self._set(spread, nearest)

    def step(self, spread: Spread, focus: Focus, is_down: bool) -> None:
        """Go to the next one, or the one before; past those on the pages turn them."""
        index = self._current(spread) + (1 if is_down else -1)
        if 0 <= index < len(_stretches(spread, focus)):
            self._set(spread, index)
        elif spread.flow.turn_page(is_down):
            self._set(spread, 0 if is_down else len(_stretches(spread, focus)) - 1)

    def paint(self, painter: QPainter, exposed: QRect, spread: Spread, focus: Focus, colour: str) -> None:
        """Let everything else step back."""
        found = _stretches(spread, focus)
        kept = QRegion()
        for box in found[min(self._current(spread), len(found) - 1)] if found else []:
            kept = kept.united(box.toAlignedRect())
        painter.setClipRegion(QRegion(exposed).subtracted(kept))
        painter.fillRect(exposed, veil_of(colour))

    def _current(self, spread: Spread) -> int:
        return self._index if spread.flow.leaves[0].start.key == self._key else 0

    def _set(self, spread: Spread, index: int) -> None:
        self._index, self._key = index, spread.flow.leaves[0].start.key


def _stretches(spread: Spread, focus: Focus) -> list[list[QRectF]]:
    """The boxes of each line or paragraph on the pages, in reading order."""
    found: list[list[QRectF]] = []
    for box, layout, line in spread.line_boxes():
        if focus is Focus.LINE or (line == 0 and layout.begins_paragraph) or not found:
            found.append([box])
        else:
            found[-1].append(box)
    return found


def _distance(box: QRectF, point: QPointF) -> float:
    across = max(box.left() - point.x(), point.x() - box.right(), 0.0)
    along = max(box.top() - point.y(), point.y() - box.bottom(), 0.0)
    return across + along
