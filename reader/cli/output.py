"""What the program prints: UTF-8 on the standard output, whatever the system's own encoding is, and sentences."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Iterable

from reader.cli.errors import Unwritable
from reader.cli.typed import as_typed


class ClosedOutput(Exception):
    """Nobody reads any more what is printed."""


def to_bytes(text: str) -> bytes:
    r"""Text as UTF-8, file names in it as they are on the disk.

    A name that is no UTF-8 has ``\udcff`` for such a byte, which in JSON stands for the name that Python knows.
    """
    try:
        return as_typed(text).encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace")


def to_json(value: object) -> str:
    """A value as JSON on one line, in which Chinese stays legible."""
    return json.dumps(value, ensure_ascii=False)


def write(text: str) -> None:
    """Print text as it is. Without a standard output, as in a windowed program, it is lost.

    Raises:
        ClosedOutput: nobody reads it.
        Unwritable: it cannot be written, as on a full disk.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.buffer.write(to_bytes(text))
    except OSError as error:
        raise _given_up(error) from error


def write_json_array(values: Iterable[object]) -> None:
    """Print values as an array, each as soon as it is there, on a line of its own."""
    separator = "[\n"
    for value in values:
        write(separator + to_json(value))
        separator = ",\n"
    write("[]\n" if separator.startswith("[") else "\n]\n")


def finish_output() -> None:
    """Have everything printed that is still held.

    Raises:
        ClosedOutput: nobody reads it.
        Unwritable: it cannot be written.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _given_up(error) from error


def say(text: str) -> None:
    """Print a sentence where errors are printed; where nobody reads there either, it is lost."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.flush()
            sys.stderr.buffer.write(to_bytes(f"jianfan: {text}\n"))
            sys.stderr.buffer.flush()


def _given_up(error: OSError) -> ClosedOutput | Unwritable:
    """What an error means, after which Python must not try again at its end to print what is held."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    # Windows reports a closed pipe as a wrong argument.
    is_closed = isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)
    return ClosedOutput() if is_closed else Unwritable(None, error.strerror or str(error))
