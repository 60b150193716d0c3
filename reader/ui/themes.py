"""The themes that can be chosen: those of the program by their names, and the reader's own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reader.state.settings import Settings, ThemeChoice
from reader.ui.own_theme import own_theme
from reader.ui.theme import BLACK, DARK, GREEN, GREY, LIGHT, PAPER, SEPIA, Theme

#: The program's own themes, from the lightest to the darkest.
BUILT_IN: Mapping[ThemeChoice, Theme] = {
    ThemeChoice.LIGHT: LIGHT,
    ThemeChoice.PAPER: PAPER,
    ThemeChoice.SEPIA: SEPIA,
    ThemeChoice.GREEN: GREEN,
    ThemeChoice.GREY: GREY,
    ThemeChoice.DARK: DARK,
    ThemeChoice.BLACK: BLACK,
}


def chosen(settings: Settings, system_is_dark: bool) -> ThemeChoice:
    """What is shown by a reader's settings; never SYSTEM."""
    if settings.theme is not ThemeChoice.SYSTEM:
        return settings.theme
    return settings.dark_theme if system_is_dark else settings.light_theme


def theme_of(choice: ThemeChoice, settings: Settings) -> Theme:
    """The colours of a choice.

    Args:
        choice: a theme; not SYSTEM, of which ``chosen`` says what it stands for.
        settings: for the colours of the reader's own.
    """
    if choice is ThemeChoice.OWN:
        return own_theme(settings.own_page, settings.own_ink, settings.own_accent)
    return BUILT_IN[choice]


def theme_names() -> dict[ThemeChoice, str]:
    """What the themes are called, in the order in which they are offered; without SYSTEM."""
    return {
        ThemeChoice.LIGHT: QCoreApplication.translate("Themes", "Light"),
        ThemeChoice.PAPER: QCoreApplication.translate("Themes", "Paper"),
        ThemeChoice.SEPIA: QCoreApplication.translate("Themes", "Sepia"),
        ThemeChoice.GREEN: QCoreApplication.translate("Themes", "Green"),
        ThemeChoice.GREY: QCoreApplication.translate("Themes", "Grey"),
        ThemeChoice.DARK: QCoreApplication.translate("Themes", "Dark"),
        ThemeChoice.BLACK: QCoreApplication.translate("Themes", "Black"),
        ThemeChoice.OWN: QCoreApplication.translate("Themes", "My own"),
    }
