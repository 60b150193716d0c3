"""The menus: that of the window, and that of the article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.convert.choice import Engine
from reader.state.settings import CopyForm, WritingChoice
from reader.store.library import ReadFile
from reader.ui.actions import Actions
from reader.ui.choice_menu import ChoiceMenu
from reader.ui.translation import LANGUAGE_NAMES

#: Files in the menu of recent ones.
RECENT = 12

#: Code points of a selection that the article's menu names.
_NAMED = 12


class RecentMenu(QMenu):
    """The files read last, looked up whenever the menu opens.

    Signals:
        file_requested: the path of a file to open.
        forget_requested: the list is to be emptied.
    """

    file_requested = Signal(Path)
    forget_requested = Signal()

    def __init__(self, recent: Callable[[], list[ReadFile]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open recent"))
        self.setToolTipsVisible(True)
        self._recent = recent
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        files = self._recent()
        for file in files:
            share = f"  {file.address / file.size:.0%}" if file.size and file.address else ""
            action = QAction(file.title.replace("&", "&&") + share, self)
            action.setToolTip(str(file.path))
            action.triggered.connect(lambda _=False, path=file.path: self.file_requested.emit(path))
            self.addAction(action)
        if files:
            self.addSeparator()
            forget = QAction(self.tr("Forget all files and places"), self)
            forget.triggered.connect(self.forget_requested)
            self.addAction(forget)
        else:
            nothing = QAction(self.tr("No file read yet"), self)
            nothing.setEnabled(False)
            self.addAction(nothing)


def language_menu(parent: QWidget | None) -> ChoiceMenu:
    """The languages of the window: one of ``LANGUAGE_NAMES``, or empty for the system's."""
    names: dict[object, str] = {"": QCoreApplication.translate("Menus", "As the system")}
    names.update(LANGUAGE_NAMES)
    return ChoiceMenu(QCoreApplication.translate("Menus", "Language of the window"), names, parent)


def engine_menu(parent: QWidget | None) -> ChoiceMenu:
    """Who converts."""
    names: dict[object, str] = {
        Engine.JIANFAN: QCoreApplication.translate("Menus", "Jianfan: judges words by their sentence"),
        Engine.OPENCC: QCoreApplication.translate("Menus", "OpenCC, to the character"),
        Engine.REIMPLEMENTED: "opencc-python-reimplemented",
    }
    return ChoiceMenu(QCoreApplication.translate("Menus", "Conversion by"), names, parent)


def copy_menu(parent: QWidget | None) -> ChoiceMenu:
    """What is copied by the ordinary key."""
    names: dict[object, str] = {
        CopyForm.SHOWN: QCoreApplication.translate("Menus", "The text as shown"),
        CopyForm.SOURCE: QCoreApplication.translate("Menus", "The original text"),
        CopyForm.CITED: QCoreApplication.translate("Menus", "The text as shown, with its place"),
    }
    return ChoiceMenu(QCoreApplication.translate("Menus", "Copy takes"), names, parent)


def writing_menu(parent: QWidget | None) -> ChoiceMenu:
    """How lines stand."""
    names: dict[object, str] = {
        WritingChoice.BOOK: QCoreApplication.translate("Menus", "As the book says"),
        WritingChoice.HORIZONTAL: QCoreApplication.translate("Menus", "Horizontal"),
        WritingChoice.VERTICAL: QCoreApplication.translate("Menus", "Vertical, columns from right to left"),
    }
    return ChoiceMenu(QCoreApplication.translate("Menus", "Writing direction"), names, parent)


def fill_window_menu(
    menu: QMenu,
    actions: Actions,
    recent: RecentMenu,
    engines: ChoiceMenu,
    languages: ChoiceMenu,
    writings: ChoiceMenu,
) -> None:
    """Everything the window can do, in groups."""
    menu.addAction(actions.open)
    menu.addMenu(recent)
    menu.addAction(actions.reload)
    menu.addSeparator()
    menu.addActions([actions.find, actions.next, actions.previous, actions.go_to])
    menu.addActions([actions.colour, actions.add_word, actions.report])
    menu.addAction(actions.chapters)
    menu.addSeparator()
    words = menu.addMenu(QCoreApplication.translate("Menus", "Words and readings"))
    words.addActions([actions.look_up, actions.hover, actions.dictionaries, actions.readings])
    script = menu.addMenu(QCoreApplication.translate("Menus", "Script"))
    script.addActions(actions.scripts)
    script.addSeparator()
    script.addActions([actions.words, actions.original, actions.both])
    script.addMenu(engines)
    punctuation = script.addMenu(QCoreApplication.translate("Menus", "Punctuation"))
    punctuation.addActions([actions.quotes, actions.full_width, actions.long_marks])
    script.addActions([actions.changes, actions.next_change, actions.previous_change])
    script.addAction(actions.own_words)
    size = menu.addMenu(QCoreApplication.translate("Menus", "Text size"))
    size.addActions([actions.larger, actions.smaller, actions.usual_size])
    menu.addMenu(writings)
    menu.addActions([actions.outline, actions.filter, actions.keywords, actions.dark])
    menu.addMenu(languages)
    menu.addSeparator()
    menu.addActions([actions.welcome, actions.about, actions.close])


def article_menu(actions: Actions, selected: str, word: QMenu | None, parent: QObject) -> QMenu:
    """The menu of the article.

    Args:
        actions: of the window.
        selected: the word that is selected; empty if what is selected is none.
        word: the menu of the conversion of what is selected or pointed at, if it is converted.
        parent: owner of the menu.
    """
    menu = QMenu(parent if isinstance(parent, QWidget) else None)
    if selected:
        name = selected if len(selected) <= _NAMED else f"{selected[:_NAMED]}…"
        text = QCoreApplication.translate("Menus", "Colour “{word}”").format(word=name.replace("&", "&&"))
        colour = QAction(text, menu)
        colour.setShortcuts(actions.colour.shortcuts())
        colour.triggered.connect(actions.colour.trigger)
        menu.addAction(colour)
        text = QCoreApplication.translate("Menus", "Search “{word}”").format(word=name.replace("&", "&&"))
        search = QAction(text, menu)
        search.setShortcuts(actions.find.shortcuts())
        search.triggered.connect(actions.find.trigger)
        menu.addAction(search)
    if word is not None:
        menu.addMenu(word)
    if menu.actions():
        menu.addSeparator()
    menu.addAction(actions.look_up)
    menu.addActions([actions.copy, actions.copy_source, actions.copy_cited, actions.select_all])
    menu.addSeparator()
    menu.addActions([actions.original, actions.go_to])
    menu.addMenu(QCoreApplication.translate("Menus", "This line is")).addActions(actions.headings)
    return menu
