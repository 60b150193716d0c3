"""Slow work, done in the background by pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QObject, Signal

#: Two kinds of work can go on at once (counting the document, and loading dictionaries while it is counted).
_THREADS = 3


class TaskRunner:
    """The threads that tasks run on. One for the whole program; ``close`` it last."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="task")
        self._closing = Event()

    @property
    def is_closing(self) -> bool:
        """Whether all work is to be given up."""
        return self._closing.is_set()

    def submit(self, work: Callable[[], None]) -> None:
        """Do some work as soon as a thread is free."""
        if not self.is_closing:
            self._pool.submit(work)

    def close(self) -> None:
        """Give up all work, and wait for what is at its last step."""
        self._closing.set()
        self._pool.shutdown(wait=True, cancel_futures=True)


class Task(QObject):
    """One kind of work, of which only the latest run counts.

    The work is a function that yields what it has so far; between two steps it can be given up. It gets and gives
    values only: no object of Qt goes to the other thread. All signals are sent on the thread that owns the task.

    Signals:
        stepped: what the work yielded.
        finished: the work is done.
        failed: the exception that ended it.
    """

    stepped = Signal(object)
    finished = Signal()
    failed = Signal(object)
    #: Carries a run's number and a message over to the owner's thread.
    _delivered = Signal(int, object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._generation = 0
        self._is_running = False
        self._delivered.connect(self._receive)

    @property
    def is_running(self) -> bool:
        """Whether the latest run is not done yet."""
        return self._is_running

    def start(self, work: Callable[[], Iterable[object]]) -> None:
        """Begin a run; give up the one before."""
        self._generation += 1
        self._is_running = True
        generation = self._generation
        self._runner.submit(lambda: self._run(generation, work))

    def cancel(self) -> None:
        """Give up the run, if there is one. Nothing more is heard of it."""
        self._generation += 1
        self._is_running = False

    def _run(self, generation: int, work: Callable[[], Iterable[object]]) -> None:
        if generation != self._generation:
            return
        try:
            for step in work():
                if generation != self._generation or self._runner.is_closing:
                    return
                self._delivered.emit(generation, _Step(step))
        except Exception as error:
            self._delivered.emit(generation, _Failure(error))
        else:
            self._delivered.emit(generation, None)

    def _receive(self, generation: int, message: object) -> None:
        if generation != self._generation:
            return
        match message:
            case _Step(value=value):
                self.stepped.emit(value)
            case _Failure(error=error):
                self._is_running = False
                self.failed.emit(error)
            case _:
                self._is_running = False
                self.finished.emit()


class _Step:
    def __init__(self, value: object) -> None:
        self.value = value


class _Failure:
    def __init__(self, error: Exception) -> None:
        self.error = error
