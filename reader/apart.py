"""Processes of this program's own, for what may take too long, take too much, or hold the window up.

They are started afresh (``spawn``: it is the same on all systems, works in a frozen bundle, and shares nothing with the
window), which takes some 40 ms.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import active_children, get_context, resource_tracker

#: By how much less than the window a process in the background asks of the processor (``nice``).
_LESS = 5


class ProcessApart:
    """A process that answers through a pipe, and is ended at any time.

    It ends by itself when nobody holds the other end of the pipe any more, for then it reads ``EOFError`` there: also
    when the window's process was killed.

    Attributes:
        connection: this side's end of the pipe.
    """

    def __init__(self, serve: Callable[..., None], *arguments: object, kind: str) -> None:
        """Start a process.

        Args:
            serve: a function of a module, which the process calls: with its end of the pipe, and the arguments.
            arguments: values that can be pickled.
            kind: what it is for; ``end_all`` asks for it.

        Raises:
            OSError: the system gives no more processes, or no memory.
        """
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._exit_code: int | None = None
        self._process = context.Process(target=serve, args=(theirs, *arguments), name=kind, daemon=True)
        try:
            with _uninterrupted():
                self._process.start()
        except BaseException:
            self.connection.close()
            raise
        finally:
            # As long as this side holds it too, the end of the process would go unnoticed.
            theirs.close()

    def kill(self) -> None:
        """End it at once, unless it has ended; whoever waits for an answer reads ``EOFError``. From any thread."""
        with suppress(ValueError):  # let go of already
            self._process.kill()

    def end(self, patience: float = 0) -> int | None:
        """Let go of it, once it has ended. Calling it twice is harmless.

        Args:
            patience: seconds in which it may end by itself, before it is killed.

        Returns:
            Its exit code, a signal's number negative; None where that is not known.
        """
        self.connection.close()
        with suppress(ValueError):  # let go of already, or just now reaped by another thread
            if patience:
                self._process.join(patience)
            self._process.kill()
            self._process.join()
            self._exit_code = self._process.exitcode
            self._process.close()
        return self._exit_code


def end_all(kind: str) -> None:
    """End every process of a kind: whoever waits for one reads ``EOFError``."""
    for process in active_children():
        if process.name == kind:
            process.kill()


def restrict(memory: int, seconds: int | None = None) -> None:
    """Bound what this process may use, on systems that can, and what it may do: write no file, leave no core.

    Args:
        memory: bytes of address space. Windows has no such limit.
        seconds: of computing.
    """
    try:
        import resource
    except ImportError:
        return
    limits = [(resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)]
    if seconds is not None:
        limits.append((resource.RLIMIT_CPU, seconds))
    for kind, most in limits:
        try:
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (most, most) if hard == resource.RLIM_INFINITY or most < hard else (hard, hard))
        except (OSError, ValueError):  # macOS refuses some
            continue


def let_others_first() -> None:
    """Have the system prefer the window, and whatever else the reader does, on systems that can."""
    if hasattr(os, "nice"):
        os.nice(_LESS)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Whatever is started meanwhile never hears of Ctrl+C, which a terminal sends to all of a program's processes.

    It would say so as a Python that is just starting does, at length. Its parent hears of it, and ends it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    # The process that tidies up after the others unblocks the signal when it has been started: so it is started first.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
