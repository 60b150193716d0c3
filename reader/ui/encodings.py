"""Lets the reader choose how the open document's file is encoded."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.formats.candidates import Candidate
from reader.state.encoding_choice import EncodingChoice
from reader.state.session import Session
from reader.state.tasks import TaskRunner
from reader.ui.encoding_chooser import EncodingChooser
from reader.ui.theme import Theme


class Encodings(QObject):
    """Opens the chooser over its field in the status bar, and hands what is chosen to the session."""

    def __init__(self, session: Session, runner: TaskRunner, field: QWidget, theme: Theme, window: QWidget) -> None:
        """The encodings of one window.

        Args:
            session: of the program.
            runner: of the program.
            field: above which the chooser opens.
            theme: of the window.
            window: owner.
        """
        super().__init__(window)
        self._session = session
        self._field = field
        self.chooser = EncodingChooser(theme, window)
        self._choice = EncodingChoice(runner, self)
        self._choice.found.connect(self._show)
        self._choice.failed.connect(self._fail)
        self.chooser.encoding_requested.connect(session.choose_encoding)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.chooser.set_theme(theme)

    def ask(self) -> None:
        """Let the reader choose."""
        document = self._session.document
        if document is not None and self._field.isEnabled():
            self.chooser.popup_above(self._field)
            self._choice.look(document.path)

    def _show(self, candidates: list[Candidate]) -> None:
        file = self._session.file
        if file is not None:
            self.chooser.show_candidates(candidates, file.document.encoding, file.encoding)

    def _fail(self, error: Exception) -> None:
        self.chooser.hide()
        self._session.failed.emit(error)
