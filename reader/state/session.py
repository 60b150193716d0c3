"""The owner of the open document: how it is shown, its outline, the place in it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.convert.rendition import Converters, Rendition
from reader.errors import StoreError
from reader.formats.encoding import UNSURE
from reader.model.document import Document, FileChange
from reader.model.outline import Outline
from reader.model.script import Script
from reader.search.paragraph_filter import filter_paragraphs
from reader.state.opening import OpenedFile, open_file
from reader.state.tasks import Task, TaskRunner
from reader.store.library import Library, ReadFile

#: Milliseconds between two looks at whether the file is still what it was.
_WATCH_INTERVAL = 2000
#: Milliseconds after the last move at which the place is written down.
_REMEMBER_DELAY = 1500


class Session(QObject):
    """Owns what is read and how it is shown.

    Signals:
        opened: another document is open, or none.
        rendition_changed: the document is shown in another script.
        outline_changed: more of the document is counted.
        filtered: numbers of paragraphs (a tuple, all found so far), and whether these are all; None without a filter.
        file_changed: what happened to the document's file, a ``FileChange``.
        failed: a ``ReaderError``.
    """

    opened = Signal()
    rendition_changed = Signal()
    outline_changed = Signal()
    filtered = Signal(object, bool)
    file_changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        converters: Converters,
        runner: TaskRunner,
        own_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """A session with nothing open.

        Args:
            library: where places are remembered.
            converters: of the program.
            runner: of the program.
            own_folder: where the program's own texts are, which are not listed among the reader's.
            parent: owner.
        """
        super().__init__(parent)
        self._own_folder = own_folder
        self._library = library
        self._converters = converters
        self._file: OpenedFile | None = None
        self._target: tuple[Script | None, bool] = (None, False)
        self._rendition = Rendition(None, None, False, converters)
        self._outline = Outline()
        self._address = 0
        self._found: list[int] = []
        self._announced = 0
        self._change: FileChange | None = None
        self._opening = self._task(runner, self._receive_file)
        self._loading = self._task(runner, self._receive_rendition)
        self._counting = self._task(runner, self._receive_outline)
        self._filtering = self._task(runner, self._receive_filtered)
        self._filtering.finished.connect(lambda: self.filtered.emit(tuple(self._found), True))
        self._watching = self._task(runner, self._receive_change)
        self._watch_timer = QTimer(self, interval=_WATCH_INTERVAL)
        self._watch_timer.timeout.connect(self.look_at_file)
        self._remember_timer = QTimer(self, interval=_REMEMBER_DELAY, singleShot=True)
        self._remember_timer.timeout.connect(self.remember)

    @property
    def document(self) -> Document | None:
        """What is open."""
        return self._file.document if self._file else None

    @property
    def script(self) -> Script | None:
        """How the document is written; None where nothing tells."""
        return self._file.script if self._file else None

    @property
    def rendition(self) -> Rendition:
        """How the document is shown."""
        return self._rendition

    @property
    def outline(self) -> Outline:
        """What is counted so far."""
        return self._outline

    @property
    def address(self) -> int:
        """The place that is read."""
        return self._address

    @property
    def is_encoding_certain(self) -> bool:
        """Whether there is no doubt how the document is encoded."""
        return self.document is None or self.document.confidence >= UNSURE

    @property
    def is_opening(self) -> bool:
        """Whether a file is being opened."""
        return self._opening.is_running

    def open(self, path: Path, encoding: str | None = None) -> None:
        """Open a file at the place where it was left; ``opened`` or ``failed`` follows.

        Args:
            path: the file.
            encoding: what the reader says it is encoded in. Without it, what was said the last time, or detected.
        """
        path = path.absolute()
        self.remember()
        if encoding is None:
            known = self._known(path, "")
            encoding = known.encoding if known else None
        self._opening.start(partial(_opened, path, encoding))

    def reload(self, encoding: str | None = None) -> None:
        """Open the document's file again, where the reader is."""
        if self.document is not None:
            self.open(self.document.path, encoding)

    def show_in(self, target: Script | None, has_regional_words: bool) -> None:
        """Show documents in a script from now on; None shows them as they are written."""
        if (target, has_regional_words) != self._target:
            self._target = (target, has_regional_words)
            self._convert()

    def move_to(self, address: int) -> None:
        """The reader is at another place; it is written down when they stay."""
        if address != self._address:
            self._address = address
            self._remember_timer.start()

    def remember(self) -> None:
        """Write the place down now."""
        self._remember_timer.stop()
        file = self._file
        if file is None or file.document.path.is_relative_to(self._own_folder):
            return
        document = file.document
        known = ReadFile(
            document.path, file.fingerprint, document.title, self._address, document.size, file.encoding, time.time()
        )
        try:
            self._library.remember(known)
        except StoreError as error:
            self.failed.emit(error)

    def recent_files(self, limit: int) -> list[ReadFile]:
        """The files opened last, the latest first."""
        try:
            return self._library.recent(limit)
        except StoreError:
            return []

    def forget_recent_files(self) -> None:
        """Forget every file and its place."""
        try:
            self._library.forget_all()
        except StoreError as error:
            self.failed.emit(error)

    def filter_outline(self, query: str) -> None:
        """Look for paragraphs; ``filtered`` follows, more than once."""
        self._found, self._announced = [], 0
        document, outline = self.document, self._outline
        if document is None or not query.strip():
            self._filtering.cancel()
            self.filtered.emit(None, True)
        else:
            self._filtering.start(lambda: filter_paragraphs(document, outline, query))

    def look_at_file(self) -> None:
        """See whether the document's file is still what it was; ``file_changed`` follows if not."""
        document = self.document
        if document is not None and not self._watching.is_running:
            self._watching.start(lambda: [document.file_change()])

    def close(self) -> None:
        """Write the place down, and let go of the file."""
        self.remember()
        self._watch_timer.stop()
        for task in (self._opening, self._loading, self._counting, self._filtering, self._watching):
            task.cancel()
        if self._file is not None:
            self._file.document.close()
            self._file = None

    def _task(self, runner: TaskRunner, receive: object) -> Task:
        task = Task(runner, self)
        task.stepped.connect(receive)
        task.failed.connect(self.failed)
        return task

    def _known(self, path: Path, fingerprint: str) -> ReadFile | None:
        try:
            return self._library.find(path, fingerprint)
        except StoreError:
            return None

    def _receive_file(self, file: OpenedFile) -> None:
        before, self._file = self._file, file
        known = self._known(file.document.path, file.fingerprint)
        self._address = min(known.address, max(0, file.document.size - 1)) if known else 0
        self._outline = Outline()
        self._change = None
        self._filtering.cancel()
        self._rendition = self._made_rendition()
        if not self._rendition.is_ready:
            # The text is on the screen as it is written until the dictionaries are there.
            self._rendition = Rendition(file.script, None, False, self._converters)
            self._convert()
        self.opened.emit()
        if before is not None:
            before.document.close()
        self._counting.start(file.document.outlines)
        self._watch_timer.start()
        self.remember()

    def _convert(self) -> None:
        rendition = self._made_rendition()
        if rendition.is_ready:
            self._loading.cancel()
            self._receive_rendition(rendition)
        else:
            self._loading.start(partial(_loaded, rendition))

    def _made_rendition(self) -> Rendition:
        return Rendition(self.script, *self._target, self._converters)

    def _receive_rendition(self, rendition: Rendition) -> None:
        self._rendition = rendition
        self.rendition_changed.emit()

    def _receive_outline(self, outline: Outline) -> None:
        self._outline = outline
        self.outline_changed.emit()

    def _receive_filtered(self, numbers: list[int]) -> None:
        # What is shown is copied and set up anew each time: so only when there is twice as much.
        is_due = len(self._found) + len(numbers) >= 2 * self._announced
        self._found += numbers
        if numbers and is_due:
            self._announced = len(self._found)
            self.filtered.emit(tuple(self._found), False)

    def _receive_change(self, change: FileChange | None) -> None:
        if change is not self._change:
            self._change = change
            if change is not None:
                self.file_changed.emit(change)


def _opened(path: Path, encoding: str | None) -> Iterator[OpenedFile]:
    yield open_file(path, encoding)


def _loaded(rendition: Rendition) -> Iterator[Rendition]:
    rendition.load()
    yield rendition
