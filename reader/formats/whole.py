"""All bytes of a file that is parsed."""

from __future__ import annotations

from pathlib import Path

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.source import open_source


def read_whole(path: Path) -> bytes:
    """The content of a regular file.

    Raises:
        UnreadableFile: it cannot be read, or is larger than ``FILE_SIZE``.
    """
    source = open_source(path)
    try:
        if source.size > limits.FILE_SIZE:
            raise UnreadableFile(path, Unreadable.TOO_LARGE, f"{source.size} bytes")
        return source.read(0, source.size)
    finally:
        source.close()
