"""Looks from time to time whether the open document's file is still what it was."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.document import Document, FileChange
from reader.state.tasks import Task, TaskRunner

#: Milliseconds between two looks.
_INTERVAL = 2000


class FileWatch(QObject):
    """Watches one document at a time.

    Signals:
        changed: what happened to the file, a ``FileChange``; once for each thing that happens.
        failed: what ended a look.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._known: FileChange | None = None
        self._task = Task(runner, self)
        self._task.stepped.connect(self._receive)
        self._task.failed.connect(self.failed)
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self.look)

    def watch(self, document: Document | None) -> None:
        """Watch another document, or none."""
        self._document = document
        self._known = None
        self._task.cancel()
        if document is None:
            self._timer.stop()
        else:
            self._timer.start()

    def look(self) -> None:
        """Look now."""
        document = self._document
        if document is not None and not self._task.is_running:
            self._task.start(lambda: [document.file_change()])

    def _receive(self, change: FileChange | None) -> None:
        if change is not self._known:
            self._known = change
            if change is not None:
                self.changed.emit(change)
