"""Where the parts of the window stand, from one run to the next and from one size to another."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from reader.errors import StoreError
from reader.store.window import StoredWindow
from reader.ui.panel_dock import PanelDock
from reader.ui.status_fields import StatusFields
from reader.ui.toolbar import ToolBar

_SIZE = QSize(1280, 840)
_OUTLINE_WIDTH, _KEYWORDS_WIDTH = 270, 240

#: Widths of the window, in pixels, from which on there is room: for labels on the buttons, for the search box beside
#: them, for both panels, for the outline and a button more. A column of twenty characters or so remains for the page.
_ROOM_FOR_LABELS, _ROOM_FOR_SEARCH, _ROOM_FOR_BOTH, _ROOM_FOR_OUTLINE = 1040, 880, 920, 680
#: The width from which on every script has a button, and the status bar every field.
_ROOM_FOR_ALL = 620


class WindowFrame:
    """Arranges a window's parts, and remembers how they stood."""

    def __init__(
        self, window: QMainWindow, toolbar: ToolBar, status: StatusFields, outline: PanelDock, keywords: PanelDock
    ) -> None:
        """Arrange a window that has its central widget already."""
        self._window = window
        self._toolbar = toolbar
        self._status = status
        self._outline = outline
        self._keywords = keywords
        window.addToolBar(toolbar)
        window.addToolBarBreak()
        window.addToolBar(toolbar.search_row)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, outline)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, keywords)
        window.resize(_SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize()))
        window.resizeDocks([outline, keywords], [_OUTLINE_WIDTH, _KEYWORDS_WIDTH], Qt.Orientation.Horizontal)

    def restore(self, stored: StoredWindow) -> None:
        """Put everything where it was; it stays as it is where nothing is known. That is not worth a message."""
        try:
            self._window.restoreGeometry(stored.load("geometry"))
            self._window.restoreState(stored.load("state"))
        except StoreError:
            return
        for dock in (self._outline, self._keywords):
            dock.set_wanted(not dock.isHidden())
        self._toolbar.hide_search()
        self.fit(self._window.width())

    def save(self, stored: StoredWindow) -> None:
        """Write down where everything is. The reader is leaving: if that fails, there is nothing to try."""
        for dock in (self._outline, self._keywords):
            # What is hidden for want of room only comes back with the room.
            dock.setVisible(dock.is_wanted)
        try:
            stored.save("geometry", bytes(self._window.saveGeometry().data()))
            stored.save("state", bytes(self._window.saveState().data()))
        except StoreError:
            return

    def fit(self, width: int) -> None:
        """Give the page its room in a window of another width, in pixels."""
        self._toolbar.set_labelled(width >= _ROOM_FOR_LABELS)
        self._toolbar.set_writing_room(width >= _ROOM_FOR_OUTLINE)
        self._toolbar.set_search_room(width >= _ROOM_FOR_SEARCH)
        self._toolbar.scripts.set_room(width >= _ROOM_FOR_ALL)
        self._status.set_room(width >= _ROOM_FOR_ALL)
        self._keywords.set_room(width >= _ROOM_FOR_BOTH)
        self._outline.set_room(width >= _ROOM_FOR_OUTLINE)
