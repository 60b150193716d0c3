"""The scrollbar of an article: its value is an address of the source."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QScrollBar

#: QScrollBar counts in 32-bit numbers.
_LARGEST = 1 << 30


class AddressBar:
    """Shows addresses on a scrollbar, scaled to what it can count."""

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar
        self._scale = 1.0

    def show(self, address: float, end: float, size: int) -> None:
        """Show that ``address`` is at the top, of a document that scrolls up to ``end`` and is ``size`` long."""
        self._scale = max(1.0, size / _LARGEST)
        blocker = QSignalBlocker(self._bar)
        largest = max(0, round(end / self._scale))
        self._bar.setRange(0, largest)
        self._bar.setPageStep(max(1, round(size / self._scale) - largest))
        self._bar.setValue(largest if address >= end else round(address / self._scale))
        blocker.unblock()
        self._bar.update()

    @property
    def address(self) -> float:
        """The address that the slider stands at."""
        return self._bar.sliderPosition() * self._scale

    @property
    def is_at_end(self) -> bool:
        """Whether the slider is at its end."""
        return self._bar.sliderPosition() >= self._bar.maximum()
