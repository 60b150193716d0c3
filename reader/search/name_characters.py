"""Which characters names are written with."""

from __future__ import annotations

from functools import cache

from reader.resources import resource


def levels(kind: str) -> dict[str, int]:
    """How much a folded character looks like a part of a name, 1 to 5; one that is missing does not at all.

    The table and its rule stand in ``resources/data/build_name_characters.py``.

    Args:
        kind: ``transliteration``, ``given`` or ``family`` (1 and 2 only).
    """
    return _tables()[kind]


@cache
def _tables() -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = {}
    for line in resource("data", "name_characters.txt").read_text(encoding="utf-8").splitlines()[1:]:
        name, _, characters = line.partition("\t")
        kind, level = name.split(" ")
        tables.setdefault(kind, {}).update(dict.fromkeys(characters, int(level)))
    return tables
