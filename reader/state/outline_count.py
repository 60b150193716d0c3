"""The outline of the open document: counted in the background, and looked through for a filter."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.document import Document
from reader.model.outline import Outline
from reader.search.paragraph_filter import filter_paragraphs
from reader.state.tasks import Task, TaskRunner

#: Milliseconds after a document is there in which it is painted, undisturbed, before it is counted.
_DELAY = 60


class OutlineCount(QObject):
    """Counts one document at a time.

    Signals:
        changed: more of the document is counted.
        filtered: numbers of paragraphs (a tuple, all found so far), and whether these are all; None without a filter.
        failed: what ended the work.
    """

    changed = Signal()
    filtered = Signal(object, bool)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._outline = Outline()
        self._query = ""
        self._found: list[int] = []
        self._announced = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)
        self._counting = Task(runner, self)
        self._counting.stepped.connect(self._receive)
        self._filtering = Task(runner, self)
        self._filtering.stepped.connect(self._receive_found)
        self._filtering.finished.connect(lambda: self.filtered.emit(tuple(self._found), self._outline.is_complete))
        for task in (self._counting, self._filtering):
            task.failed.connect(self.failed)

    @property
    def outline(self) -> Outline:
        """What is counted so far."""
        return self._outline

    def count(self, document: Document | None) -> None:
        """Forget what was counted and looked for; count another document, as soon as it is painted."""
        self._document = document
        self._outline = Outline()
        self._query = ""
        self._counting.cancel()
        self._filtering.cancel()
        self._timer.stop()
        if document is not None:
            self._timer.start(_DELAY)

    def filter(self, query: str) -> None:
        """Look for paragraphs; ``filtered`` follows, more than once."""
        self._query, self._found, self._announced = query, [], 0
        document, outline = self._document, self._outline
        if document is None or not query.strip():
            self._filtering.cancel()
            self.filtered.emit(None, True)
        else:
            self._filtering.start(lambda: filter_paragraphs(document, outline, query))

    def _begin(self) -> None:
        if self._document is not None:
            self._counting.start(self._document.outlines)

    def _receive(self, outline: Outline) -> None:
        self._outline = outline
        self.changed.emit()
        if outline.is_complete and self._query:
            # What was counted since the filter began has not been looked through.
            self.filter(self._query)

    def _receive_found(self, numbers: list[int]) -> None:
        # What is shown is copied and set up anew each time: so only when there is twice as much.
        is_due = len(self._found) + len(numbers) >= 2 * self._announced
        self._found += numbers
        if numbers and is_due:
            self._announced = len(self._found)
            self.filtered.emit(tuple(self._found), False)
