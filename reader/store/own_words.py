"""What the reader has said about words: everywhere, in one file, and at single places of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from reader.model.own_word import OwnWord, PlaceChoice
from reader.model.script import Script
from reader.store.database import Database

#: Stands for the file of what holds everywhere: no path is empty.
_EVERYWHERE = b""


@dataclass(frozen=True, slots=True)
class FileWords:
    """What holds in one file.

    Attributes:
        words: wherever they stand in it.
        choices: for single places of it.
    """

    words: tuple[OwnWord, ...] = ()
    choices: tuple[PlaceChoice, ...] = ()


class StoredOwnWords:
    """Loads and saves own words, in order."""

    def __init__(self, database: Database) -> None:
        self._database = database
        #: SQLite's number for what other windows wrote so far.
        self._version = 0

    def has_news(self) -> bool:
        """Whether another window may have written since what holds in all files was loaded.

        Raises:
            StoreError: that cannot be read.
        """
        return self._database.version_of_others() != self._version

    def everywhere(self) -> tuple[OwnWord, ...]:
        """What holds in all files.

        Raises:
            StoreError: it cannot be read.
        """
        self._version = self._database.version_of_others()
        return self._of(_EVERYWHERE).words

    def save_everywhere(self, words: Sequence[OwnWord]) -> None:
        """Write what holds in all files over what was there.

        Raises:
            StoreError: it cannot be written; that from before is still there.
        """
        self._save(_EVERYWHERE, "", FileWords(tuple(words)))

    def in_file(self, path: Path, fingerprint: str) -> FileWords:
        """What holds in a file: by its path, or, if it was moved or renamed, by its content.

        Args:
            path: absolute.
            fingerprint: of its content; empty if that is not known.

        Raises:
            StoreError: it cannot be read.
        """
        key = os.fsencode(path)
        if fingerprint and not self._database.rows("SELECT 1 FROM own_word WHERE file = ? LIMIT 1", key):
            query = "SELECT file FROM own_word WHERE fingerprint = ? ORDER BY rowid DESC LIMIT 1"
            moved = self._database.rows(query, fingerprint)
            key = cast(bytes, moved[0][0]) if moved else key
        return self._of(key)

    def save_in_file(self, path: Path, fingerprint: str, said: FileWords) -> None:
        """Write what holds in a file over what was there.

        Raises:
            StoreError: it cannot be written; that from before is still there.
        """
        self._save(os.fsencode(path), fingerprint, said)

    def _of(self, file: bytes) -> FileWords:
        query = "SELECT address, word, result, target FROM own_word WHERE file = ? ORDER BY rowid"
        words: list[OwnWord] = []
        choices: list[PlaceChoice] = []
        for address, word, result, target in self._database.rows(query, file):
            try:
                script = Script(target) if target else None
                if address is None:
                    words.append(OwnWord(str(word), str(result), script))
                elif script is not None:
                    choices.append(PlaceChoice(cast(int, address), str(word), str(result), script))
            except ValueError:
                continue  # of another version
        return FileWords(tuple(words), tuple(choices))

    def _save(self, file: bytes, fingerprint: str, said: FileWords) -> None:
        rows: list[tuple[object, ...]] = [
            (file, fingerprint, None, one.word, one.result, one.target.value if one.target else "")
            for one in said.words
        ]
        rows += (
            (file, fingerprint, choice.address, choice.word, choice.result, choice.target.value)
            for choice in said.choices
        )
        with self._database.writing() as connection:
            connection.execute("DELETE FROM own_word WHERE file = ?", (file,))
            connection.executemany(
                "INSERT INTO own_word (file, fingerprint, address, word, result, target) VALUES (?, ?, ?, ?, ?, ?)",
                rows,
            )
