"""The bar at the top of the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget, QWidgetAction

from reader.ui.actions import Actions
from reader.ui.icons import icon
from reader.ui.script_control import ScriptControl
from reader.ui.search_field import SearchField
from reader.ui.search_options import SearchOptions
from reader.ui.search_row import SearchRow
from reader.ui.theme import Theme

_ICON = QSize(20, 20)


class ToolBar(QToolBar):
    """Open, outline, script, coloured words, page, dark or light, menu.

    Attributes:
        scripts: the control for the script.
        search: the search box.
        search_row: holds the search box where there is no room for it in this bar.
        page: the button behind which the typography is.
    """

    def __init__(
        self, actions: Actions, menu: QMenu, options: SearchOptions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setIconSize(_ICON)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._labelled: tuple[QAction, ...] = (actions.open, actions.keywords)
        self.scripts = ScriptControl()
        self.page = QToolButton()
        self.page.setText("Aa")
        self.page.setToolTip(self.tr("Font, size, width and theme"))
        self.page.setAccessibleName(self.tr("Font, size, width and theme"))
        self.search = SearchField(options, theme)
        self.search_row = SearchRow()
        self._search_box = QWidgetAction(self)
        self._search_box.setDefaultWidget(self.search)
        self._search_button, self._behind_search = actions.find, actions.keywords
        self._menu = QToolButton()
        self._menu.setToolTip(self.tr("Menu"))
        self._menu.setAccessibleName(self.tr("Menu"))
        self._menu.setMenu(menu)
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.addAction(actions.outline)
        self.addAction(actions.open)
        self._add_space()
        self.addWidget(self.scripts)
        self._add_space()
        self.addAction(self._search_box)
        self.addAction(actions.keywords)
        self._writing = actions.vertical
        self.addAction(self._writing)
        self._behind_writing = self.addWidget(self.page)
        self.addAction(actions.dark)
        self.addWidget(self._menu)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._menu.setIcon(icon("menu", theme.text))
        self.search.set_theme(theme)

    def set_labelled(self, is_labelled: bool) -> None:
        """Show words beside the icons that can have them, or none."""
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if is_labelled else Qt.ToolButtonStyle.ToolButtonIconOnly
        for action in self._labelled:
            button = self.widgetForAction(action)
            assert isinstance(button, QToolButton)
            button.setToolButtonStyle(style)

    def set_search_room(self, has_room: bool) -> None:
        """Hold the search box; without room, a button for it, and the box in the row below."""
        is_inside = self._search_box in self.actions()
        if has_room and not is_inside:
            self.search_row.removeAction(self._search_box)
            self.removeAction(self._search_button)
            self.insertAction(self._behind_search, self._search_box)
            self.search_row.hide()
        elif not has_room and is_inside:
            self.removeAction(self._search_box)
            self.insertAction(self._behind_search, self._search_button)
            self.search_row.addAction(self._search_box)
            self.search_row.setVisible(bool(self.search.text))

    def set_writing_room(self, has_room: bool) -> None:
        """Hold the button for the writing direction, which stands in the menu and behind "Aa" as well."""
        is_inside = self._writing in self.actions()
        if has_room and not is_inside:
            self.insertAction(self._behind_writing, self._writing)
        elif not has_room and is_inside:
            self.removeAction(self._writing)

    def show_search(self) -> None:
        """Let the search box be seen."""
        if self._search_box not in self.actions():
            self.search_row.show()

    def hide_search(self) -> None:
        """Leave the room to the page where the search box has a row of its own."""
        self.search_row.hide()

    def _add_space(self) -> None:
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
