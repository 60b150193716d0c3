"""The one way between the page as it is laid out, and the viewport as it is seen: horizontal or vertical writing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QTransform


class WritingMode(Enum):
    """How lines stand (CSS Writing Modes 4, section 3.2). Vertical is 直排: columns from right to left."""

    HORIZONTAL = "horizontal-tb"
    VERTICAL = "vertical-rl"


@dataclass(frozen=True, slots=True)
class Axes:
    """Two axes of a viewport. *Inline* runs along a line in reading order, *block* from line to line.

    A logical point has the inline coordinate as its x and the block coordinate as its y. In horizontal writing that is
    the viewport's point itself; in vertical writing inline runs down from the upper edge, and block leftward from the
    right edge: the page is turned clockwise by a right angle. Only painting and pointing know the viewport's points.

    Attributes:
        mode: horizontal or vertical.
        width: of the viewport, in pixels.
        height: of the viewport, in pixels.
    """

    mode: WritingMode
    width: int
    height: int

    @property
    def is_vertical(self) -> bool:
        """Whether lines run from top to bottom."""
        return self.mode is WritingMode.VERTICAL

    @property
    def inline_size(self) -> int:
        """The viewport's extent along a line, in pixels."""
        return self.height if self.is_vertical else self.width

    @property
    def block_size(self) -> int:
        """The viewport's extent from line to line, in pixels."""
        return self.width if self.is_vertical else self.height

    def transform(self) -> QTransform:
        """From logical to viewport coordinates: what a painter of logical coordinates is given."""
        return QTransform(0, 1, -1, 0, self.width, 0) if self.is_vertical else QTransform()

    def inverse(self) -> QTransform:
        """From viewport to logical coordinates: what turns a turned painter upright again."""
        return QTransform(0, -1, 1, 0, 0, self.width) if self.is_vertical else QTransform()

    def to_logical(self, point: QPointF) -> QPointF:
        """The logical point of a viewport's."""
        return QPointF(point.y(), self.width - point.x()) if self.is_vertical else QPointF(point)

    def to_viewport(self, point: QPointF) -> QPointF:
        """The viewport's point of a logical one."""
        return QPointF(self.width - point.y(), point.x()) if self.is_vertical else QPointF(point)

    def box_to_viewport(self, box: QRectF) -> QRectF:
        """The viewport's box of a logical one."""
        if not self.is_vertical:
            return QRectF(box)
        return QRectF(self.width - box.bottom(), box.left(), box.height(), box.width())

    def box_to_logical(self, box: QRect) -> QRect:
        """The logical box of whole pixels of the viewport."""
        if not self.is_vertical:
            return QRect(box)
        return QRect(box.y(), self.width - box.x() - box.width(), box.height(), box.width())

    def moved(self, rows: int) -> tuple[int, int]:
        """How far painted pixels go, to the right and down, when the text moves on by ``rows`` pixels."""
        return (rows, 0) if self.is_vertical else (0, -rows)

    def beyond(self, point: QPointF) -> float:
        """How far a point of the viewport lies before its first row (negative) or behind its last; 0 in between."""
        row = self.to_logical(point).y()
        return min(0.0, row) + max(0.0, row - self.block_size)
