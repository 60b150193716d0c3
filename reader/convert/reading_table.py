"""How characters and words are read in Mandarin, as ``resources/data/readings.txt`` has it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reader.resources import resource


@dataclass(frozen=True)
class ReadingTable:
    """Readings in Hanyu Pinyin with tone marks, a syllable a character. Words are in simplified characters.

    Attributes:
        characters: the readings of a character between commas, the usual one first.
        beginning: of some characters, how they are read at the start of a word that is not listed.
        ending: the same at its end.
        narrowed: the readings of traditional characters that share their simplified form with others.
        words: the readings of a word between spaces, where they are not what the rest would give.
        longest: characters of the longest of these words, by the first.
    """

    characters: dict[str, str]
    beginning: dict[str, str]
    ending: dict[str, str]
    narrowed: dict[str, str]
    words: dict[str, str]
    longest: dict[str, int]

    def usual(self, character: str) -> str:
        """How a character is mostly read; empty where that is not known."""
        return self.characters.get(character, "").partition(",")[0]

    def guess(self, word: str) -> list[str]:
        """How a word is read that is not listed: by listed words in it, and by the place of each character."""
        readings = [self.usual(character) for character in word]
        readings[0] = self.beginning.get(word[0], readings[0])
        readings[-1] = self.ending.get(word[-1], readings[-1])
        for middle in range(1, len(word) - 1):
            if word[middle] == "得":
                # 跑得快, 看得见: what the verb leads to.
                readings[middle] = "de"
        start = 0
        while start < len(word) - 1:
            # A word is not looked for in itself.
            for stop in range(len(word) if start else len(word) - 1, start + 1, -1):
                if (listed := self.words.get(word[start:stop])) is not None:
                    readings[start:stop] = listed.split(" ")
                    start = stop
                    break
            else:
                start += 1
        return readings


@cache
def reading_table() -> ReadingTable:
    """The table, read once: some 20 ms."""
    found: dict[str, dict[str, str]] = {}
    section: dict[str, str] = {}
    for line in resource("data", "readings.txt").read_text(encoding="utf-8").splitlines()[1:]:
        if line[0] == "[":
            section = found.setdefault(line[1:-1], {})
            is_by_word = line == "[words]"
            continue
        key, _, value = line.partition("\t")
        if is_by_word:
            section[key] = value
        else:
            section.update(dict.fromkeys(value, key))
    longest: dict[str, int] = {}
    for word in found["words"]:
        longest[word[0]] = max(len(word), longest.get(word[0], 0))
    return ReadingTable(**found, longest=longest)
