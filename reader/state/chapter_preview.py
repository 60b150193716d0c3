"""The chapters that the open document would have, looked up while a reader chooses."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.formats.chapter_preview import preview_of, rule_counts
from reader.formats.chapters import Chapters
from reader.model.document import Document
from reader.state.tasks import Task, TaskRunner


class ChapterPreview(QObject):
    """Looks at one choice at a time, without holding the window up.

    Signals:
        found: a ``Preview``; ever longer ones, the last complete.
        counted: how many lines each rule finds, by their names; ever larger counts.
        failed: a ``BadPattern``, or what else went wrong.
    """

    found = Signal(object)
    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking = Task(runner, self)
        self._looking.stepped.connect(self.found)
        self._counting = Task(runner, self)
        self._counting.stepped.connect(self.counted)
        for task in (self._looking, self._counting):
            task.failed.connect(self.failed)

    def look(self, document: Document, chapters: Chapters) -> None:
        """Look at another choice."""
        self._looking.start(lambda: preview_of(document, chapters))

    def count(self, document: Document) -> None:
        """Count what each rule finds."""
        self._counting.start(lambda: rule_counts(document))

    def give_up_looking(self) -> None:
        """There is nothing to look at."""
        self._looking.cancel()

    def close(self) -> None:
        """Nobody chooses any more."""
        self._looking.cancel()
        self._counting.cancel()
