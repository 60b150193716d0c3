"""The dictionaries that were installed, in an SQLite file of their own: it can be large, and can be made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.errors import StoreError
from reader.model.dictionary_entry import DictionaryEntry

_VERSION = 1
_TABLES = (
    "CREATE TABLE dictionary (id INTEGER PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL)",
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        dictionary INTEGER NOT NULL,
        words TEXT NOT NULL,
        reading TEXT NOT NULL,
        body TEXT NOT NULL
    )""",
    """CREATE TABLE word (key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) WITHOUT ROWID""",
    "CREATE INDEX entry_by_dictionary ON entry (dictionary)",
)

#: Seconds that a look-up waits for an installation's last step.
_PATIENCE = 5.0

#: Between the words of an entry: no word holds it.
_SEPARATOR = "\n"

#: Entries after which it is said how many there are.
_STEP = 2_000


@dataclass(frozen=True, slots=True)
class InstalledDictionary:
    """A dictionary that can be looked into.

    Attributes:
        number: its key.
        name: for the reader.
        size: how many entries it has.
    """

    number: int
    name: str
    size: int


class StoredDictionaries:
    """Each call opens the file anew, so that any thread may make it: it costs a millisecond."""

    def __init__(self, path: Path, fold: Callable[[str], str]) -> None:
        """The dictionaries in a file, which need not be there yet.

        Args:
            path: the file.
            fold: under what a word is found, however it is written.
        """
        self._path = path
        self._fold = fold

    def installed(self) -> list[InstalledDictionary]:
        """All of them, in the order in which they were installed.

        Raises:
            StoreError: they cannot be read.
        """
        if not self._path.exists():
            return []
        with self._opened() as connection:
            rows = connection.execute("SELECT id, name, size FROM dictionary ORDER BY id").fetchall()
        return [InstalledDictionary(*row) for row in rows]

    def install(self, name: str, entries: Iterable[DictionaryEntry]) -> Iterator[int]:
        """Take a dictionary in; one of the same name is replaced. What ends it midway leaves everything as it was.

        Yields:
            How many entries are in so far, now and then.

        Raises:
            StoreError: it cannot be written.
        """
        with self._opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            for (old,) in connection.execute("SELECT id FROM dictionary WHERE name = ?", (name,)).fetchall():
                _remove(connection, old)
            cursor = connection.execute("INSERT INTO dictionary (name, size) VALUES (?, 0)", (name,))
            number, size = cursor.lastrowid, 0
            for size, entry in enumerate(entries, start=1):
                self._insert(connection, number, entry)
                if size % _STEP == 0:
                    yield size
            connection.execute("UPDATE dictionary SET size = ? WHERE id = ?", (size, number))
            connection.execute("COMMIT")
            yield size

    def remove(self, number: int) -> None:
        """Forget a dictionary.

        Raises:
            StoreError: it cannot be written.
        """
        with self._opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            _remove(connection, number)
            connection.execute("COMMIT")

    def look_up(self, word: str, most: int = 20) -> list[tuple[str, DictionaryEntry]]:
        """The entries for a word in any script, with the names of their dictionaries; its own spelling first.

        Raises:
            StoreError: they cannot be read.
        """
        if not self._path.exists():
            return []
        with self._opened() as connection:
            rows = connection.execute(
                "SELECT dictionary.name, words, reading, body FROM word JOIN entry ON entry.id = word.entry"
                " JOIN dictionary ON dictionary.id = entry.dictionary WHERE key = ?"
                " ORDER BY dictionary.id, entry.id LIMIT ?",
                (self._fold(word), most),
            ).fetchall()
        found = [
            (name, DictionaryEntry(tuple(words.split(_SEPARATOR)), reading, body))
            for name, words, reading, body in rows
        ]
        names = list(dict.fromkeys(name for name, _ in found))
        return sorted(found, key=lambda one: (names.index(one[0]), word not in one[1].words))

    def holds(self, word: str) -> bool:
        """Whether any dictionary has an entry for a word.

        Raises:
            StoreError: they cannot be read.
        """
        return bool(self.look_up(word, most=1))

    def _insert(self, connection: sqlite3.Connection, number: int | None, entry: DictionaryEntry) -> None:
        words = [word.replace(_SEPARATOR, " ") for word in entry.words]
        values = (number, *map(_storable, (_SEPARATOR.join(words), entry.reading, entry.body)))
        row = connection.execute(
            "INSERT INTO entry (dictionary, words, reading, body) VALUES (?, ?, ?, ?)", values
        ).lastrowid
        keys = {self._fold(_storable(word)) for word in words}
        connection.executemany("INSERT INTO word (key, entry) VALUES (?, ?)", [(key, row) for key in keys])

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(self._path, str(error)) from error
        try:
            _prepare(connection)
            yield connection
        except sqlite3.Error as error:
            raise StoreError(self._path, str(error)) from error
        finally:
            connection.close()


def _prepare(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > _VERSION:
        raise sqlite3.DatabaseError("made by a newer version")
    if version < _VERSION:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute("PRAGMA user_version").fetchone()[0] < _VERSION:
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {_VERSION}")
        connection.execute("COMMIT")


def _remove(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM word WHERE entry IN (SELECT id FROM entry WHERE dictionary = ?)", (number,))
    connection.execute("DELETE FROM entry WHERE dictionary = ?", (number,))
    connection.execute("DELETE FROM dictionary WHERE id = ?", (number,))


def _storable(text: str) -> str:
    """A text without lone surrogates, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
