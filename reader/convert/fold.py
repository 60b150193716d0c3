"""The simplified form of a text, character for character, for telling what it is about."""

from __future__ import annotations

from functools import cache

from reader.convert.dictionaries import first_values
from reader.convert.passes import Characters


def simplified(text: str) -> str:
    """The text in simplified characters. One code point gives one, so offsets hold."""
    return _table().replace(text)


@cache
def _table() -> Characters:
    table = {one: first for one, first in first_values("TSCharacters").items() if len(first) == 1}
    for name in ("TWVariantsRev", "HKVariantsRev"):
        for one, first in first_values(name).items():
            table.setdefault(one, table.get(first, first))
    return Characters(table)
