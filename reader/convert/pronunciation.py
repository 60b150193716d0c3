"""How a text is read aloud in Mandarin, character by character."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise

from reader.convert.fold import simplified
from reader.convert.lone_readings import NUMERALS, lone_reading
from reader.convert.reading_table import reading_table
from reader.convert.taiwan_readings import as_in_taiwan
from reader.convert.tones import letters

#: What is read: ideographs, and 〇.
HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")

#: 著 is written 着 in simplified characters unless it is in one of these words, where it stays.
_STAYS = re.compile("(?<=[显編编土名原巨專专論论譯译拙昭卓合新遺遗])著|著(?=[作名稱称述者錄录])")


class Standard(Enum):
    """Whose readings: 垃圾 is lā jī on the mainland and lè sè in Taiwan."""

    MAINLAND = "mainland"
    TAIWAN = "taiwan"


def pronounce(text: str, standard: Standard = Standard.MAINLAND) -> list[str]:
    """The reading of each code point, in Hanyu Pinyin with tone marks; empty for what is no Chinese character.

    Readings are those that a dictionary gives, without the changes of tone of connected speech (一 is yī, 你好 nǐ hǎo).
    They are told by word, in either script, and a character that is written in one way only when it is read so (髮, 隻)
    keeps to that. The first call reads the tables, 0.2 s; from then on a page takes about a millisecond.
    """
    readings = [""] * len(text)
    plain = _plain(text)
    bounds: set[int] = set()
    for run in HAN.finditer(plain):
        words = _bounds(run[0])
        readings[run.start() : run.end()] = _run(run[0], words)
        bounds.update(run.start() + bound for bound in words)
    narrowed = reading_table().narrowed
    for offset, character in enumerate(text):
        if character != plain[offset] and character in narrowed:
            readings[offset] = _narrowed(readings[offset], narrowed[character].split(","))
    return as_in_taiwan(plain, readings, bounds) if standard is Standard.TAIWAN else readings


def readings_of(character: str) -> tuple[str, ...]:
    """All that a character can be read as, the usual reading first; none where it is not known."""
    found = reading_table().characters.get(character)
    return tuple(found.split(",")) if found else ()


def _plain(text: str) -> str:
    """The text in simplified characters, as the table's words are."""
    plain = simplified(text)
    for stays in _STAYS.finditer(text) if "著" in text else ():
        plain = f"{plain[: stays.start()]}著{plain[stays.end() :]}"
    return plain


def _narrowed(reading: str, own: list[str]) -> str:
    """A reading of the simplified character, unless the one that is written is never read so."""
    if reading in own or (letters(reading) == reading and reading in map(letters, own)):
        return reading
    return next((choice for choice in own if letters(choice) == letters(reading)), own[0])


def _bounds(text: str) -> list[int]:
    """The offsets at which the words of a run of simplified characters meet, 0 and its length included."""
    # Loading its dictionary takes a tenth of a second, which the program's start need not wait for.
    import rjieba

    return [0, *(end for _, _, end in rjieba.tokenize(text, hmm=False))]


def _run(text: str, bounds: list[int]) -> list[str]:
    """The readings of a run of simplified characters."""
    table = reading_table()
    ends = set(bounds)
    readings: list[str] = []
    for index, (start, end) in enumerate(pairwise(bounds)):
        if start < len(readings):
            continue
        # Words that the segmenter takes for two (还书) are listed as one where that says how they are read.
        for stop in range(min(len(text), start + table.longest.get(text[start], 0)), start + 1, -1):
            if stop in ends and (listed := table.words.get(text[start:stop])) is not None:
                readings += listed.split(" ")
                break
        else:
            readings += table.guess(text[start:end])
            if end - start == 1:
                before = start - bounds[index - 1] if index else 0
                readings[-1] = lone_reading(text, start, before, table.usual(text[start]))
            elif text[end - 2] in NUMERALS:
                readings[-1] = lone_reading(text, end - 1, 1, readings[-1])
    return readings
