"""The themes side by side, to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.state.settings import Settings, ThemeChoice
from reader.ui.theme import Theme
from reader.ui.theme_swatch import ThemeSwatch
from reader.ui.themes import chosen, theme_names, theme_of

_COLUMNS = 4


class ThemeGrid(QWidget):
    """A swatch for each theme; whether light and dark follow the system; the way to the reader's own colours.

    Signals:
        theme_requested: a ``ThemeChoice``, never SYSTEM.
        follow_requested: whether light and dark are to follow the desktop.
        own_requested: the reader wants to choose colours.
    """

    theme_requested = Signal(object)
    follow_requested = Signal(bool)
    own_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._swatches: dict[ThemeChoice, ThemeSwatch] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for number, (choice, name) in enumerate(theme_names().items()):
            swatch = ThemeSwatch(name, partial(theme_of, choice, Settings()), theme)
            swatch.clicked.connect(lambda _=False, choice=choice: self.theme_requested.emit(choice))
            self._group.addButton(swatch)
            self._swatches[choice] = swatch
            grid.addWidget(swatch, number // _COLUMNS, number % _COLUMNS)
        self._follow = QCheckBox(self.tr("Light and dark as the system"))
        self._follow.clicked.connect(self.follow_requested)
        self._own = QPushButton(self.tr("My colours…"))
        self._own.clicked.connect(self.own_requested)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._follow, 1)
        below.addWidget(self._own)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid)
        layout.addLayout(below)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for swatch in self._swatches.values():
            swatch.set_theme(theme)

    def show_settings(self, settings: Settings, system_is_dark: bool) -> None:
        """Mark what is shown."""
        self._swatches[chosen(settings, system_is_dark)].setChecked(True)
        self._swatches[ThemeChoice.OWN].set_shown(partial(theme_of, ThemeChoice.OWN, settings))
        self._follow.setChecked(settings.theme is ThemeChoice.SYSTEM)
