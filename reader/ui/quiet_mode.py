"""Nothing but the text: bars and panels wait behind the edges of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMainWindow, QStatusBar, QWidget

from reader.ui.drawer import Drawer
from reader.ui.panel_dock import PanelDock
from reader.ui.toolbar import ToolBar


class QuietMode(QObject):
    """Hides the bars and panels of a window, and shows each over the page while the mouse is at its edge.

    Signals:
        changed: whether there is nothing but the text.
    """

    changed = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        page: QWidget,
        toolbar: ToolBar,
        status: QStatusBar,
        outline: PanelDock,
        keywords: PanelDock,
    ) -> None:
        """A mode that is not on.

        Args:
            window: whose parts these are.
            page: what stays, and tells where the mouse is.
            toolbar: at the upper edge.
            status: at the lower edge.
            outline: at the left edge.
            keywords: at the right edge.
        """
        super().__init__(window)
        self._page = page
        self._window = window
        self._toolbar = toolbar
        self._status = status
        self._docks = (outline, keywords)
        self._drawers: tuple[Drawer, ...] = ()
        self._watched: list[QWidget] = []

    @property
    def is_on(self) -> bool:
        """Whether there is nothing but the text."""
        return bool(self._drawers)

    def set_on(self, is_on: bool) -> None:
        """Hide everything around the text, or bring it back."""
        if is_on == self.is_on:
            return
        if is_on:
            self._enter()
        else:
            self._leave()
        self.changed.emit(is_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See where the mouse goes over the page."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove and not event.buttons():
            point = self._window.mapFromGlobal(event.globalPosition().toPoint())
            for drawer in self._drawers:
                drawer.follow(point)
        elif watched is self._window and event.type() is QEvent.Type.Resize:
            for drawer in self._drawers:
                drawer.fit()
        return False

    def close_drawers(self) -> None:
        """Put everything back behind the edges."""
        for drawer in self._drawers:
            drawer.close_up()

    def _enter(self) -> None:
        outline, keywords = self._docks
        widths = [dock.width() if not dock.isHidden() else dock.sizeHint().width() for dock in self._docks]
        for dock in self._docks:
            dock.set_away(True)
        self._toolbar.hide()
        self._status.hide()
        window, edge = self._window, Qt.Edge
        self._drawers = (
            Drawer(window, edge.TopEdge, self._toolbar, self._return_toolbar),
            Drawer(window, edge.BottomEdge, self._status, self._return_status),
            Drawer(window, edge.LeftEdge, outline.widget(), outline.take_back, widths[0]),
            Drawer(window, edge.RightEdge, keywords.widget(), keywords.take_back, widths[1]),
        )
        self._watched = [window, self._page, *self._page.findChildren(QWidget)]
        for widget in self._watched:
            widget.setMouseTracking(True)
            widget.installEventFilter(self)

    def _leave(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        self.close_drawers()
        for drawer in self._drawers:
            drawer.deleteLater()
        self._drawers = ()
        for dock in self._docks:
            dock.set_away(False)
        self._toolbar.show()
        self._status.show()

    def _return_toolbar(self) -> None:
        self._window.addToolBar(self._toolbar)
        self._toolbar.hide()

    def _return_status(self) -> None:
        self._window.setStatusBar(self._status)
        self._status.hide()
