"""Suggested words of one kind, as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.model.suggested import SuggestedWord
from reader.ui.flow_box import FlowBox
from reader.ui.keyword_menus import colour_icon
from reader.ui.theme import LIGHT, Theme

#: Chips of a section at first; a click shows the rest.
_FEW = 12


@dataclass(frozen=True, slots=True)
class ChipLooks:
    """How chips look.

    Attributes:
        shown_text: a word in the script that is shown.
        colour_of: the colour of a word that is coloured already, an index into the palette; else None.
        theme: whose colours they are.
    """

    shown_text: Callable[[str], str]
    colour_of: Callable[[str], int | None]
    theme: Theme


class SuggestionSection(QWidget):
    """A name, and below it chips: a click colours a word, or takes its colour away.

    Signals:
        word_clicked: the text of a word.
        menu_requested: the text of a word, and where on the screen.
        list_requested: all of the words are to be made a list.
    """

    word_clicked = Signal(str)
    menu_requested = Signal(str, QPoint)
    list_requested = Signal()

    def __init__(self, name: str, can_be_list: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._words: tuple[SuggestedWord, ...] = ()
        self._looks = ChipLooks(str, lambda _: None, LIGHT)
        self._is_whole = False
        heading = QLabel(name)
        heading.setObjectName("heading")
        self._more = _button("…", self.tr("Show all"))
        self._more.clicked.connect(self._show_all)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(heading)
        head.addStretch(1)
        if can_be_list:
            make = _button("+", self.tr("Make a list of these"))
            make.clicked.connect(self.list_requested)
            head.addWidget(make)
        self._chips: list[QToolButton] = []
        self._flow = FlowBox(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._flow)

    @property
    def words(self) -> tuple[SuggestedWord, ...]:
        """What is suggested."""
        return self._words

    def show_words(self, words: Sequence[SuggestedWord], looks: ChipLooks) -> None:
        """Suggest these words, all of one kind."""
        self._words, self._looks = tuple(words), looks
        self.setVisible(bool(words))
        count = len(words) if self._is_whole else min(len(words), _FEW)
        while len(self._chips) < count:
            self._chips.append(self._made_chip())
        for chip, word in zip(self._chips, words[:count], strict=False):
            self._show_word(chip, word)
        # The way to the rest stands behind the last.
        self._flow.show_widgets([*self._chips[:count], *([self._more] if count < len(words) else [])])

    def _show_word(self, chip: QToolButton, word: SuggestedWord) -> None:
        colour = self._looks.colour_of(word.text)
        text = f"{self._looks.shown_text(word.text)} {word.count:,}"
        theme = self._looks.theme
        look = (word.text, text, colour, theme)
        if look == chip.property("look"):
            return
        chip.setProperty("look", look)
        chip.setProperty("word", word.text)
        chip.setText(text.replace("&", "&&"))
        chip.setChecked(colour is not None)
        chip.setIcon(QIcon() if colour is None else colour_icon(theme.page.highlights[colour], theme.line))

    def _show_all(self) -> None:
        self._is_whole = True
        self.show_words(self._words, self._looks)

    def _made_chip(self) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setCheckable(True)
        chip.setIconSize(QSize(12, 12))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.clicked.connect(lambda: self.word_clicked.emit(chip.property("word")))
        chip.customContextMenuRequested.connect(
            lambda point: self.menu_requested.emit(chip.property("word"), chip.mapToGlobal(point))
        )
        return chip


def _button(text: str, label: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("small")
    button.setText(text)
    button.setToolTip(label)
    button.setAccessibleName(label)
    return button
