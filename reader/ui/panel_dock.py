"""A panel at the side of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QWidget


class PanelDock(QDockWidget):
    """Holds a panel; an action shows and hides it. It stays at its side and has no bar of its own.

    It is shown if the reader wants it and there is room for it: a window made narrow keeps its page.
    """

    def __init__(self, name: str, panel: QWidget, action: QAction, parent: QWidget | None = None) -> None:
        """A dock.

        Args:
            name: under which Qt remembers its width.
            panel: what it holds.
            action: checked while the panel is shown.
            parent: owner.
        """
        super().__init__(action.text(), parent)
        self._action = action
        self._is_wanted = True
        self._has_room = True
        self._is_away = False
        self._panel = panel
        self.setObjectName(name)
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setWidget(panel)
        action.setChecked(True)
        action.triggered.connect(self.set_wanted)

    @property
    def is_wanted(self) -> bool:
        """Whether the reader wants the panel, even if there is no room for it now."""
        return self._is_wanted

    @property
    def has_room(self) -> bool:
        """Whether the window is wide enough for the panel."""
        return self._has_room

    def set_wanted(self, is_wanted: bool) -> None:
        """Show or hide the panel for the reader, who knows better whether there is room."""
        self._is_wanted = is_wanted
        self._is_away = False
        self._has_room = self._has_room or is_wanted
        self._update()

    def set_room(self, has_room: bool) -> None:
        """Say whether the window is wide enough for the panel."""
        if has_room != self._has_room:
            self._has_room = has_room
            self._update()

    def set_away(self, is_away: bool) -> None:
        """Stay hidden for the time being, whatever the reader wanted before; what they want from now on counts."""
        self._is_away = is_away
        self._update()

    def take_back(self) -> None:
        """Hold the panel again that was shown elsewhere."""
        self.setWidget(self._panel)

    def _update(self) -> None:
        is_shown = self._is_wanted and self._has_room and not self._is_away
        self.setVisible(is_shown)
        self._action.setChecked(is_shown)
