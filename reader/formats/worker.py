"""Parses a file in a process of its own, which is ended when it takes too long or too much.

What is parsed is written by strangers, and one tag with a hundred thousand attributes keeps any parser busy for
minutes. The process is started afresh (``spawn``: it is the same on all systems, works in a frozen bundle, and shares
nothing with the window), which takes some 40 ms.
"""

from __future__ import annotations

import gc
import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import active_children, get_context, resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Timer

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.archive import Archive
from reader.formats.format_table import Format, format_named
from reader.formats.parsed import Parsed, from_json, to_json, with_headings
from reader.formats.parsed_pictures import with_pictures
from reader.formats.picture_size import HEAD


def parse_apart(path: Path, file_format: Format, encoding: str | None) -> Parsed:
    """What is in a file, within the limits of ``reader.formats.limits``.

    Raises:
        UnreadableFile: there is no text to be had, or not within the limits.
    """
    ((parsed, _),) = parse_in_steps(path, file_format, encoding, has_steps=False)
    return parsed


def parse_in_steps(
    path: Path, file_format: Format, encoding: str | None, has_steps: bool
) -> Iterator[tuple[Parsed, bool]]:
    """What is in a file, and whether that is all: where there are steps and it takes long, the beginning comes first.

    Raises:
        UnreadableFile: there is no text to be had, or not within the limits.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(
        target=_serve, args=(sender, str(path), file_format.name, encoding, has_steps), daemon=True
    )
    is_late = Event()

    def give_up() -> None:
        is_late.set()
        process.kill()

    with _uninterrupted():
        process.start()
    timer = Timer(limits.DEADLINE, give_up)
    timer.daemon = True
    timer.start()
    try:
        sender.close()
        answer = receiver.recv_bytes(limits.ANSWER)
        if answer.startswith(_BEGINNING):
            yield from_json(answer[len(_BEGINNING) :]), False
            answer = receiver.recv_bytes(limits.ANSWER)
    except EOFError as error:
        process.join()
        reason = Unreadable.TOO_SLOW if is_late.is_set() else _reason(process.exitcode)
        raise UnreadableFile(path, reason, f"exit code {process.exitcode}") from error
    except OSError as error:
        raise UnreadableFile(path, Unreadable.TOO_LARGE, str(error)) from error
    finally:
        timer.cancel()
        receiver.close()
        process.kill()
        process.join()
        process.close()
    if answer.startswith(_FAILURE):
        reason, detail = json.loads(answer[len(_FAILURE) :])
        raise UnreadableFile(path, Unreadable[reason], detail)
    yield from_json(answer), True


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


def end_parsing() -> None:
    """End every process that parses a file: whoever waits for one is told that the file cannot be read."""
    for process in active_children():
        process.kill()


#: What an answer begins with that is no parsed file, or not all of it.
_FAILURE, _BEGINNING = b"!", b"+"


def _reason(exit_code: int | None) -> Unreadable:
    """Why the process ended without an answer: a signal's number, negative, tells."""
    if exit_code is None or exit_code >= 0:
        return Unreadable.FAILED
    name = signal.Signals(-exit_code).name
    if name == "SIGXCPU":
        return Unreadable.TOO_SLOW
    # The system kills for want of memory, and libraries abort; any other fault a broken file has brought about.
    return Unreadable.TOO_LARGE if name in ("SIGKILL", "SIGABRT") else Unreadable.DAMAGED


def _serve(sender: Connection, path: str, format_name: str, encoding: str | None, has_steps: bool) -> None:
    """The process: parse, answer, end."""
    _restrict()
    # Looking for garbage among millions of paragraphs takes longer than parsing them, and all of it goes soon.
    gc.disable()
    file_format = format_named(format_name)
    beginning = _beginning(Path(path), file_format) if has_steps else None
    if beginning is not None:
        sender.send_bytes(_BEGINNING + beginning)
    sender.send_bytes(_answer(Path(path), file_format, encoding))
    sender.close()


def _beginning(path: Path, file_format: Format) -> bytes | None:
    """How a file begins; None where that is not worth it, or cannot be had. The whole says what is wrong with it."""
    if file_format.load_beginning is None:
        return None
    try:
        parsed = file_format.load_beginning()(path)
        return to_json(_finished(parsed, path, file_format)) if parsed is not None else None
    except Exception:
        return None


def _answer(path: Path, file_format: Format, encoding: str | None) -> bytes:
    """The parsed file, or why there is none. Whatever a parser trips over, the file is to blame."""
    try:
        return to_json(parse_here(path, file_format, encoding))
    except UnreadableFile as error:
        reason, detail = error.reason, error.detail
    except MemoryError:
        reason, detail = Unreadable.TOO_LARGE, "memory"
    except Exception as error:
        reason, detail = Unreadable.DAMAGED, f"{type(error).__name__}: {error}"[:200]
    return _FAILURE + json.dumps([reason.name, detail]).encode()


def parse_here(path: Path, file_format: Format, encoding: str | None) -> Parsed:
    """What is in a file, without a process of its own.

    Raises:
        UnreadableFile: there is no text to be had.
    """
    return _finished(file_format.load()(path, encoding), path, file_format)


def _finished(parsed: Parsed, path: Path, file_format: Format) -> Parsed:
    if not any(paragraph.text.strip() for paragraph in parsed.paragraphs):
        raise UnreadableFile(path, Unreadable.NO_TEXT)
    return with_headings(_with_pictures(parsed, path, file_format))


def _with_pictures(parsed: Parsed, path: Path, file_format: Format) -> Parsed:
    if not file_format.has_images:
        return with_pictures(parsed, lambda name: None)
    archive = Archive(path)
    try:
        return with_pictures(parsed, lambda name: archive.head(name, HEAD))
    finally:
        archive.close()


def _restrict() -> None:
    """Bound what this process may use, on systems that can, and what it may do: write no file, leave no core."""
    try:
        import resource
    except ImportError:
        return  # Windows: the limits of the parsers themselves must do
    seconds = int(limits.DEADLINE) + 5
    for kind, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (most, most) if hard == resource.RLIM_INFINITY or most < hard else (hard, hard))
        except (OSError, ValueError):  # macOS refuses some
            continue
