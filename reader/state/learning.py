"""What the open document tells about its own words, learnt in the background."""

from __future__ import annotations

from collections.abc import Iterator
from time import sleep

from PySide6.QtCore import QObject, QTimer, Signal

from reader.convert.evidence import NO_EVIDENCE, Evidence, gather
from reader.model.document import Document
from reader.state.tasks import Task, TaskRunner

#: Milliseconds after a document is there in which it is painted, undisturbed.
_DELAY = 60

#: Code points from the document's start that are read: by then its names are known, whatever its length.
_READ = 1_000_000

#: Code points that are looked at in one go, and the seconds of rest after each: nobody waits for what is learnt, but
#: everybody for the window, with which this thread shares one interpreter.
_PIECE = 2_000
_REST = 0.006


class Learning(QObject):
    """Reads one document at a time.

    Signals:
        changed: much more is known. Not sent for every little: each time, the page is converted anew.
        failed: what ended the work.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._evidence = NO_EVIDENCE
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)
        self._task = Task(runner, self)
        self._task.stepped.connect(self._receive)
        self._task.failed.connect(self.failed)

    @property
    def evidence(self) -> Evidence:
        """What is known so far."""
        return self._evidence

    def forget(self) -> None:
        """Know nothing, and read nothing."""
        self._document = None
        self._evidence = NO_EVIDENCE
        self._timer.stop()
        self._task.cancel()

    def read(self, document: Document) -> None:
        """Read a document, unless that is done or being done."""
        if document is not self._document:
            self.forget()
            self._document = document
            self._timer.start(_DELAY)

    def go_on_with(self, document: Document) -> None:
        """Take another document for the one that was read: their texts are the same, as far as the first goes."""
        if self._document is not None:
            is_read = not (self._timer.isActive() or self._task.is_running or self._document.is_beginning)
            self._document = document
            if not is_read:
                self._timer.start(_DELAY)

    def _begin(self) -> None:
        document = self._document
        if document is not None:
            self._task.start(lambda: _doublings(document))

    def _receive(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.changed.emit()


def _doublings(document: Document) -> Iterator[Evidence]:
    """What is known after the first stretch, after twice as much, and so on; at last, all."""
    latest: Evidence | None = None
    due, number = 1, 0
    for number, latest in enumerate(gather(_opening(document)), start=1):
        if number == due:
            yield latest
            due *= 2
    if latest is not None and number != due // 2:
        yield latest


def _opening(document: Document) -> Iterator[str]:
    read = 0
    for passage in document.passages():
        yield from _pieces(passage.text)
        read += len(passage.text)
        if read >= _READ:
            return


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces of about ``_PIECE`` code points that end with a line."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        yield text[start:end]
        sleep(_REST)
        start = end
