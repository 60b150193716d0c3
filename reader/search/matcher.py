"""Finds several words at once, in whatever script they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.search.fold import fold


class Match(NamedTuple):
    """Where a word was found: code points ``[start, end)``, and the word's index."""

    start: int
    end: int
    word: int


class Matcher:
    """Finds words by their folded keys: leftmost first, the longest of those that begin at one place.

    Attributes:
        longest: code points of the longest word; 0 without words.
    """

    def __init__(self, words: Sequence[str]) -> None:
        """A matcher of ``words``. Blank ones are never found; of two with the same key only the first is."""
        self._words: dict[str, int] = {}
        for index, word in enumerate(words):
            key = fold(word)
            if key.strip():
                self._words.setdefault(key, index)
        ordered = sorted(self._words, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered)) or r"(?!)")
        self.longest = len(ordered[0]) if ordered else 0

    def find(self, text: str) -> list[Match]:
        """All matches in ``text``, ascending; no two share a character."""
        if not self._words:
            return []
        return [
            Match(found.start(), found.end(), self._words[found[0]]) for found in self._pattern.finditer(fold(text))
        ]
