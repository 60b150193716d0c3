"""The window: puts the parts together, and hears what the desktop says to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from reader.store.notice import StoreNotice
from reader.store.window import StoredWindow
from reader.ui.crash_report import CrashReports
from reader.ui.display import Display
from reader.ui.dropped_file import dropped_file
from reader.ui.owners import Owners
from reader.ui.window_frame import WindowFrame
from reader.ui.window_parts import WindowParts
from reader.ui.wiring import wire


class ReaderWindow(QMainWindow):
    """Shows one document: ``WindowParts`` is what it is made of, ``Display`` what they show, ``wire`` what they do."""

    def __init__(self, owners: Owners, stored: StoredWindow, crashes: CrashReports) -> None:
        super().__init__()
        self._session = owners.session
        self._shared = (owners.keywords, owners.vocabulary)
        self._stored = stored
        self._parts = WindowParts(self, owners, crashes)
        self.article = self._parts.article
        self.setAcceptDrops(True)
        self.setCentralWidget(self.article)
        self.setStatusBar(self._parts.status)
        parts = self._parts
        self._frame = WindowFrame(self, parts.toolbar, parts.status, parts.outline_dock, parts.keywords_dock)
        self._frame.restore(stored)
        self._parts.actions.full_screen.setChecked(self.isFullScreen())
        display = Display(self, owners, self._parts)
        wire(self, owners, self._parts, display)
        display.show_all()

    def open_welcome(self) -> None:
        """Open the short manual."""
        self._parts.commands.open_welcome()

    def show_notice(self, notice: StoreNotice) -> None:
        """Say what is out of the ordinary about the program's own memory, if anything is."""
        self._parts.announcements.tell_of_notice(notice)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back from another window of the program finds here what was changed there."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            for owner in self._shared:
                owner.catch_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stands, and where the reader is."""
        self._parts.quiet.set_on(False)
        self._frame.save(self._stored)
        self._session.remember()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, which the page has no use for, leads back from the text alone, then from the full screen."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._parts.quiet.is_on:
            self._parts.quiet.set_on(False)
        elif self.isFullScreen():
            self._parts.actions.full_screen.trigger()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page its room."""
        super().resizeEvent(event)
        self._frame.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a file that was dropped."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._session.open(path)
