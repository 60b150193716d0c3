"""The owner of what is suggested: keywords and names of the open document, read in the background on request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import StoreError
from reader.model.document import Document
from reader.model.suggested import Suggested, SuggestedWord
from reader.search.fold import fold
from reader.search.suggestion_worker import SuggestionWorker
from reader.state.tasks import REST, Task, TaskRunner
from reader.store.settings import StoredSettings

#: Milliseconds without reading after which the process that reads is ended; the next document starts another.
_IDLE = 180_000
#: Words that are never suggested again: so many are remembered, under this name.
_MOST_IGNORED, _NAME = 1000, "ignored_suggestions"


class Suggestions(QObject):
    """Reads one document, once it is asked to.

    Signals:
        changed: other words are suggested, or more was read, or the reading has ended.
        failed: what ended it (it can be asked for again), or a ``StoreError``.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        stored: StoredSettings,
        runner: TaskRunner,
        worker: SuggestionWorker,
        parent: QObject | None = None,
    ) -> None:
        """Suggest nothing yet.

        Args:
            stored: remembers what is never suggested again.
            runner: feeds the worker in the background.
            worker: reads. It is closed with this.
            parent: owns this.
        """
        super().__init__(parent)
        self._stored = stored
        self._worker = worker
        self._document: Document | None = None
        self._is_begun = False
        self._suggested = Suggested()
        try:
            known = stored.load().get(_NAME)
        except StoreError:
            known = None
        self._ignored = dict.fromkeys(map(str, known)) if isinstance(known, list) else {}
        self._task = Task(runner, self)
        self._task.stepped.connect(self._receive)
        self._task.finished.connect(self._finish)
        self._task.failed.connect(self._fail)
        self._idle = QTimer(self, interval=_IDLE, singleShot=True)
        self._idle.timeout.connect(lambda: runner.submit(self._worker.rest))

    @property
    def words(self) -> tuple[SuggestedWord, ...]:
        """What is suggested, without what the reader ignores."""
        return tuple(word for word in self._suggested.words if fold(word.text) not in self._ignored)

    @property
    def share(self) -> float:
        """How much of the document was read, 0 to 1."""
        return self._suggested.share

    @property
    def is_reading(self) -> bool:
        """Whether the document is being read."""
        return self._task.is_running

    def look_in(self, document: Document | None) -> None:
        """Suggest nothing yet, and then from another document, or from none."""
        self._stop()
        self._document = document
        self._is_begun = False
        self._suggested = Suggested()
        self.changed.emit()

    def begin(self) -> None:
        """Read the document, unless that is done, being done or was given up."""
        document = self._document
        if document is not None and not self._is_begun:
            self._is_begun = True
            self._idle.stop()
            self._task.start(lambda: _steps(self._worker, document))
            self.changed.emit()

    def give_up(self) -> None:
        """Read no further; what was found stays."""
        self._stop()
        self.changed.emit()

    def close(self) -> None:
        """Read no further, and end the process that reads."""
        self._task.cancel()
        self._worker.close()

    def ignore(self, text: str) -> None:
        """Never suggest a word again, in whatever script it is written."""
        self._set_ignored((*self._ignored, fold(text)))

    def forget_ignored(self) -> None:
        """Suggest again what was ignored."""
        self._set_ignored(())

    def _set_ignored(self, keys: tuple[str, ...]) -> None:
        self._ignored = dict.fromkeys(keys[-_MOST_IGNORED:])
        self.changed.emit()
        try:
            self._stored.save({_NAME: list(self._ignored)})
        except StoreError as error:
            self.failed.emit(error)

    def _stop(self) -> None:
        self._task.cancel()
        self._idle.start()

    def _finish(self) -> None:
        self._idle.start()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._is_begun = False
        self.changed.emit()
        self.failed.emit(error)

    def _receive(self, suggested: Suggested) -> None:
        self._suggested = suggested
        self.changed.emit()


def _steps(worker: SuggestionWorker, document: Document) -> Iterator[object]:
    with closing(worker.read(document)) as reading:
        for suggested in reading:
            yield REST if suggested is None else suggested
