"""The colours of the page and of the window around it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from reader.state.settings import ThemeChoice
from reader.view.page_style import PageColours

#: Percent by which marks differ from highlights, which are faint on purpose: so much shows 3 to 1 (WCAG 2.1, 1.4.11).
_DARKER, _LIGHTER = 165, 170


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

    def mark(self, colour: int) -> str:
        """A highlight's colour, for a mark that has to be seen on the page's ground."""
        ground = QColor(self.page.highlights[colour])
        return (ground.lighter(_LIGHTER) if self.is_dark else ground.darker(_DARKER)).name()


LIGHT = Theme(
    PageColours(
        page="#fdfcfa",
        ink="#22201d",
        secondary="#8d877d",
        selection="#4d3f7fd6",
        focus="#c2410c",
        highlights=("#ffe489", "#bfe6ff", "#cdeeb3", "#ffcfd9", "#dfd3ff", "#ffd2a8", "#b9efe3", "#e3dccb"),
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
        focus="#b23c0a",
        highlights=("#fcd76b", "#b4d9e8", "#c6dd9a", "#f7bdb9", "#d8c6ea", "#fbbf85", "#a9dccb", "#dccdab"),
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
        highlights=("#5f4d0a", "#174a68", "#2f5222", "#6b2c3c", "#4a3a78", "#783a12", "#12544a", "#504a3c"),
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
