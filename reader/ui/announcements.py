"""What the reader is told: facts of the state become messages above the article, defects a dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.formats.encoding import UNSURE
from reader.model.document import FileChange
from reader.state.session import Session
from reader.store.notice import StoreNotice
from reader.ui.crash_report import CrashDialog, CrashReports
from reader.ui.encoding_names import encoding_name
from reader.ui.message_bar import MessageBar
from reader.ui.messages import (
    MessageAction,
    beginning_message,
    change_message,
    damage_message,
    error_message,
    notice_message,
    opening_message,
    repair_message,
    rest_message,
    uncertain_encoding_message,
)

#: Milliseconds after which the reader is told that a file is still being opened.
_LONG = 500


class Announcements(QObject):
    """Tells, and does what its messages offer as far as the session can.

    Signals:
        file_wanted: the reader wants to choose a file.
        encoding_wanted: the reader wants to choose an encoding.
    """

    file_wanted = Signal()
    encoding_wanted = Signal()

    def __init__(self, session: Session, bar: MessageBar, crashes: CrashReports, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._bar = bar
        self._crashes = crashes
        self._window = window
        self._is_damage_told = False
        session.opening.connect(self._tell_of_opening)
        session.opened.connect(self._tell_of_encoding)
        session.outline_changed.connect(self._tell_of_damage)
        session.file_changed.connect(self._tell_of_change)
        session.failed.connect(self.tell_of_error)
        crashes.reported.connect(self._tell_of_crash)
        bar.action_requested.connect(self._act)

    def tell_of_notice(self, notice: StoreNotice) -> None:
        """Say what is out of the ordinary about the program's own memory, if anything is."""
        message = notice_message(notice)
        if message is not None:
            self._bar.show_message(message)

    def tell_of_error(self, error: BaseException) -> None:
        """Say what went wrong; what nobody expected goes to the crash reports."""
        message = error_message(error)
        if message is None:
            self._crashes.report(error)
        else:
            self._bar.show_message(message)

    def _tell_of_opening(self, path: Path) -> None:
        def tell() -> None:
            document = self._session.document
            if self._session.is_opening:
                has_beginning = document is not None and document.is_beginning and document.path == path
                self._bar.show_message((rest_message if has_beginning else opening_message)(path.name))

        QTimer.singleShot(_LONG, self, tell)

    def _tell_of_damage(self) -> None:
        """Once for each document, unless the reader is being told something else."""
        document = self._session.document
        is_due = self._session.outline.damaged > 0 and not self._is_damage_told and self._bar.message is None
        if document is not None and document.format == "text" and is_due:
            self._is_damage_told = True
            self._bar.show_message(damage_message(encoding_name(document.encoding)))

    def _tell_of_encoding(self) -> None:
        self._is_damage_told = False
        document = self._session.document
        if document is not None and document.is_beginning:
            self._tell_of_opening(document.path)
        if document is not None and document.confidence < UNSURE:
            self._bar.show_message(uncertain_encoding_message(encoding_name(document.encoding)))
        if self._session.file is not None and self._session.file.repair is not None:
            self._bar.show_message(repair_message())

    def _tell_of_change(self, change: FileChange) -> None:
        document = self._session.document
        if document is not None:
            self._bar.show_message(change_message(change, document.path.name))

    def _tell_of_crash(self, text: str) -> None:
        CrashDialog(text, self._crashes.log, QGuiApplication.clipboard().setText, self._window).open()

    def _act(self, action: MessageAction) -> None:
        match action:
            case MessageAction.OPEN:
                self.file_wanted.emit()
            case MessageAction.RELOAD:
                self._session.reload()
            case MessageAction.CHOOSE_ENCODING:
                self.encoding_wanted.emit()
            case MessageAction.REPAIR:
                self._session.reload(self._session.file.repair if self._session.file is not None else None)
            case MessageAction.GIVE_UP_OPENING:
                self._session.give_up_opening()
                document = self._session.document
                if document is not None and document.is_beginning:
                    self._bar.show_message(beginning_message(document.path.name))
