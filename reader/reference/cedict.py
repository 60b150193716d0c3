"""CC-CEDICT, and the dictionaries that are written as it is (HanDeDict, CFDICT): ``.u8`` or ``.txt``, packed or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from reader.model.dictionary_entry import DictionaryEntry

#: ``傳統 传统 [chuan2 tong3] /tradition/traditional/``
_LINE = re.compile(r"(\S+) (\S+) \[+([^\]]*)\]+ /(.*)/\s*$")

#: A syllable with the number of its tone; ``u:`` is ü.
_SYLLABLE = re.compile(r"([a-zA-Zêü]+)([1-5])")
_MARKS = "\u0304\u0301\u030c\u0300"
_VOWELS = re.compile("[aeê]|o(?=u)|[iouüIOUÜ](?![aeiouêü])|[AEO]")


def is_cedict(text: str) -> bool:
    """Whether a text is in this format, by the first of its lines that are no comments."""
    lines = (line for line in text[:20_000].split("\n") if line.strip() and not line.startswith("#"))
    return any(_LINE.match(line.rstrip("\r")) for line, _ in zip(lines, range(5), strict=False))


def cedict_name(text: str) -> str:
    """How the dictionary calls itself; empty where it does not."""
    for line in text[:4_000].split("\n"):
        if line.startswith("# ") and "DICT" in line.upper():
            return line.lstrip("# ").strip()
        if not line.startswith("#"):
            break
    return ""


def cedict_entries(text: str) -> Iterator[DictionaryEntry]:
    """The entries; lines in no such form are left out."""
    for line in text.split("\n"):
        found = _LINE.match(line)
        if found is not None and line[0] != "#":
            traditional, simplified, reading, senses = found.groups()
            words = (traditional,) if traditional == simplified else (traditional, simplified)
            yield DictionaryEntry(words, with_tone_marks(reading), senses.replace("/", "\n"))


def with_tone_marks(reading: str) -> str:
    """Pinyin with numbers as pinyin with marks: ``lu:3 xing2`` is ``lǚ xíng``; the neutral tone has none."""
    return _SYLLABLE.sub(_marked, reading.replace("u:", "ü").replace("U:", "Ü").replace("v", "ü"))


def _marked(found: re.Match[str]) -> str:
    letters, tone = found[1], int(found[2])
    vowel = _VOWELS.search(letters)
    if tone == 5 or vowel is None:
        return letters if tone == 5 else found[0]
    at = vowel.start() + 1
    return normalize("NFC", letters[:at] + _MARKS[tone - 1] + letters[at:])
