"""What the fold throws away: which script a text is in, and its variants within that script."""

from __future__ import annotations

import re
from functools import cache

from reader.model.script import Script
from reader.resources import resource
from reader.search.character_table import CharacterTable
from reader.search.fold import fold

_IDEOGRAPH = re.compile("[\u3400-\u9fff]")


def level(text: str) -> str:
    """The text with the variants of one script levelled (裡 and 裏, 臺 and 台, width and case), its script kept.

    One character gives one character; texts with one level have one fold. The table and its rule stand in
    ``resources/data/build_scripts.py``.
    """
    return text.lower() if text.isascii() else _variants().translate(text)


def variants_of(character: str) -> str:
    """The other ways to write an ideograph within one script, as 裏 and 裡, without forms kept for compatibility."""
    return "".join(one for one in _variants().alike(character) if one != character and _IDEOGRAPH.match(one))


def script_of(text: str) -> Script | None:
    """The script most of whose own characters stand in a text: Simplified, Traditional, or None where nothing tells."""
    signs = _signs()
    traditional = sum(map(signs["traditional"].__contains__, text))
    simplified = sum(map(signs["simplified"].__contains__, text))
    if traditional == simplified:
        return None
    return Script.TRADITIONAL if traditional > simplified else Script.SIMPLIFIED


def has_several_readings(text: str) -> bool:
    """Whether a character of the text stands, folded, for several Traditional words, as 后 does for 後 and 后."""
    return not _signs()["several"].isdisjoint(fold(text))


@cache
def _variants() -> CharacterTable:
    return CharacterTable("variants.txt")


@cache
def _signs() -> dict[str, frozenset[str]]:
    lines = resource("data", "scripts.txt").read_text(encoding="utf-8").splitlines()[1:]
    return {name: frozenset(characters) for name, _, characters in (line.partition("\t") for line in lines)}
