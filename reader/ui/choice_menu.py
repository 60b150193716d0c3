"""A menu of values of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget


class ChoiceMenu(QMenu):
    """Shows what is chosen, and asks for something else.

    Signals:
        requested: the value of the entry that was clicked.
    """

    requested = Signal(object)

    def __init__(self, title: str, names: Mapping[object, str], parent: QWidget | None = None) -> None:
        """A menu.

        Args:
            title: of the menu.
            names: what the values are called, in order.
            parent: owner.
        """
        super().__init__(title, parent)
        self._entries: dict[object, QAction] = {}
        for value, name in names.items():
            action = QAction(name, self)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, value=value: self.requested.emit(value))
            self._entries[value] = action
            self.addAction(action)

    def set_icon(self, value: object, icon: QIcon) -> None:
        """Show an icon beside an entry."""
        self._entries[value].setIcon(icon)

    def show_choice(self, chosen: object) -> None:
        """Mark what is chosen."""
        for value, action in self._entries.items():
            action.setChecked(value == chosen)
