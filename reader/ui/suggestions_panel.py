"""The panel of what the article itself suggests to colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from reader.model.entity import EntityKind
from reader.model.suggested import SuggestedWord
from reader.state.suggestions import Suggestions
from reader.ui.icons import icon
from reader.ui.suggestion_section import ChipLooks, SuggestionSection
from reader.ui.theme import Theme

#: The sections in order; None is for keywords. Of what can be a list of its own, the name is the list's.
_KINDS = (None, EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.DATE, EntityKind.QUANTITY)


class SuggestionsPanel(QWidget):
    """Sections of chips, and how far the document was read.

    Signals:
        wanted: the panel has come into sight.
        give_up_requested: the document is to be read no further.
        word_requested: the text of a word that is to be coloured, or not any more.
        ignore_requested: the text of a word that is never to be suggested again.
        forget_requested: what was never to be suggested again may be.
        search_requested: the text of a word to look for.
        list_requested: the name of a list, and the texts of its words.
    """

    wanted = Signal()
    give_up_requested = Signal()
    word_requested = Signal(str)
    ignore_requested = Signal(str)
    forget_requested = Signal()
    search_requested = Signal(str)
    list_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = {kind: self._made_section(kind) for kind in _KINDS}
        self._waiting: list[tuple[SuggestionSection, list[SuggestedWord], ChipLooks]] = []
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._show_next)
        self._notice = QLabel()
        self._notice.setObjectName("muted")
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setWordWrap(True)
        self._give_up = QToolButton()
        self._give_up.setObjectName("small")
        self._give_up.setToolTip(self.tr("Read no further"))
        self._give_up.setAccessibleName(self.tr("Read no further"))
        self._give_up.clicked.connect(lambda: self.give_up_requested.emit())
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 0)
        head.addWidget(self._notice, 1)
        head.addWidget(self._give_up)
        chips = QVBoxLayout()
        chips.setContentsMargins(0, 0, 0, 8)
        chips.setSpacing(0)
        for section in self._sections.values():
            chips.addWidget(section)
        chips.addStretch(1)
        body = QWidget()
        body.setLayout(chips)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._give_up.setIcon(icon("remove", theme.muted))

    def show_suggestions(self, suggestions: Suggestions, looks: ChipLooks) -> None:
        """Show what is suggested so far."""
        of_kind: dict[EntityKind | None, list[SuggestedWord]] = {kind: [] for kind in _KINDS}
        for word in suggestions.words:
            of_kind[word.kind].append(word)
        self._waiting = [(section, of_kind[kind], looks) for kind, section in self._sections.items()]
        self._show_next()
        self._give_up.setVisible(suggestions.is_reading)
        self._notice.setText(self._told(suggestions))

    def _show_next(self) -> None:
        """Show the next section that waits, and the others in turns of their own: many chips take a while."""
        if self._waiting:
            section, words, looks = self._waiting.pop(0)
            section.show_words(words, looks)
            self._turn.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for suggestions when there is somebody to see them."""
        super().showEvent(event)
        self.wanted.emit()

    def word_menu(self, text: str) -> QMenu:
        """What can be done with a suggested word besides colouring it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, signal in (
            (self.tr("Search for it"), self.search_requested),
            (self.tr("Never suggest it again"), self.ignore_requested),
        ):
            action = QAction(name, menu)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(text))
            menu.addAction(action)
        menu.addSeparator()
        again = QAction(self.tr("Suggest again what was put away"), menu)
        again.triggered.connect(lambda: self.forget_requested.emit())
        menu.addAction(again)
        return menu

    def _told(self, suggestions: Suggestions) -> str:
        if suggestions.is_reading:
            return self.tr("Reading: {share}").format(share=f"{suggestions.share:.0%}")
        if not suggestions.words and suggestions.share == 1:
            return self.tr("Nothing to suggest.")
        if suggestions.share < 1:
            return self.tr("Read as far as {share}. A click colours a word.").format(share=f"{suggestions.share:.0%}")
        return self.tr("A click colours a word, another takes the colour away.")

    def _open_menu(self, text: str, point: QPoint) -> None:
        self.word_menu(text).popup(point)

    def _made_section(self, kind: EntityKind | None) -> SuggestionSection:
        names = kind in (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
        section = SuggestionSection(kind_name(kind), names)
        section.hide()
        section.word_clicked.connect(self.word_requested)
        section.menu_requested.connect(self._open_menu)
        section.list_requested.connect(
            lambda: self.list_requested.emit(section.name, [word.text for word in section.words])
        )
        return section


def kind_name(kind: EntityKind | None) -> str:
    """What suggested words of a kind are called; those of none are keywords."""
    match kind:
        case None:
            return QCoreApplication.translate("SuggestionsPanel", "Keywords")
        case EntityKind.PERSON:
            return QCoreApplication.translate("SuggestionsPanel", "People")
        case EntityKind.PLACE:
            return QCoreApplication.translate("SuggestionsPanel", "Places")
        case EntityKind.ORGANISATION:
            return QCoreApplication.translate("SuggestionsPanel", "Organisations")
        case EntityKind.DATE:
            return QCoreApplication.translate("SuggestionsPanel", "Dates")
        case EntityKind.QUANTITY:
            return QCoreApplication.translate("SuggestionsPanel", "Quantities")
