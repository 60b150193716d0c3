"""Opens the SQLite file, whatever state it is in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from reader.errors import StoreError
from reader.store.migrations import MIGRATIONS
from reader.store.notice import StoreNotice

#: Seconds that a write waits for another window's.
_PATIENCE = 2.0


class Database:
    """A connection, for use by one thread.

    Every write is one transaction: it is there as a whole after a crash, or not at all. The write-ahead log is used
    because with it a write waits for no disk and a second window can read meanwhile; where the file system has no
    shared memory SQLite falls back to its journal by itself.

    Attributes:
        path: the file; None for one in memory.
        notice: how it was opened.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None, notice: StoreNotice) -> None:
        self.path = path
        self.notice = notice
        self._connection = connection

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """The rows of a query.

        Raises:
            StoreError: they cannot be read.
        """
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def version_of_others(self) -> int:
        """SQLite's number for what other windows wrote so far; it says nothing but whether they wrote since.

        Raises:
            StoreError: it cannot be read.
        """
        return cast(int, self.rows("PRAGMA data_version")[0][0])

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction.

        Raises:
            StoreError: it cannot be written; nothing was changed.
        """
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def write(self, statement: str, *values: object) -> None:
        """One statement as a transaction.

        Raises:
            StoreError: it cannot be written; nothing was changed.
        """
        with self.writing() as connection:
            connection.execute(statement, values)

    def close(self) -> None:
        """Close the file. Calling it twice is harmless."""
        self._connection.close()

    def _failure(self, error: sqlite3.Error) -> StoreError:
        return StoreError(self.path or Path(":memory:"), str(error))


def open_database(path: Path | None) -> Database:
    """Open or make the database. Never fails: what is wrong is said by ``notice``.

    Args:
        path: the file, whose folder is made if need be; None for one in memory.
    """
    if path is None:
        return _in_memory(None, StoreNotice.NONE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _on_disk(path, StoreNotice.NONE)
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            return _in_memory(path, StoreNotice.UNWRITABLE)
    except OSError:
        return _in_memory(path, StoreNotice.UNWRITABLE)
    try:
        _put_aside(path)
        return _on_disk(path, StoreNotice.RECOVERED)
    except (OSError, sqlite3.Error):
        return _in_memory(path, StoreNotice.UNWRITABLE)


def _on_disk(path: Path, notice: StoreNotice) -> Database:
    connection = _connect(str(path))
    try:
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("malformed")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            connection.close()
            return _in_memory(path, StoreNotice.NEWER_VERSION)
        if 0 < version < len(MIGRATIONS):
            _back_up(connection, path.with_name(f"{path.name}.version-{version}"))
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        _migrate(connection)
        return Database(connection, path, notice)
    except BaseException:
        connection.close()
        raise


def _in_memory(path: Path | None, notice: StoreNotice) -> Database:
    connection = _connect(":memory:")
    _migrate(connection)
    return Database(connection, path, notice)


def _connect(name: str) -> sqlite3.Connection:
    return sqlite3.connect(name, timeout=_PATIENCE, isolation_level=None)


def _migrate(connection: sqlite3.Connection) -> None:
    """Take every step that is missing, all in one transaction. Another window may be about to do the same."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for step in MIGRATIONS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file's content is at fault, not access to it."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return str(error) == "malformed"
    if code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return True
    # A head whose format number makes no sense is no error of its own to SQLite.
    return "unsupported file format" in str(error)


def _put_aside(path: Path) -> None:
    """Rename a damaged file, so that what can be saved of it is not lost."""
    number = 1
    while (target := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    path.rename(target)
    for suffix in ("-wal", "-shm"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            beside.rename(target.with_name(target.name + suffix))
