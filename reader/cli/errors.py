"""What can go wrong on the command line alone."""

from __future__ import annotations

from pathlib import Path

from reader.errors import ReaderError


class Unwritable(ReaderError):
    """Something that cannot be written.

    Attributes:
        path: the file as it was named; None for the standard output.
        detail: what the system said.
    """

    def __init__(self, path: Path | None, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.path or 'standard output'}: {self.detail}"


class BadWords(ReaderError):
    """A file that is no list of words.

    Attributes:
        path: the file as it was named.
        line: where it went wrong, from 1; 0 where that is not known.
        detail: what was found there.
    """

    def __init__(self, path: Path, line: int, detail: str) -> None:
        super().__init__(path, line, detail)
        self.path = path
        self.line = line
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.path}: line {self.line}: {self.detail}"
