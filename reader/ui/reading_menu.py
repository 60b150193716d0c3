"""The menu of what helps to read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.focus import Focus
from reader.model.page_mode import PageMode
from reader.state.settings import Settings
from reader.ui.actions import Actions
from reader.ui.choice_menu import ChoiceMenu


class ReadingMenu(QMenu):
    """What fills the screen, what stands out, and how the text moves.

    Attributes:
        focus: the menu of what stands out; its ``requested`` asks for a ``Focus``.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Menus", "Reading"), parent)
        names: dict[object, str] = {
            Focus.ALL: QCoreApplication.translate("Menus", "The whole page"),
            Focus.PARAGRAPH: QCoreApplication.translate("Menus", "A paragraph"),
            Focus.LINE: QCoreApplication.translate("Menus", "A line"),
        }
        self._actions = actions
        self.focus = ChoiceMenu(QCoreApplication.translate("Menus", "What stands out"), names, self)
        self.addActions([actions.full_screen, actions.quiet])
        self.addSeparator()
        self.addActions([actions.paged])
        self.addMenu(self.focus)
        self.addAction(actions.smooth)
        self.addSeparator()
        self.addActions([actions.auto_scroll, actions.faster, actions.slower])

    def show_settings(self, settings: Settings) -> None:
        """Mark what is chosen."""
        self.focus.show_choice(settings.focus)
        self._actions.paged.setChecked(settings.page_mode is not PageMode.SCROLLED)
        self._actions.smooth.setChecked(settings.is_smooth)
