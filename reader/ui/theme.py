"""The colours of the page and of the window around it.

The eight colours of a palette stay as far apart as they can within their hues, for readers of full sight and for the
colour-blind alike, with text on them legible: ``tests/ui/test_theme.py`` holds them to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from reader.state.settings import ThemeChoice
from reader.view.page_style import PageColours


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colours, each ``#rrggbb`` or ``#aarrggbb``.

    Attributes:
        page: of the article.
        is_dark: whether light text stands on dark ground.
        chrome: behind bars and panels.
        raised: behind fields, pressed buttons and rows under the mouse.
        line: between the parts of the window.
        text: in bars and panels.
        muted: of text that steps back.
        accent: of what is chosen or has the focus.
        on_accent: of text on ``accent``.
    """

    page: PageColours
    is_dark: bool
    chrome: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str


LIGHT = Theme(
    PageColours(
        page="#fdfcfa",
        ink="#22201d",
        secondary="#8d877d",
        selection="#4d3f7fd6",
        focus="#b5360a",
        highlights=("#f6e587", "#a5c8f1", "#c1f0b2", "#feabb2", "#c2b1fe", "#fec68e", "#7ce8ee", "#d8d6d1"),
        inks=("#986b00", "#165d9b", "#445d01", "#cc3274", "#715acf", "#b05c31", "#047f80", "#5f5850"),
        found="#1d4ed8",
    ),
    is_dark=False,
    chrome="#f3f1ed",
    raised="#e6e2db",
    line="#dcd7ce",
    text="#2b2925",
    muted="#69635a",
    accent="#2f66b8",
    on_accent="#ffffff",
)

SEPIA = Theme(
    PageColours(
        page="#f6ecd8",
        ink="#3a2c1b",
        secondary="#937f61",
        selection="#4d8a5a1f",
        focus="#8a2a04",
        highlights=("#efd544", "#9fc0e4", "#a4e994", "#feb8d1", "#bcb3fd", "#f9af69", "#54ece6", "#bebcab"),
        inks=("#6f4800", "#175087", "#487234", "#bb2463", "#382a87", "#975d0d", "#0a7775", "#4c4c42"),
        found="#1e429f",
    ),
    is_dark=False,
    chrome="#ecdfc6",
    raised="#dfcfb0",
    line="#d5c4a2",
    text="#3d3020",
    muted="#67563d",
    accent="#8a4b12",
    on_accent="#fff9ee",
)

DARK = Theme(
    PageColours(
        page="#1b1c1e",
        ink="#d3d0c9",
        secondary="#807d77",
        selection="#665b8fd6",
        focus="#ffb454",
        highlights=("#675600", "#125c86", "#395e39", "#70003c", "#3d266f", "#673e16", "#004245", "#5d5852"),
        inks=("#f5cf27", "#6fa6d7", "#b7f397", "#ff7484", "#9e85f8", "#f1a250", "#30f1fe", "#cfccc1"),
        found="#7ab8ff",
    ),
    is_dark=True,
    chrome="#242528",
    raised="#33353a",
    line="#38393d",
    text="#d6d4cf",
    muted="#a3a098",
    accent="#7fb0f0",
    on_accent="#14161a",
)


def theme_for(choice: ThemeChoice, system_is_dark: bool) -> Theme:
    """The theme that a choice stands for."""
    match choice:
        case ThemeChoice.LIGHT:
            return LIGHT
        case ThemeChoice.SEPIA:
            return SEPIA
        case ThemeChoice.DARK:
            return DARK
    return DARK if system_is_dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """The theme for widgets that ask the palette."""
    made = QPalette(QColor(theme.chrome))
    roles = {
        QPalette.ColorRole.Window: theme.chrome,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.chrome,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.chrome,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return made
