"""One line that says how far the work has come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TextIO

from reader.cli.whole_text import Piece

_WIDTH = 30
_ERASE = "\r\x1b[K"


def shown_progress(pieces: Iterable[Piece], name: str) -> Iterator[str]:
    """The texts of pieces, while a line on the standard error says how many have gone by; only on a terminal."""
    stream = sys.stderr
    if stream is None or not stream.isatty():
        yield from (piece.text for piece in pieces)
        return
    shown = -1
    try:
        for piece in pieces:
            yield piece.text
            percent = int(100 * piece.done)
            if percent != shown:
                shown = percent
                bar = "#" * (_WIDTH * percent // 100)
                _draw(stream, f"{_ERASE}{name} [{bar:<{_WIDTH}}] {percent}%")
    finally:
        _draw(stream, _ERASE)


def _draw(stream: TextIO, text: str) -> None:
    with suppress(OSError):
        stream.write(text)
        stream.flush()
