"""The owner of the open document: how it is shown, its outline, the place in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.convert.choice import Engine
from reader.convert.converters import Converters
from reader.convert.punctuation import AS_WRITTEN, Punctuation
from reader.convert.rendition import Rendition
from reader.formats.kept_chapters import KeptChapters
from reader.model.document import Document
from reader.model.outline import Outline
from reader.model.script import Script
from reader.state.file_opening import FileOpening
from reader.state.file_watch import FileWatch
from reader.state.opening import OpenedFile, with_other_chapters
from reader.state.outline_count import OutlineCount
from reader.state.shelf import Shelf
from reader.state.showing import Showing
from reader.state.tasks import Task, TaskRunner
from reader.state.vocabulary import Vocabulary
from reader.store.library import Library, ReadFile

#: Milliseconds after the last move at which the place is written down.
_REMEMBER_DELAY = 1500


class Session(QObject):
    """Owns what is read and how it is shown.

    Attributes:
        learning: what the document tells about its words.
        changes: how much conversion has changed in it.
        vocabulary: what the reader has said about words.

    Signals:
        opening: a file is about to be opened; ``opened`` or ``failed`` follows unless it is given up.
        opened: another document is open, or none.
        chapters_changed: the document is another one with the same text and other headings, or with more text.
        rendition_changed: the document is shown in another script.
        outline_changed: more of the document is counted.
        filtered: numbers of paragraphs (a tuple, all found so far), and whether these are all; None without a filter.
        file_changed: what happened to the document's file, a ``FileChange``.
        failed: a ``ReaderError``.
    """

    opening = Signal(Path)
    opened = Signal()
    chapters_changed = Signal()
    rendition_changed = Signal()
    outline_changed = Signal()
    filtered = Signal(object, bool)
    file_changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        converters: Converters,
        vocabulary: Vocabulary,
        runner: TaskRunner,
        own_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """A session with nothing open.

        Args:
            library: where places are remembered.
            converters: of the program.
            vocabulary: the reader's own words.
            runner: of the program.
            own_folder: where the program's own texts are, which are not listed among the reader's.
            parent: owner.
        """
        super().__init__(parent)
        self._shelf = Shelf(library, own_folder, self)
        self._shelf.failed.connect(self.failed)
        self._file: OpenedFile | None = None
        self._showing = Showing(converters, vocabulary, runner, self)
        self._showing.changed.connect(self.rendition_changed)
        self._showing.failed.connect(self.failed)
        self.learning = self._showing.learning
        self.changes = self._showing.changes
        self.vocabulary = vocabulary
        self._outline_count = OutlineCount(runner, self)
        self._outline_count.changed.connect(self.outline_changed)
        self._outline_count.filtered.connect(self.filtered)
        self._outline_count.failed.connect(self.failed)
        self._address = 0
        self._file_watch = FileWatch(runner, self)
        self._file_watch.changed.connect(self.file_changed)
        self._file_watch.failed.connect(self.failed)
        self._opening = FileOpening(self._shelf, runner, self)
        self._opening.found.connect(self._receive_file)
        self._opening.failed.connect(self.failed)
        self._chaptering = self._task(runner, self._receive_chapters)
        self._remember_timer = QTimer(self, interval=_REMEMBER_DELAY, singleShot=True)
        self._remember_timer.timeout.connect(self.remember)

    @property
    def file(self) -> OpenedFile | None:
        """The document that is open, and what the reader said of its file."""
        return self._file

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
        return self._showing.rendition

    @property
    def outline(self) -> Outline:
        """What is counted so far."""
        return self._outline_count.outline

    @property
    def address(self) -> int:
        """The place that is read."""
        return self._address

    @property
    def is_opening(self) -> bool:
        """Whether a file is being opened."""
        return self._opening.is_running

    def open(self, path: Path, encoding: str | None = None) -> None:
        """Open a file at the place where it was left; ``opened`` or ``failed`` follows.

        Of a large book the beginning is opened, and ``chapters_changed`` follows when all of it is there.

        Args:
            path: the file.
            encoding: what the reader says it is encoded in. Without it, what was said the last time, or detected.
        """
        path = path.absolute()
        self.remember()
        self._opening.open(path, encoding)
        self.opening.emit(path)

    def give_up_opening(self) -> None:
        """Stay with what is open."""
        self._opening.give_up()

    def reload(self, encoding: str | None = None) -> None:
        """Open the document's file again, where the reader is."""
        if self.document is not None:
            self.open(self.document.path, encoding)

    def choose_encoding(self, encoding: str | None) -> None:
        """Open the document's file again in an encoding, which is remembered; None forgets what was chosen before."""
        if self._file is not None:
            if encoding is None:
                self._file = replace(self._file, encoding=None)
            self.reload(encoding)

    def set_chapters(self, chapters: KeptChapters) -> None:
        """Find the document's chapters in another (usable) way from now on; ``chapters_changed`` follows."""
        file = self._file
        if file is not None and not file.document.is_beginning and chapters != file.chapters:
            self._chaptering.start(lambda: [with_other_chapters(file, chapters)])

    def show_in(
        self,
        target: Script | None,
        has_regional_words: bool,
        engine: Engine = Engine.JIANFAN,
        punctuation: Punctuation = AS_WRITTEN,
    ) -> None:
        """Show documents in a script from now on; None shows them as they are written."""
        self._showing.show_in(target, has_regional_words, engine, punctuation)

    def move_to(self, address: int) -> None:
        """The reader is at another place; it is written down when they stay."""
        if address != self._address:
            self._address = address
            self._remember_timer.start()

    def remember(self) -> None:
        """Write the place down now."""
        self._remember_timer.stop()
        if self._file is not None and not self._file.document.is_beginning:
            self._shelf.put(self._file, self._address)

    def recent_files(self, limit: int) -> list[ReadFile]:
        """The files opened last, the latest first."""
        return self._shelf.recent(limit)

    def forget_recent_files(self) -> None:
        """Forget every file and its place."""
        self._shelf.forget_all()

    def filter_outline(self, query: str) -> None:
        """Look for paragraphs; ``filtered`` follows, more than once."""
        self._outline_count.filter(query)

    def look_at_file(self) -> None:
        """See whether the document's file is still what it was; ``file_changed`` follows if not."""
        self._file_watch.look()

    def close(self) -> None:
        """Write the place down, and let go of the file."""
        self.remember()
        self._opening.give_up()
        self._file_watch.watch(None)
        self._outline_count.count(None)
        self._showing.close()
        self._chaptering.cancel()
        if self._file is not None:
            self._file.document.close()
            self._file = None

    def _task(self, runner: TaskRunner, receive: object) -> Task:
        task = Task(runner, self)
        task.stepped.connect(receive)
        task.failed.connect(self.failed)
        return task

    def _receive_file(self, file: OpenedFile) -> None:
        document, known = file.document, self._shelf.find(file.document.path, file.fingerprint)
        path = document.path
        is_same = self._file is not None and self._file.document.path == path
        wanted = self._address if is_same else known.address if known else 0
        if document.is_beginning and (wanted >= document.size or is_same):
            # The reader is farther on, or has the text already: there is nothing to see before all of it is there.
            document.close()
            return
        if is_same and self._file is not None and self._file.document.is_beginning:
            self._receive_chapters(file)
            return
        before, self._file = self._file, file
        self._address = max(0, min(wanted, document.size - 1))
        self._outline_count.count(file.document)
        self._file_watch.watch(file.document)
        self._chaptering.cancel()
        self._showing.open(file.document, file.script, file.fingerprint)
        self.opened.emit()
        if before is not None:
            before.document.close()
        self.remember()

    def _receive_chapters(self, file: OpenedFile) -> None:
        before, self._file = self._file, file
        self._outline_count.count(file.document)
        self._showing.go_on_with(file.document)
        self._file_watch.watch(file.document)
        self.chapters_changed.emit()
        if before is not None:
            before.document.close()
        self.remember()
