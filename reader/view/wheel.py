"""The mouse wheel and the touchpad, in pixels and steps."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QWheelEvent

#: Eighths of a degree that a wheel turns by from notch to notch.
_NOTCH = 120


class Wheel:
    """Adds up the small turns of high-resolution wheels, so that none is lost to rounding."""

    def __init__(self) -> None:
        self._rows = 0.0
        self._turned = 0

    def rows(self, event: QWheelEvent, slot: int) -> int:
        """Pixels to scroll by: a touchpad's own, or the lines that the system wants for a notch."""
        pixels = event.pixelDelta().y()
        if pixels:
            return -pixels
        self._rows -= event.angleDelta().y() / _NOTCH * QGuiApplication.styleHints().wheelScrollLines() * slot
        whole = int(self._rows)
        self._rows -= whole
        return whole

    def steps(self, event: QWheelEvent) -> int:
        """Whole notches turned, up is positive."""
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        return steps
