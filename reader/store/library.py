"""The files that were read, and the place in each."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from reader.store.database import Database

#: Files that are remembered; the ones opened longest ago are forgotten first.
_KEPT = 2000


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read.

    Attributes:
        path: absolute.
        fingerprint: of its content.
        title: what it was called in the window.
        address: the place that was read last.
        size: the end of its addresses; 0 if unknown.
        encoding: what the reader said it is encoded in; None if it was detected.
        opened: when it was opened last, in seconds since the epoch.
        chapters: what the reader said of its chapters, as ``reader.formats.kept_chapters`` writes it.
    """

    path: Path
    fingerprint: str
    title: str
    address: int
    size: int
    encoding: str | None
    opened: float
    chapters: str = ""


_COLUMNS = "path, fingerprint, title, address, size, encoding, opened, chapters"


class Library:
    """Remembers files. For the GUI thread: every call touches a row or a handful."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, file: ReadFile) -> None:
        """Write what is known of a file, over what was known before.

        Raises:
            StoreError: it cannot be written.
        """
        values = (
            os.fsencode(file.path),
            file.fingerprint,
            file.title,
            file.address,
            file.size,
            file.encoding,
            file.opened,
            file.chapters,
        )
        with self._database.writing() as connection:
            connection.execute(f"REPLACE INTO file ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
            connection.execute(
                "DELETE FROM file WHERE path IN (SELECT path FROM file ORDER BY opened DESC LIMIT -1 OFFSET ?)",
                (_KEPT,),
            )

    def find(self, path: Path, fingerprint: str) -> ReadFile | None:
        """What is known of a file: by its path, or, if it was moved or renamed, by its content.

        Args:
            path: absolute.
            fingerprint: of its content; empty if that is not known.

        Raises:
            StoreError: it cannot be read.
        """
        query = f"SELECT {_COLUMNS} FROM file WHERE path = ?"
        rows = self._database.rows(query, os.fsencode(path))
        if not rows and fingerprint:
            query = f"SELECT {_COLUMNS} FROM file WHERE fingerprint = ? ORDER BY opened DESC LIMIT 1"
            rows = self._database.rows(query, fingerprint)
        return _file_of(rows[0]) if rows else None

    def recent(self, limit: int) -> list[ReadFile]:
        """The files opened last, the latest first.

        Raises:
            StoreError: they cannot be read.
        """
        query = f"SELECT {_COLUMNS} FROM file ORDER BY opened DESC LIMIT ?"
        return [_file_of(row) for row in self._database.rows(query, limit)]

    def forget(self, path: Path) -> None:
        """Forget a file.

        Raises:
            StoreError: it cannot be written.
        """
        self._database.write("DELETE FROM file WHERE path = ?", os.fsencode(path))

    def forget_all(self) -> None:
        """Forget every file.

        Raises:
            StoreError: it cannot be written.
        """
        self._database.write("DELETE FROM file")


def _file_of(row: tuple[object, ...]) -> ReadFile:
    path, fingerprint, title, address, size, encoding, opened, chapters = row
    return ReadFile(
        Path(os.fsdecode(cast(bytes, path))),
        str(fingerprint),
        str(title),
        cast(int, address),
        cast(int, size),
        cast("str | None", encoding),
        cast(float, opened),
        str(chapters),
    )
