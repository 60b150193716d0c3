"""The settings as they are stored: JSON by name. What they mean is the business of ``reader.state.settings``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reader.store.database import Database


class StoredSettings:
    """Loads and saves settings. Names that this version does not know are left alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> dict[str, Any]:
        """Every stored value; what is not JSON is left out.

        Raises:
            StoreError: they cannot be read.
        """
        loaded = {}
        for name, value in self._database.rows("SELECT name, value FROM setting"):
            try:
                loaded[str(name)] = json.loads(str(value))
            except ValueError:
                continue
        return loaded

    def save(self, values: Mapping[str, Any]) -> None:
        """Write values over those of the same names.

        Raises:
            StoreError: they cannot be written.
        """
        rows = [(name, json.dumps(value, ensure_ascii=False)) for name, value in values.items()]
        with self._database.writing() as connection:
            connection.executemany("REPLACE INTO setting (name, value) VALUES (?, ?)", rows)
