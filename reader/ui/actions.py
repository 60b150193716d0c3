"""The commands of the window, each once: menus, toolbar and keys share them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.icons import icon
from reader.ui.script_control import SCRIPTS, script_name
from reader.ui.theme import Theme


class Actions(QObject):
    """Every command with its name and its keys. What a command does is wired in ``reader.ui.wiring``."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._icons: list[tuple[QAction, str]] = []
        self.open = self._made(self.tr("Open…"), QKeySequence.StandardKey.Open, icon_name="open")
        self.reload = self._made(self.tr("Reload"), "F5", "Ctrl+R")
        self.close = self._made(self.tr("Close window"), "Ctrl+W", "Ctrl+Q")
        self.print = self._made(self.tr("Print, or save as PDF…"), QKeySequence.StandardKey.Print)
        self.outline = self._switch(self.tr("Outline"), "Ctrl+B", icon_name="outline")
        self.filter = self._made(self.tr("Filter the outline"), "Ctrl+Shift+O")
        self.keywords = self._switch(self.tr("Coloured words"), "Ctrl+K", icon_name="keywords")
        self.colour = self._made(self.tr("Colour the selection"), "Ctrl+H")
        self.add_word = self._made(self.tr("Colour a word…"), "Ctrl+Shift+H")
        self.report = self._made(self.tr("Report on the coloured words…"))
        self.find = self._made(self.tr("Search…"), QKeySequence.StandardKey.Find, icon_name="search")
        self.next = self._made(self.tr("Next hit or coloured word"), "F3", "Ctrl+L")
        self.previous = self._made(self.tr("Previous hit or coloured word"), "Shift+F3", "Ctrl+Shift+L")
        self.look_up = self._made(self.tr("Look the word up"), "Ctrl+D")
        self.hover = self._switch(self.tr("Look up what the mouse rests on"))
        self.dictionaries = self._made(self.tr("Dictionaries…"))
        self.readings = self._made(self.tr("Readings: none, rare characters, all"), "F8")
        self.go_to = self._made(self.tr("Go to…"), "Ctrl+G")
        self.chapters = self._made(self.tr("Chapters…"), "Ctrl+Alt+C")
        levels = (
            self.tr("No heading"),
            self.tr("Heading of level 1"),
            self.tr("Heading of level 2"),
            self.tr("Heading of level 3"),
        )
        self.headings = [self._switch(name, f"Ctrl+Alt+{level}") for level, name in enumerate(levels)]
        self.copy = self._made(self.tr("Copy"), QKeySequence.StandardKey.Copy)
        self.copy_source = self._made(self.tr("Copy the original"), "Ctrl+Shift+C")
        self.copy_cited = self._made(self.tr("Copy with its place"), "Ctrl+Alt+Q")
        self.select_all = self._made(self.tr("Select all"), QKeySequence.StandardKey.SelectAll)
        self.original = self._made(self.tr("Compare with the original"), "F4")
        self.words = self._switch(self.tr("Regional words"), "Ctrl+6")
        self.changes = self._switch(self.tr("Show changes"), "Ctrl+7")
        self.next_change = self._made(self.tr("Next change"), "F2")
        self.previous_change = self._made(self.tr("Previous change"), "Shift+F2")
        self.both = self._switch(self.tr("Original beside"), "Ctrl+8")
        self.quotes = self._switch(self.tr("Quotation marks of the region"))
        self.full_width = self._switch(self.tr("Full-width punctuation"))
        self.long_marks = self._switch(self.tr("Long ellipses and dashes"))
        self.own_words = self._made(self.tr("Your own words…"), "Ctrl+Shift+W")
        self.scripts = [
            self._made(script_name(script), f"Ctrl+{number}") for number, (_, _, script) in enumerate(SCRIPTS, start=1)
        ]
        self.larger = self._made(self.tr("Larger text"), QKeySequence.StandardKey.ZoomIn, "Ctrl+=")
        self.smaller = self._made(self.tr("Smaller text"), QKeySequence.StandardKey.ZoomOut)
        self.usual_size = self._made(self.tr("Usual size"), "Ctrl+0")
        self.vertical = self._switch(self.tr("Vertical writing"), "Ctrl+Shift+V", icon_name="vertical")
        self.full_screen = self._switch(self.tr("Full screen"), "F11")
        self.quiet = self._switch(self.tr("Nothing but the text"), "Shift+F11")
        self.paged = self._switch(self.tr("Pages"), "Ctrl+Alt+P")
        self.auto_scroll = self._switch(self.tr("Scroll by itself"), "F9")
        self.faster = self._made(self.tr("Faster"), "Ctrl+Shift+F9")
        self.slower = self._made(self.tr("Slower"), "Ctrl+F9")
        self.smooth = self._switch(self.tr("Smooth scrolling"))
        self.dark = self._made(self.tr("Dark or light"), "Ctrl+Shift+D", icon_name="dark")
        self.welcome = self._made(self.tr("Welcome and short manual"), "F1")
        self.about = self._made(self.tr("About Jianfan Reader"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in other colours."""
        for action, name in self._icons:
            action.setIcon(icon(name, theme.text))

    def set_document_open(self, is_open: bool) -> None:
        """Allow what needs a document."""
        needing = (
            self.reload,
            self.find,
            self.print,
            self.report,
            self.colour,
            self.look_up,
            self.next,
            self.previous,
            self.go_to,
            self.copy,
            self.copy_source,
            self.copy_cited,
            self.select_all,
        )
        for action in (*needing, self.chapters, *self.headings):
            action.setEnabled(is_open)

    def _made(self, text: str, *keys: QKeySequence.StandardKey | str, icon_name: str = "") -> QAction:
        action = QAction(text, self._window)
        sequences: list[QKeySequence] = []
        for key in keys:
            found = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
            sequences += [sequence for sequence in found if sequence not in sequences]
        action.setShortcuts(sequences)
        if sequences:
            action.setToolTip(f"{text.rstrip('…')} ({sequences[0].toString(QKeySequence.SequenceFormat.NativeText)})")
        if icon_name:
            self._icons.append((action, icon_name))
        self._window.addAction(action)
        return action

    def _switch(self, text: str, *keys: str, icon_name: str = "") -> QAction:
        action = self._made(text, *keys, icon_name=icon_name)
        action.setCheckable(True)
        return action
