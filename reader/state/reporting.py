"""Makes reports on the open document, and writes them to files, in the background."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.export.report import write_report
from reader.model.document import Document
from reader.model.keyword_list import KeywordList
from reader.model.outline import Outline
from reader.model.report import Report
from reader.search.report import make_report
from reader.state.new_file import write_new
from reader.state.tasks import Task, TaskRunner


class Reporting(QObject):
    """One report at a time.

    Signals:
        progressed: how much is done, 0 to 1.
        made: the ``Report``.
        written: the path of the file that holds it now.
        failed: what ended the work; an ``OSError`` where a file could not be written.
    """

    progressed = Signal(float)
    made = Signal(object)
    written = Signal(Path)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._making, self._writing = Task(runner, self), Task(runner, self)
        self._making.stepped.connect(self._receive)
        self._writing.finished.connect(lambda: self.written.emit(self._path))
        for task in (self._making, self._writing):
            task.failed.connect(self.failed)

    def make(self, document: Document, outline: Outline, lists: Sequence[KeywordList]) -> None:
        """Report on a document, whose outline is complete; what was begun before is given up."""
        self._making.start(partial(make_report, document, outline, tuple(lists)))

    def give_up(self) -> None:
        """Make no report."""
        self._making.cancel()

    def write(self, report: Report, path: Path) -> None:
        """Write a report in the form that the path's suffix stands for, one of ``REPORT_FORMS``."""
        self._path = path
        self._writing.start(partial(_written, report, path))

    def _receive(self, step: tuple[float, Report | None]) -> None:
        share, report = step
        if report is None:
            self.progressed.emit(share)
        else:
            self.made.emit(report)


def _written(report: Report, path: Path) -> Iterator[None]:
    write_new(path, write_report(report, path.suffix))
    yield None
