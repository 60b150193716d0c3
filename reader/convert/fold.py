"""The simplified form of a text, character for character, for telling what it is about."""

from __future__ import annotations

from functools import cache

from reader.convert.dictionaries import raw_entries
from reader.convert.passes import Characters


def simplified(text: str) -> str:
    """The text in simplified characters. One code point gives one, so offsets hold."""
    return _table().replace(text)


@cache
def _table() -> Characters:
    table = {one: others[0] for one, others in raw_entries("TSCharacters") if len(others[0]) == 1}
    for name in ("TWVariantsRev", "HKVariantsRev"):
        for one, others in raw_entries(name):
            table.setdefault(one, table.get(others[0], others[0]))
    return Characters(table)
