"""Takes keyword lists from files, and writes them to files, in the background."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import Unreadable, UnreadableFile
from reader.formats.encoding import detect_encoding
from reader.formats.source import open_source
from reader.formats.transcoding import decode_whole
from reader.model.keyword_list import KeywordList
from reader.search.keyword_files import lists_to_csv, lists_to_json, lists_to_lines, read_lists
from reader.state.new_file import write_new
from reader.state.tasks import Task, TaskRunner

#: Bytes of the largest file of words that is read.
_LARGEST = 32 << 20

#: What is written for each suffix.
KEYWORD_FORMS = {".json": lists_to_json, ".csv": lists_to_csv, ".txt": lists_to_lines}


class KeywordTransfer(QObject):
    """One file at a time.

    Signals:
        read: the path of a file, and the lists in it, a tuple.
        written: the path of a file.
        failed: the path, and the error: ``UnreadableFile``, ``BadKeywordFile`` or ``OSError``.
    """

    read = Signal(Path, object)
    written = Signal(Path)
    failed = Signal(Path, object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._reading, self._writing = Task(runner, self), Task(runner, self)
        self._reading.stepped.connect(lambda lists: self.read.emit(self._path, lists))
        self._writing.finished.connect(lambda: self.written.emit(self._path))
        for task in (self._reading, self._writing):
            task.failed.connect(lambda error: self.failed.emit(self._path, error))

    def take(self, path: Path) -> None:
        """Read the lists in a file."""
        self._path = path
        self._reading.start(partial(_read, path))

    def write(self, path: Path, lists: Sequence[KeywordList]) -> None:
        """Write lists in the form that the file's suffix stands for; any other is that of plain lines."""
        self._path = path
        self._writing.start(partial(_written, path, tuple(lists)))


def _read(path: Path) -> Iterator[tuple[KeywordList, ...]]:
    with closing(open_source(path)) as source:
        if source.size > _LARGEST:
            raise UnreadableFile(path, Unreadable.TOO_LARGE, f"{source.size} bytes")
        found = detect_encoding(source)
        text = decode_whole(source.read(found.mark_length, source.size), found.encoding)
    yield read_lists(text, path.suffix, path.stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _written(path: Path, lists: Sequence[KeywordList]) -> Iterator[None]:
    write_new(path, KEYWORD_FORMS.get(path.suffix.lower(), lists_to_lines)(lists))
    yield None
