"""Prints what was found out about files, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from reader.cli.output import say, write, write_json_array
from reader.formats.inspection import FileOutline, Inspection

Found = TypeVar("Found", Inspection, FileOutline)


def list_files(found: Iterable[Found], legible: Callable[[Found], str], *, is_json: bool) -> int:
    """Print each as soon as it is known, and say which files could not be opened; the exit status.

    Args:
        found: what is known of each file.
        legible: writes it for people.
        is_json: whether it is written for programs, those that could not be opened among them.
    """
    status = 0

    def told() -> Iterator[Found]:
        nonlocal status
        for one in found:
            if one["error"]:
                say(one["error"])
                status = 1
            yield one

    if is_json:
        write_json_array(told())
    else:
        for one in told():
            if not one["error"]:
                write(legible(one))
    return status
