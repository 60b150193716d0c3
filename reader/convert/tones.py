"""Syllables of Hanyu Pinyin: their letters and their tones."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

#: The combining marks of the tones 1 to 4: macron, acute, caron, grave.
TONE_MARKS = "\u0304\u0301\u030c\u0300"


@lru_cache(4096)
def parted(syllable: str) -> tuple[str, int]:
    """The letters of a syllable and its tone, 1 to 4; 0 for the neutral tone. ``nǚ`` gives ``nü`` and 3."""
    letters, tone = [], 0
    for mark in normalize("NFD", syllable):
        if mark in TONE_MARKS:
            tone = TONE_MARKS.index(mark) + 1
        else:
            letters.append(mark)
    return normalize("NFC", "".join(letters)), tone


def letters(syllable: str) -> str:
    """A syllable without its tone."""
    return parted(syllable)[0]
