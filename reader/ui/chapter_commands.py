"""What the reader says of chapters: how they are found, and which lines are headings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from reader.formats.chapters import BadPattern
from reader.formats.outline_scan import LONGEST_MADE
from reader.model.block import Block, BlockKind
from reader.state.chapter_preview import ChapterPreview
from reader.state.session import Session
from reader.state.tasks import TaskRunner
from reader.ui.actions import Actions
from reader.ui.article import Article
from reader.ui.messages import Message


class ChapterCommands(QObject):
    """Turns requests into what the session keeps of the document's chapters."""

    def __init__(
        self, session: Session, actions: Actions, article: Article, runner: TaskRunner, window: QWidget
    ) -> None:
        """The commands of one window.

        Args:
            session: of the program.
            actions: whose headings are marked as the line's level has it.
            article: where the line is.
            runner: of the program.
            window: owner.
        """
        super().__init__(window)
        self._session = session
        self._actions = actions
        self._article = article
        self._window = window
        self._preview = ChapterPreview(runner, self)
        self._preview.failed.connect(self._fail)

    def ask(self) -> None:
        """Let the reader choose how chapters are found."""
        # Loaded when it is wanted: the text is on the screen sooner.
        from reader.ui.chapters_dialog import ChaptersDialog

        file = self._session.file
        if file is None:
            return
        dialog = ChaptersDialog(file.document, file.chapters, self._preview, self._shown, self._window)
        dialog.chapters_requested.connect(self._session.set_chapters)
        dialog.place_requested.connect(self._go_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def set_level(self, level: int) -> None:
        """Make the line at the cursor a heading so deep; 0 for none."""
        file, block = self._session.file, self._block()
        if file is None or block is None or self._level_of(block) == level:
            return
        if len(block.text) > LONGEST_MADE or block.kind is BlockKind.IMAGE:
            text = QCoreApplication.translate("Messages", "Only a line of up to {count} characters can be a heading.")
            self._article.messages.show_message(Message(text.format(count=LONGEST_MADE)))
            return
        self._session.set_chapters(file.chapters.said(block, level))

    def show_level(self) -> None:
        """Mark the level of the line at the cursor among the actions."""
        block = self._block()
        level = self._level_of(block) if block is not None else 0
        for number, action in enumerate(self._actions.headings):
            action.setChecked(number == level)

    def _block(self) -> Block | None:
        document = self._session.document
        return document.block_at(self._article.view.cursor_position().block) if document is not None else None

    @staticmethod
    def _level_of(block: Block) -> int:
        """The depth of a heading; of a title, which is none of the levels, less than 0."""
        if block.kind is BlockKind.TITLE:
            return -1
        return block.level if block.kind is BlockKind.HEADING else 0

    def _shown(self, text: str) -> str:
        return self._session.rendition.convert(text).text

    def _go_to(self, address: int) -> None:
        if self._session.document is not None:
            self._article.view.go_to(self._session.document.position_of(address))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, BadPattern):
            self._session.failed.emit(error)
