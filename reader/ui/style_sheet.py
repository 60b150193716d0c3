"""The style sheet of the window."""

from __future__ import annotations

from string import Template

from reader.resources import resource
from reader.ui.contrast import text_on
from reader.ui.theme import Theme

_SHEET = Template(
    """
QMainWindow, QToolBar, QStatusBar, QDockWidget, QDockWidget > QWidget {
    background: $chrome; color: $text; border: none; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QToolBar { border-bottom: 1px solid $line; padding: 4px 8px; spacing: 2px; }
QStatusBar { border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QToolButton, QPushButton { background: transparent; color: $text; border: none; border-radius: 6px; padding: 4px 8px; }
QToolButton:hover, QPushButton:hover { background: $raised; }
QToolButton:pressed, QToolButton:checked, QPushButton:checked { background: $raised; }
QToolButton:focus, QPushButton:focus { outline: none; border: 1px solid $accent; padding: 3px 7px; }
QToolButton:disabled, QPushButton:disabled { color: $muted; }
QHeaderView::section { background: $chrome; color: $muted; border: none; border-bottom: 1px solid $line;
                       padding: 5px 3px; }
QToolButton::menu-indicator { image: none; }
QToolButton#segment:checked { background: $accent; color: $on_accent; }
QToolButton#chip { background: $raised; border-radius: 9px; padding: 2px 7px; }
QToolButton#chip:hover { background: $line; }
QToolButton#chip:checked { background: $chrome; border: 1px solid $line; padding: 1px 6px; }
QToolButton#tab { color: $muted; }
QToolButton#tab:checked { background: transparent; color: $text; font-weight: 600; border-bottom: 2px solid $accent;
                          border-radius: 0; padding-bottom: 2px; }
QToolButton#small { padding: 2px; border-radius: 4px; }
QToolButton#small:focus { padding: 1px; }
QStatusBar QToolButton { padding: 1px 8px; color: $muted; border-radius: 4px; }
QStatusBar QToolButton:hover { color: $text; }
QStatusBar QToolButton:focus { padding: 0px 7px; }
QStatusBar QLabel { color: $muted; padding: 1px 8px; }
QLineEdit { background: $raised; color: $text; border: 1px solid transparent; border-radius: 6px; padding: 5px 8px;
            selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: 1px solid $accent; }
QAbstractItemView { background: $chrome; color: $text; border: none; outline: none; }
QLabel { color: $text; }
QLabel#muted { color: $muted; }
QLabel#title { font-size: 16pt; font-weight: 600; }
QListWidget::item { padding: 4px 6px; border-radius: 4px; }
QListWidget::item:selected { background: $accent; color: $on_accent; }
QLabel#heading { color: $muted; font-weight: 600; }
QFrame#message { background: $raised; border-bottom: 1px solid $line; }
QFrame#rule { background: $line; border: none; }
QFrame#drawer { background: $chrome; border: 1px solid $line; }
QFrame#popover { background: $chrome; border: 1px solid $line; }
QMenu { background: $chrome; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $chrome; color: $text; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 4px 10px; }
QMenuBar::item:selected { background: $raised; border-radius: 4px; }
QComboBox { background: $raised; color: $text; border: 1px solid transparent; border-radius: 6px; padding: 4px 8px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$down"); width: 14px; height: 14px; }
QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QComboBox:focus { border: 1px solid $accent; }
QComboBox QAbstractItemView { background: $chrome; color: $text; border: 1px solid $line;
                              selection-background-color: $accent; selection-color: $on_accent; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 3px 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $line; min-height: 32px; border-radius: 4px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; min-width: 32px; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical:hover, QScrollBar::handle:horizontal:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox { color: $text; spacing: 8px; padding: 2px 0; }
QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid $muted; border-radius: 4px; background: $raised; }
QCheckBox::indicator:checked { border-color: $accent; background: $accent; image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $line; background: $line; }
QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid $muted; border-radius: 8px;
                          background: $raised; }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
                                  fx: 0.5, fy: 0.5, stop: 0.5 $accent, stop: 0.6 $raised); }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QDialog { background: $chrome; }
QDialogButtonBox QPushButton, QFrame#popover QPushButton, QPushButton#raised { background: $raised; }
QDialogButtonBox QPushButton:default { background: $accent; color: $on_accent; }
QDialogButtonBox QPushButton:default:disabled { background: $raised; color: $muted; }
QDialogButtonBox QPushButton:hover { border: 1px solid $muted; padding: 3px 7px; }
QSplitter::handle { background: $line; }
#article { background: $page; }
"""
)


def style_sheet(theme: Theme) -> str:
    """The style sheet in the theme's colours."""
    return _SHEET.substitute(
        chrome=theme.chrome,
        raised=theme.raised,
        line=theme.line,
        text=theme.text,
        muted=theme.muted,
        accent=theme.accent,
        on_accent=theme.on_accent,
        page=theme.page.page,
        check=_drawing("check", theme.accent),
        down=_drawing("down", theme.raised),
    )


def _drawing(name: str, ground: str) -> str:
    """A drawing that is seen on a ground: style sheets take files, which have their colour in them."""
    ink = "white" if text_on(ground) == "#ffffff" else "black"
    return resource("themes", f"{name}-{ink}.svg").as_posix()
