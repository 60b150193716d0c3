"""How rare the words of Chinese are, and where they begin and end in a clause."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reader.resources import resource

#: The longest word there is.
LONGEST = 5

#: What a character costs that begins no word.
_UNKNOWN = 90

#: What a word costs that is known from elsewhere (a regional word, a name of the document): as if seen 3 and 60 times
#: in 60 million words, so that it gives way to two common words but not to the single characters that it is made of.
_ADDED, NAMED = 67, 55


class Lexicon:
    """Words with what they cost: four times the natural logarithm of how seldom they are.

    What stands in the file is read at once and taken apart as its first characters are asked for, which keeps 150,000
    words in 2 MB. Safe to use from several threads. The words are in simplified characters.
    """

    def __init__(self, added: Iterable[str] = ()) -> None:
        """With words that the file may lack."""
        self._lines = _lines()
        self._heads: dict[str, dict[str, int]] = {}
        self._added: dict[str, set[str]] = {}
        for word in added:
            if 2 <= len(word) <= LONGEST and self.cost(word) is None:
                self._added.setdefault(word[0], set()).add(word[1:])
        self._heads.clear()

    def cost(self, word: str) -> int | None:
        """What a word costs; None if there is no such word."""
        return self._rests(word[0]).get(word[1:])

    def is_common(self, word: str) -> bool:
        """Whether a word stands in the file, rather than having been added."""
        return self.cost(word) is not None and word[1:] not in self._added.get(word[0], ())

    def has_across(self, text: str, bound: int) -> bool:
        """Whether a word of two or three characters lies over a bound within a text."""
        behind = self._rests(text[bound - 1])
        if text[bound] in behind or text[bound : bound + 2] in behind:
            return True
        return bound > 1 and text[bound - 1 : bound + 1] in self._rests(text[bound - 2])

    def words_in(self, clause: str) -> list[tuple[int, int, int]]:
        """``(start, end, cost)`` of all words of a clause, single characters among them, those that begin last first.

        Args:
            clause: in simplified characters.
        """
        found: list[tuple[int, int, int]] = []
        length = len(clause)
        for start in range(length - 1, -1, -1):
            rests = self._rests(clause[start]).get
            found.append((start, start + 1, rests("", _UNKNOWN)))
            for end in range(start + 2, min(start + LONGEST, length) + 1):
                cost = rests(clause[start + 1 : end])
                if cost is not None:
                    found.append((start, end, cost))
        return found

    def _rests(self, head: str) -> dict[str, int]:
        rests = self._heads.get(head)
        if rests is None:
            rests = {word[:-1]: ord(word[-1]) - 48 for word in self._lines.get(head, "").split(" ") if word}
            for rest in self._added.get(head, ()):
                rests.setdefault(rest, _ADDED)
            self._heads[head] = rests
        return rests


@cache
def _lines() -> dict[str, str]:
    text = resource("data", "word_costs.txt").read_text(encoding="utf-8")
    return {line[0]: line[2:] for line in text.split("\n") if line}
