"""A box that sets widgets like words: side by side, and on in the next line."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class FlowBox(QWidget):
    """As many widgets in a line as there is room for, each as large as it wants to be; as high as that takes.

    It places its widgets itself: a subclass of ``QLayout`` in Python shares its items with Qt, and neither knows when
    the other lets go of them.
    """

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        """A box with ``gap`` pixels between widgets, across and down."""
        super().__init__(parent)
        self._gap = gap
        self._widgets: list[QWidget] = []

    def show_widgets(self, widgets: list[QWidget]) -> None:
        """Show these widgets in this order, and no others that were shown before."""
        for widget in self._widgets:
            widget.setVisible(widget in widgets)
        for widget in widgets:
            if widget.parentWidget() is not self:
                widget.setParent(self)
            widget.show()
        self._widgets = list(widgets)
        self._arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        x = y = line = 0
        for widget in self._widgets:
            size = widget.sizeHint()
            size.setWidth(min(size.width(), max(1, width)))
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self._gap, 0
            widget.resize(size)
            widget.move(QPoint(x, y))
            x += size.width() + self._gap
            line = max(line, size.height())
        self.setFixedHeight(y + line)
