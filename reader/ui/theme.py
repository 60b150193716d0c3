"""The colours of the page and of the window around it.

The eight colours of a palette stay as far apart as they can within their hues, for readers of full sight and for the
colour-blind alike, with text on them legible: ``tests/ui/test_theme.py`` holds them to it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from reader.resources import resource
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


def _read(name: str) -> Theme:
    """A theme of ``resources/themes``: a JSON object of what ``Theme`` holds."""
    values = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))
    page = values.pop("page")
    for name in ("highlights", "inks"):
        page[name] = tuple(page[name])
    return Theme(page=PageColours(**page), **values)


LIGHT, PAPER, SEPIA, GREEN = _read("light"), _read("paper"), _read("sepia"), _read("green")
GREY, DARK, BLACK = _read("grey"), _read("dark"), _read("black")


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
