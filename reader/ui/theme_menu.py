"""The themes as a menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.state.settings import Settings, ThemeChoice
from reader.ui.choice_menu import ChoiceMenu
from reader.ui.theme_swatch import theme_icon
from reader.ui.themes import theme_names, theme_of


class ThemeMenu(ChoiceMenu):
    """Every theme by its name and in small; ``requested`` asks for one, SYSTEM among them.

    Signals:
        own_requested: the reader wants to choose colours.
    """

    own_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        system = {ThemeChoice.SYSTEM: QCoreApplication.translate("Themes", "As the system")}
        names: dict[object, str] = dict((system | theme_names()).items())
        super().__init__(QCoreApplication.translate("Themes", "Theme"), names, parent)
        self._settings = Settings()
        self.aboutToShow.connect(self._draw)
        self.addSeparator()
        self.addAction(QCoreApplication.translate("Themes", "My colours…")).triggered.connect(self.own_requested)

    def show_settings(self, settings: Settings) -> None:
        """Mark what is chosen, and show the reader's own colours."""
        self._settings = settings
        self.show_choice(settings.theme)

    def _draw(self) -> None:
        """Draw the themes in small, before they are seen for the first time or anew."""
        for choice in theme_names():
            self.set_icon(choice, theme_icon(theme_of(choice, self._settings)))
