"""The scrollbar of an article: its value is an address of the source."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from reader.view.axes import WritingMode

#: QScrollBar counts in 32-bit numbers.
_LARGEST = 1 << 30


class AddressBar:
    """Shows addresses on a scrollbar, scaled to what it can count.

    Attributes:
        widget: the scrollbar.
    """

    def __init__(self, bar: QScrollBar) -> None:
        self.widget = bar
        self._scale = 1.0

    def show(self, address: float, end: float, size: int) -> None:
        """Show that ``address`` is at the top, of a document that scrolls up to ``end`` and is ``size`` long."""
        self._scale = max(1.0, size / _LARGEST)
        blocker = QSignalBlocker(self.widget)
        largest = max(0, round(end / self._scale))
        self.widget.setRange(0, largest)
        self.widget.setPageStep(max(1, round(size / self._scale) - largest))
        self.widget.setValue(largest if address >= end else round(address / self._scale))
        blocker.unblock()
        self.widget.update()

    @property
    def address(self) -> float:
        """The address that the slider stands at."""
        return self.widget.sliderPosition() * self._scale

    @property
    def is_at_end(self) -> bool:
        """Whether the slider is at its end."""
        return self.widget.sliderPosition() >= self.widget.maximum()


def address_bars(area: QAbstractScrollArea) -> dict[WritingMode, AddressBar]:
    """The scrollbar of an area for each writing mode. That of vertical writing runs from right to left."""
    below = area.horizontalScrollBar()
    below.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return {
        WritingMode.HORIZONTAL: AddressBar(area.verticalScrollBar()),
        WritingMode.VERTICAL: AddressBar(below),
    }


def show_bar(area: QAbstractScrollArea, mode: WritingMode) -> None:
    """Give an area the scrollbar of a writing mode and no other: always, so that the page keeps its size."""
    always, never = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    area.setVerticalScrollBarPolicy(always if mode is WritingMode.HORIZONTAL else never)
    area.setHorizontalScrollBarPolicy(always if mode is WritingMode.VERTICAL else never)
