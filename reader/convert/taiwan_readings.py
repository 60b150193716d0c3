"""The readings of Taiwan, where they differ from those of the mainland."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache

from reader.convert.reading_table import reading_table
from reader.convert.tones import letters
from reader.resources import resource

#: What has no tone in Taiwan either: particles, and the endings of nouns, pronouns and adverbs.
_ALWAYS_NEUTRAL = frozenset("的了着得地吗嘛么们子头吧呢啊呀哇哪啦喽裡里个匙")

#: Between two words Taiwan reads it as hàn.
_AND = "和"


def as_in_taiwan(plain: str, readings: Sequence[str], bounds: Set[int]) -> list[str]:
    """Readings of the mainland as Taiwan has them.

    Args:
        plain: the text, in simplified characters.
        readings: of each code point; empty for what is none.
        bounds: the offsets at which words meet.
    """
    table = _table()
    found = [
        table.characters.get((character, reading), reading) for character, reading in zip(plain, readings, strict=True)
    ]
    for offset, character in enumerate(plain):
        reading = readings[offset]
        if character == _AND and reading == "hé":
            if offset in bounds and offset + 1 in bounds:
                found[offset] = "hàn"
        elif reading and letters(reading) == reading and character not in _ALWAYS_NEUTRAL:
            found[offset] = _with_tone(plain, offset, reading, found)
    for match in table.words_pattern.finditer(plain):
        start, end = match.span()
        # A word may stand in a longer one, but not across two (办法|国家).
        if bounds.isdisjoint(range(start + 1, end)) or (start in bounds and end in bounds):
            found[start:end] = table.words[match[0]]
    return found


def _with_tone(plain: str, offset: int, reading: str, found: Sequence[str]) -> str:
    """The full reading of a syllable that has lost its tone on the mainland only (朋友); not that of 爸爸's second."""
    if offset and plain[offset - 1] == plain[offset]:
        return reading
    own = reading_table().characters.get(plain[offset], "").split(",")
    full = next((choice for choice in own if choice != reading and letters(choice) == reading), reading)
    return _table().characters.get((plain[offset], full), full)


@dataclass(frozen=True, slots=True)
class _Table:
    """What differs.

    Attributes:
        characters: the reading in Taiwan, by character and reading on the mainland.
        words: the syllables of words that are read otherwise than their characters.
        words_pattern: finds those words, the longest first.
    """

    characters: dict[tuple[str, str], str]
    words: dict[str, list[str]]
    words_pattern: re.Pattern[str]


@cache
def _table() -> _Table:
    characters, words = {}, {}
    for line in resource("data", "readings_taiwan.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, *syllables = line.split(" ")
            if len(word) == 1:
                characters[word, syllables[0]] = syllables[1]
            else:
                words[word] = syllables
    return _Table(characters, words, re.compile("|".join(sorted(words, key=len, reverse=True))))
