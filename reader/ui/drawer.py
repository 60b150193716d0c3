"""A part of the window that comes in over the page from an edge, and goes again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QVBoxLayout, QWidget

#: So near to its edge the mouse opens a drawer, and so far outside of it the mouse closes it, in pixels.
_NEAR, _FAR = 3, 28


class Drawer(QFrame):
    """Holds a widget while it is open; the widget belongs elsewhere and goes back there."""

    def __init__(
        self,
        window: QMainWindow,
        edge: Qt.Edge,
        widget: QWidget,
        put_back: Callable[[], None],
        extent: int | None = None,
    ) -> None:
        """A closed drawer.

        Args:
            window: over which it opens.
            edge: from which it comes.
            widget: what it shows.
            put_back: gives the widget to where it belongs.
            extent: how far it reaches into the window, in pixels; None for as far as the widget wants.
        """
        super().__init__(window)
        self._window = window
        self._edge = edge
        self._widget = widget
        self._put_back = put_back
        self._extent = extent
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setObjectName("drawer")
        self.setAutoFillBackground(True)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it shows its widget."""
        return not self.isHidden()

    def follow(self, point: QPoint) -> None:
        """Open or close as the mouse comes to the edge or leaves, at a point of the window."""
        if not self.is_open:
            if self._edge_strip(_NEAR).contains(point):
                self.open()
        elif not self.geometry().adjusted(-_FAR, -_FAR, _FAR, _FAR).contains(point) and not self._is_in_use():
            self.close_up()

    def open(self) -> None:
        """Take the widget and show it over the page."""
        self._layout.addWidget(self._widget)
        self._widget.show()
        self.fit()
        self.show()
        self.raise_()

    def close_up(self) -> None:
        """Give the widget back."""
        if self.is_open:
            self.hide()
            self._layout.removeWidget(self._widget)
            self._put_back()

    def fit(self) -> None:
        """Lie along the edge of a window of another size."""
        wanted = self._widget.sizeHint()
        along_side = self._edge in (Qt.Edge.LeftEdge, Qt.Edge.RightEdge)
        extent = self._extent or (wanted.width() if along_side else wanted.height())
        self.setGeometry(self._edge_strip(extent))

    def _edge_strip(self, extent: int) -> QRect:
        area = self._window.rect()
        match self._edge:
            case Qt.Edge.TopEdge:
                return QRect(0, 0, area.width(), extent)
            case Qt.Edge.BottomEdge:
                return QRect(0, area.height() - extent, area.width(), extent)
            case Qt.Edge.LeftEdge:
                return QRect(0, 0, extent, area.height())
        return QRect(area.width() - extent, 0, extent, area.height())

    def _is_in_use(self) -> bool:
        """Whether the reader types into it, or has opened a menu or a popover from it."""
        focused = QApplication.focusWidget()
        is_typing = focused is not None and self.isAncestorOf(focused)
        return is_typing or QApplication.activePopupWidget() is not None
