"""Slow work, done in the background by pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic, sleep
from weakref import ref

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

#: Two kinds of work can go on at once (counting the document, and loading dictionaries while it is counted).
_THREADS = 3

#: Seconds between two looks whether the window is still at work, and seconds after which it is no longer waited for: a
#: dialog, say, is one long piece of the window's work.
_NAP, _PATIENCE = 0.0005, 0.05


#: A step of some work that says nothing: the window may go first, or the work be given up.
REST = object()


class TaskRunner(QObject):
    """The threads that tasks run on. One for the whole program, made on the GUI thread; ``close`` it last."""

    #: Carries a run and what it says over to the GUI thread. Worker threads touch no other object of Qt, and this one
    #: outlives them all: a task may be deleted while its work goes on.
    _said = Signal(object, object)

    def __init__(self, busy_since: Callable[[], float | None] = lambda: None) -> None:
        """Make the threads.

        Args:
            busy_since: since when (``time.monotonic``) the GUI thread has been at work without a rest; None while it
                waits. Asked on other threads, which let it finish: what they do at the same time makes it slower.
        """
        super().__init__()
        self._busy_since = busy_since
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="task")
        self._closing = Event()
        self._said.connect(self._pass_on)

    @property
    def is_closing(self) -> bool:
        """Whether all work is to be given up."""
        return self._closing.is_set()

    def submit(self, work: Callable[[], None]) -> None:
        """Do some work as soon as a thread is free."""
        if not self.is_closing:
            self._pool.submit(work)

    def run(self, run: Run, work: Callable[[], Iterable[object]]) -> None:
        """Do a run's work as soon as a thread is free."""
        self.submit(lambda: self._work(run, work))

    def close(self) -> None:
        """Give up all work, and wait for what is at its last step."""
        self._closing.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, run: Run, work: Callable[[], Iterable[object]]) -> None:
        if run.is_over:
            return
        try:
            self._give_way()
            for step in work():
                if run.is_over or self.is_closing:
                    return
                if step is not REST:
                    self._said.emit(run, _Step(step))
                self._give_way()
        except Exception as error:
            self._said.emit(run, _Failure(error))
        else:
            self._said.emit(run, None)

    def _give_way(self) -> None:
        """Let the window finish what it is at, unless that takes long."""
        while (since := self._busy_since()) is not None and monotonic() - since < _PATIENCE:
            sleep(_NAP)

    def _pass_on(self, run: Run, message: object) -> None:
        run.receive(message)


class Task(QObject):
    """One kind of work, of which only the latest run counts.

    The work is a function that yields what it has so far, or ``REST`` to say nothing; between two steps it can be given
    up, and lets the window go first. It gets and gives values only: no object of Qt goes to the other thread. All
    signals are sent on the thread that owns the task.

    Signals:
        stepped: what the work yielded.
        finished: the work is done.
        failed: the exception that ended it.
    """

    stepped = Signal(object)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._run = Run(None)
        self._run.end()

    @property
    def is_running(self) -> bool:
        """Whether the latest run is not done yet."""
        return not self._run.is_over

    def start(self, work: Callable[[], Iterable[object]]) -> None:
        """Begin a run; give up the one before. Nothing begins once the runner is closing."""
        self.cancel()
        if not self._runner.is_closing:
            self._run = Run(self)
            self._runner.run(self._run, work)

    def cancel(self) -> None:
        """Give up the run, if there is one. Nothing more is heard of it."""
        self._run.end()

    def receive(self, message: object) -> None:
        """Say what the run said."""
        match message:
            case _Step(value=value):
                self.stepped.emit(value)
            case _Failure(error=error):
                self._run.end()
                self.failed.emit(error)
            case _:
                self._run.end()
                self.finished.emit()


class Run:
    """One run of a task, as the worker thread holds it: no object of Qt, and it keeps none alive."""

    def __init__(self, task: Task | None) -> None:
        self._task = ref(task) if task is not None else lambda: None
        self._over = Event()

    @property
    def is_over(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._over.is_set()

    def end(self) -> None:
        """Nobody waits for it any more."""
        self._over.set()

    def receive(self, message: object) -> None:
        """Pass a message on to the task, if that still waits for this run. On the GUI thread."""
        task = self._task()
        if task is not None and not self.is_over and isValid(task):
            task.receive(message)


class _Step:
    def __init__(self, value: object) -> None:
        self.value = value


class _Failure:
    def __init__(self, error: Exception) -> None:
        self.error = error
