"""The theme that the program is shown in: the reader's choice, or the desktop's light or dark."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.state.preferences import Preferences
from reader.state.settings import ThemeChoice
from reader.ui.theme import Theme, palette, theme_for


class Appearance(QObject):
    """Knows the theme, and paints the application's palette with it.

    Signals:
        changed: the ``Theme`` is another one.
    """

    changed = Signal(object)

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._theme = self._wanted()
        QApplication.setPalette(palette(self._theme))
        preferences.changed.connect(self._update)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._update)

    @property
    def theme(self) -> Theme:
        """The colours of now."""
        return self._theme

    def switch_dark(self) -> None:
        """Change from light to dark, or back: to what the desktop has, where that is what is wanted."""
        is_dark = not self._theme.is_dark
        wanted = ThemeChoice.DARK if is_dark else ThemeChoice.LIGHT
        self._preferences.set("theme", ThemeChoice.SYSTEM if is_dark is self._system_is_dark() else wanted)

    def _wanted(self) -> Theme:
        return theme_for(self._preferences.settings.theme, self._system_is_dark())

    def _system_is_dark(self) -> bool:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _update(self) -> None:
        theme = self._wanted()
        if theme is not self._theme:
            self._theme = theme
            QApplication.setPalette(palette(theme))
            self.changed.emit(theme)
