"""The mouse wheel and the touchpad, in pixels and steps."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QWheelEvent

from reader.view.axes import Axes

#: Eighths of a degree that a wheel turns by from notch to notch.
_NOTCH = 120


class Wheel:
    """Adds up the small turns of high-resolution wheels, so that none is lost to rounding."""

    def __init__(self) -> None:
        self._rows = 0.0
        self._turned = 0

    def rows(self, event: QWheelEvent, slot: int, axes: Axes) -> int:
        """Pixels to scroll by: a touchpad's own, or the lines that the system wants for a notch.

        A wheel turned down reads on in either writing mode. What is pushed sideways follows the fingers along the
        columns of vertical writing, and does nothing in horizontal.
        """
        pixels = _onward(event.pixelDelta(), axes)
        if pixels:
            return pixels
        turned = _onward(event.angleDelta(), axes)
        self._rows += turned / _NOTCH * QGuiApplication.styleHints().wheelScrollLines() * slot
        whole = int(self._rows)
        self._rows -= whole
        return whole

    def steps(self, event: QWheelEvent) -> int:
        """Whole notches turned, up is positive."""
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        return steps


def _onward(delta: QPoint, axes: Axes) -> int:
    """How far a wheel's turn leads on, positive towards the document's end."""
    is_sideways = axes.is_vertical and abs(delta.x()) > abs(delta.y())
    return delta.x() if is_sideways else -delta.y()
