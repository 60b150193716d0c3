"""How the open document's file begins in each encoding, looked up for a reader who chooses one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.formats.candidates import Candidate, candidates
from reader.state.tasks import Task, TaskRunner

#: Lines that are shown of each.
_LINES = 2


class EncodingChoice(QObject):
    """Looks a file up, without holding the window up.

    Signals:
        found: a list of ``Candidate``.
        failed: an ``UnreadableFile``, or what else went wrong.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = Task(runner, self)
        self._task.stepped.connect(self.found)
        self._task.failed.connect(self.failed)

    def look(self, path: Path) -> None:
        """Look a file up; ``found`` or ``failed`` follows."""
        self._task.start(lambda: _looked_up(path))

    def give_up(self) -> None:
        """Nobody wants to know any more."""
        self._task.cancel()


def _looked_up(path: Path) -> Iterator[list[Candidate]]:
    yield candidates(path, _LINES)
