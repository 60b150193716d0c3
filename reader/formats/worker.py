"""Parses a file in a process of its own, which is ended when it takes too long or too much.

What is parsed is written by strangers, and one tag with a hundred thousand attributes keeps any parser busy for
minutes.
"""

from __future__ import annotations

import gc
import json
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Timer

from reader.apart import ProcessApart, end_all, restrict
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
    process = ProcessApart(_serve, str(path), file_format.name, encoding, has_steps, kind=_KIND)
    is_late = Event()

    def give_up() -> None:
        is_late.set()
        process.kill()

    timer = Timer(limits.DEADLINE, give_up)
    timer.daemon = True
    timer.start()
    try:
        answer = process.connection.recv_bytes(limits.ANSWER)
        if answer.startswith(_BEGINNING):
            yield from_json(answer[len(_BEGINNING) :]), False
            answer = process.connection.recv_bytes(limits.ANSWER)
    except EOFError as error:
        exit_code = process.end(_PATIENCE)
        reason = Unreadable.TOO_SLOW if is_late.is_set() else _reason(exit_code)
        raise UnreadableFile(path, reason, f"exit code {exit_code}") from error
    except OSError as error:
        raise UnreadableFile(path, Unreadable.TOO_LARGE, str(error)) from error
    finally:
        timer.cancel()
        process.end()
    if answer.startswith(_FAILURE):
        reason, detail = json.loads(answer[len(_FAILURE) :])
        raise UnreadableFile(path, Unreadable[reason], detail)
    yield from_json(answer), True


def end_parsing() -> None:
    """End every process that parses a file: whoever waits for one is told that the file cannot be read."""
    end_all(_KIND)


#: What these processes are for, as opposed to others of this program.
_KIND = "parsing"
#: Seconds that one may take from its last word to its end.
_PATIENCE = 5.0

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
    restrict(limits.MEMORY, int(limits.DEADLINE) + 5)
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
