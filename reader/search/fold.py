"""The key under which all ways to write a text are the same."""

from __future__ import annotations

from functools import cache

from reader.search.character_table import CharacterTable


def fold(text: str) -> str:
    """The folded key of a text: Simplified, narrow, lower case, regional variants levelled.

    One character gives one character, so offsets are those of the text. Folding twice is folding once. The table and
    its rule stand in ``resources/data/build_fold.py``.
    """
    return text.lower() if text.isascii() else _table().translate(text)


@cache
def _table() -> CharacterTable:
    return CharacterTable("fold.txt")
