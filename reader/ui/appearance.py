"""The theme that the program is shown in: the reader's choice, or the desktop's light or dark."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.state.preferences import Preferences
from reader.state.settings import ThemeChoice
from reader.ui.theme import Theme, palette
from reader.ui.themes import chosen, theme_of


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

    def system_is_dark(self) -> bool:
        """Whether the desktop is dark."""
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def switch_dark(self) -> None:
        """Change from the light theme to the dark one, or back: with the desktop, where that is what is wanted."""
        settings = self._preferences.settings
        is_dark = not self._theme.is_dark
        wanted = settings.dark_theme if is_dark else settings.light_theme
        self._preferences.set("theme", ThemeChoice.SYSTEM if is_dark is self.system_is_dark() else wanted)

    def choose(self, choice: ThemeChoice) -> None:
        """Show a theme, and remember it as the light or the dark one.

        Where light and dark follow the desktop they go on doing so, unless a dark theme is chosen on a light desktop
        or the other way round.

        Args:
            choice: a theme, or SYSTEM to be light and dark with the desktop.
        """
        if choice is ThemeChoice.SYSTEM:
            self.follow_system(True)
            return
        settings = self._preferences.settings
        is_dark = theme_of(choice, settings).is_dark
        if settings.theme is not ThemeChoice.SYSTEM or is_dark is not self.system_is_dark():
            self._preferences.set("theme", choice)
        name, other = ("dark_theme", "light_theme") if is_dark else ("light_theme", "dark_theme")
        self._preferences.set(name, choice)
        if getattr(self._preferences.settings, other) is choice:
            # The reader's own colours were light, and are dark now.
            self._preferences.set(other, ThemeChoice.LIGHT if is_dark else ThemeChoice.DARK)

    def follow_system(self, is_following: bool) -> None:
        """Be light and dark with the desktop, or stay with what is shown."""
        now = chosen(self._preferences.settings, self.system_is_dark())
        self._preferences.set("theme", ThemeChoice.SYSTEM if is_following else now)

    def take_own(self, page: str, ink: str, accent: str) -> None:
        """Show the reader's own theme, in other colours."""
        for name, colour in (("own_page", page), ("own_ink", ink), ("own_accent", accent)):
            self._preferences.set(name, colour)
        self.choose(ThemeChoice.OWN)

    def _wanted(self) -> Theme:
        settings = self._preferences.settings
        return theme_of(chosen(settings, self.system_is_dark()), settings)

    def _update(self) -> None:
        theme = self._wanted()
        if theme != self._theme:
            self._theme = theme
            QApplication.setPalette(palette(theme))
            self.changed.emit(theme)
