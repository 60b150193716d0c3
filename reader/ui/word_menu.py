"""The part of the article's menu that is about how a word is converted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.convert.shown_word import ShownWord
from reader.model.own_word import OwnWord
from reader.ui.rule_names import rules_text

#: Code points of a word that the menu names.
_NAMED = 12


class WordMenu(QMenu):
    """What became of a word, by which rule, and what the reader may want instead.

    Signals:
        choice_requested: what is to be shown at this place; the word's own form as dictionaries have it if empty.
        word_requested: an ``OwnWord``, and whether it is to hold in this document only.
        dialog_requested: the reader wants to say more about this word.
    """

    choice_requested = Signal(str)
    word_requested = Signal(object, bool)
    dialog_requested = Signal()

    def __init__(self, word: ShownWord, has_choice: bool, parent: QWidget | None = None) -> None:
        """The menu of a word.

        Args:
            word: what is under the pointer, or selected.
            has_choice: whether the reader chose what is shown at this place.
            parent: owner.
        """
        super().__init__(parent)
        self._word = word
        title = self.tr("“{source}” is shown as “{shown}”") if word.source != word.shown else self.tr("“{source}”")
        self.setTitle(_plain(title.format(source=_short(word.source), shown=_short(word.shown))))
        for line in rules_text(word.rules):
            self._add(line).setEnabled(False)
        if word.rules:
            self.addSeparator()
        self._add(self.tr("Show it here as")).setEnabled(False)
        group = QActionGroup(self)
        for candidate in word.candidates:
            action = self._add(candidate)
            action.setCheckable(True)
            action.setChecked(candidate == word.shown)
            action.triggered.connect(lambda _=False, candidate=candidate: self._choose(candidate))
            group.addAction(action)
        if has_choice:
            self._add(self.tr("As the dictionaries have it")).triggered.connect(lambda: self.choice_requested.emit(""))
        self.addSeparator()
        protected = OwnWord(word.source, word.source)
        here = self._add(self.tr("Never convert it in this document"))
        here.triggered.connect(lambda: self.word_requested.emit(protected, True))
        everywhere = self._add(self.tr("Never convert it anywhere"))
        everywhere.triggered.connect(lambda: self.word_requested.emit(protected, False))
        self._add(self.tr("Always convert it to…")).triggered.connect(self.dialog_requested)

    def _add(self, text: str) -> QAction:
        return self.addAction(_plain(text))

    def _choose(self, candidate: str) -> None:
        if candidate != self._word.shown:
            self.choice_requested.emit(candidate)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _NAMED else f"{text[:_NAMED]}…"


def _plain(text: str) -> str:
    """Without what menus take for a key."""
    return text.replace("&", "&&")
