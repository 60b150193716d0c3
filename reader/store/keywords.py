"""The words that the reader has coloured, in every document the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from reader.model.highlight import PALETTE_SIZE, HighlightRule
from reader.store.database import Database


class StoredKeywords:
    """Loads and saves highlight rules, in order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> tuple[HighlightRule, ...]:
        """The rules; a colour that this version does not have becomes one that it has.

        Raises:
            StoreError: they cannot be read.
        """
        rows = self._database.rows("SELECT text, colour, is_on FROM keyword ORDER BY place")
        return tuple(
            HighlightRule(str(text), cast(int, colour) % PALETTE_SIZE, bool(is_on))
            for text, colour, is_on in rows
            if str(text).strip()
        )

    def save(self, rules: Sequence[HighlightRule]) -> None:
        """Write the rules over all that were there.

        Raises:
            StoreError: they cannot be written; those from before are still there.
        """
        rows = [(place, rule.text, rule.colour, rule.is_on) for place, rule in enumerate(rules)]
        with self._database.writing() as connection:
            connection.execute("DELETE FROM keyword")
            connection.executemany("INSERT INTO keyword (place, text, colour, is_on) VALUES (?, ?, ?, ?)", rows)
