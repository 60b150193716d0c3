"""The simplified form of a text, character for character, for telling what it is about."""

from __future__ import annotations

from functools import cache

from reader.convert.dictionaries import raw_entries


def simplified(text: str) -> str:
    """The text in simplified characters. One code point gives one, so offsets hold."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    table = {ord(one): others[0] for one, others in raw_entries("TSCharacters") if len(others[0]) == 1}
    for name in ("TWVariantsRev", "HKVariantsRev"):
        for one, others in raw_entries(name):
            table.setdefault(ord(one), table.get(ord(others[0]), others[0]))
    return table
