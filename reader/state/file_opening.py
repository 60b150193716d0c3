"""Opens a file with all that the reader said of it before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.formats.kept_chapters import NOTHING_SAID, KeptChapters
from reader.formats.worker import end_parsing
from reader.state.opening import OpenedFile, chosen_encoding, opened_in_steps, said_chapters
from reader.state.shelf import Shelf
from reader.state.tasks import Task, TaskRunner


class FileOpening(QObject):
    """Opens one file at a time.

    Signals:
        found: an ``OpenedFile``; of a large book its beginning first, and then all of it.
        failed: what ended it.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, shelf: Shelf, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        #: What was known of the file that is being opened: how it is encoded, and its chapters.
        self._asked: tuple[str | None, KeptChapters] = (None, NOTHING_SAID)
        self._task = Task(runner, self)
        self._task.stepped.connect(self._receive)
        self._task.failed.connect(self.failed)

    @property
    def is_running(self) -> bool:
        """Whether a file is being opened, or the rest of one."""
        return self._task.is_running

    def open(self, path: Path, encoding: str | None) -> None:
        """Open a file; ``found`` or ``failed`` follows, and nothing more of the file before.

        Args:
            path: absolute.
            encoding: what the reader says it is encoded in. Without it, what was said the last time, or detected.
        """
        end_parsing()
        known = self._shelf.find(path)
        self._start(path, encoding or chosen_encoding(known), said_chapters(known))

    def give_up(self) -> None:
        """Open nothing."""
        self._task.cancel()
        end_parsing()

    def _start(self, path: Path, encoding: str | None, chapters: KeptChapters) -> None:
        self._asked = encoding, chapters
        self._task.start(lambda: opened_in_steps(path, encoding, chapters))

    def _receive(self, file: OpenedFile) -> None:
        known = self._shelf.find(file.document.path, file.fingerprint)
        said = chosen_encoding(known), said_chapters(known)
        if self._asked == (None, NOTHING_SAID) != said:
            # The file was moved or renamed since the reader said how it is encoded, or what its chapters are.
            file.document.close()
            self._start(file.document.path, *said)
            return
        if not file.document.is_beginning:
            self._task.cancel()
        self.found.emit(file)
