"""What the reader asks for about the conversion of words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.convert.shown_word import ShownWord, piece_at, word_in
from reader.convert.words import OwnWords
from reader.errors import ReaderError
from reader.model.block import Block
from reader.model.own_word import OwnWord, PlaceChoice
from reader.model.position import Position, Span
from reader.search.words import word_at
from reader.state.session import Session
from reader.state.vocabulary import Vocabulary
from reader.state.word_files import read_words, save_words
from reader.ui.article import Article
from reader.ui.messages import Message
from reader.ui.word_menu import WordMenu
from reader.view.selection import source_span

#: The longest selection whose conversion is a matter of its own, in code points.
_LONGEST = 40


class WordCommands(QObject):
    """Turns requests about words into calls of the vocabulary.

    Signals:
        failed: a ``ReaderError``.
    """

    failed = Signal(object)

    def __init__(self, session: Session, vocabulary: Vocabulary, article: Article, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._vocabulary = vocabulary
        self._article = article
        self._window = window

    def menu_at(self, point: QPoint) -> WordMenu | None:
        """The menu of the word that is selected or, without a selection, lies at a point of the screen.

        None where the text is shown as it is written, or no word is there.
        """
        found = self._block_at(point)
        target = self._session.rendition.target
        if found is None or target is None:
            return None
        block, span = found
        word = word_in(self._session.rendition, block, span)
        if not word.source.strip() or "\n" in word.source:
            return None
        document = self._session.document
        assert document is not None
        address = document.address_of(Position(block.start, word.span.start))
        chosen = any((choice.address, choice.target) == (address, target) for choice in self._vocabulary.choices)
        menu = WordMenu(word, chosen, self._window)

        def choose(result: str) -> None:
            if result:
                self._vocabulary.choose(PlaceChoice(address, word.source, result, target))
            else:
                self._vocabulary.undo(address, target)

        menu.choice_requested.connect(choose)
        menu.word_requested.connect(self._vocabulary.say)
        menu.dialog_requested.connect(lambda: self._ask(word))
        return menu

    def open_words(self) -> None:
        """Show the table of own words."""
        # Loaded when it is wanted: the text is on the screen sooner.
        from reader.ui.own_words_dialog import OwnWordsDialog

        dialog = OwnWordsDialog(self._window)

        def show() -> None:
            vocabulary, has_document = self._vocabulary, self._session.document is not None
            dialog.show_words(vocabulary.everywhere, vocabulary.here, len(vocabulary.choices), has_document)

        show()
        self._vocabulary.changed.connect(show)
        dialog.words_requested.connect(self._vocabulary.replace)
        dialog.undo_requested.connect(self._vocabulary.undo_all)
        dialog.import_requested.connect(lambda: self._import(dialog))
        dialog.export_requested.connect(lambda: self._export(dialog))
        dialog.exec()
        self._vocabulary.changed.disconnect(show)
        dialog.deleteLater()

    def _block_at(self, point: QPoint) -> tuple[Block, Span] | None:
        document, view = self._session.document, self._article.view
        if document is None or view.page is None:
            return None
        selected = view.selected
        if selected is not None:
            block = document.block_at(selected.start.block)
            span = source_span(selected, block)
            is_word = span is not None and selected.end.block < block.end and len(span) <= _LONGEST
            return (block, span) if span is not None and is_word else None
        position = view.page.position_at(view.viewport().mapFromGlobal(point).toPointF(), is_on_character=True)
        block = document.block_at(position.block)
        if position.offset >= len(block.text):
            return None
        piece = piece_at(self._session.rendition, block, position.offset)
        return block, piece or word_at(block.text, position.offset)

    def _ask(self, word: ShownWord) -> None:
        # Loaded when it is wanted: the text is on the screen sooner.
        from reader.ui.own_word_dialog import OwnWordDialog

        begun = OwnWord(word.source, "".join(word.shown.split()) or word.source, self._session.rendition.target)
        dialog = OwnWordDialog(begun, word.candidates, parent=self._window)
        if dialog.exec() and (said := dialog.own_word) is not None:
            self._vocabulary.say(said, dialog.is_here)

    def _import(self, parent: QWidget) -> None:
        chosen, _ = QFileDialog.getOpenFileName(parent, self.tr("Import words"), str(Path.home()), self._filter())
        if not chosen:
            return
        try:
            found = read_words(Path(chosen))
        except ReaderError as error:
            self.failed.emit(error)
            return
        target = self._session.rendition.target
        said = [OwnWord(word, result, None if word == result else target) for word, result in found.entries.items()]
        kept = [word for word in self._vocabulary.everywhere if word.word not in found.entries]
        self._vocabulary.replace((*kept, *said), self._vocabulary.here)

    def _export(self, parent: QWidget) -> None:
        name = str(Path.home() / f"{self.tr('My words')}.txt")
        chosen, _ = QFileDialog.getSaveFileName(parent, self.tr("Export words"), name, self._filter())
        if not chosen:
            return
        words = OwnWords({one.word: one.result for one in (*self._vocabulary.everywhere, *self._vocabulary.here)})
        try:
            save_words(Path(chosen), words)
        except OSError as error:
            text = self.tr("“{name}” cannot be written: {reason}. Choose another folder.")
            self._article.messages.show_message(
                Message(text.format(name=Path(chosen).name, reason=error.strerror or error))
            )

    def _filter(self) -> str:
        return f"{self.tr('Word lists')} (*.txt *.tsv);;{self.tr('All files')} (*)"
