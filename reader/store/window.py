"""Where the window stood and how its panels were."""

from __future__ import annotations

from typing import cast

from reader.store.database import Database


class StoredWindow:
    """Loads and saves what Qt says of a window, as the bytes that it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, name: str) -> bytes:
        """What was saved under a name; empty if nothing was.

        Raises:
            StoreError: it cannot be read.
        """
        rows = self._database.rows("SELECT value FROM window WHERE name = ?", name)
        return cast(bytes, rows[0][0]) if rows else b""

    def save(self, name: str, value: bytes) -> None:
        """Write a value over the one from before.

        Raises:
            StoreError: it cannot be written.
        """
        self._database.write("REPLACE INTO window (name, value) VALUES (?, ?)", name, value)
