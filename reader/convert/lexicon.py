"""How rare the words of Chinese are, and where they begin and end in a clause."""

from __future__ import annotations

from functools import cache

from reader.resources import resource

#: The longest word there is.
LONGEST = 5

#: What a character costs that begins no word.
_UNKNOWN = 90

#: What a regional word costs that is no common word as well (``build_word_costs.py``), and what a name of the document
#: does: as if seen 60 times in 60 million words.
_REGIONAL, NAMED = 67, 55


class Lexicon:
    """Words with what they cost: four times the natural logarithm of how seldom they are.

    What stands in the file is read at once and taken apart as its first characters are asked for, which keeps 150,000
    words in 2 MB. Safe to use from several threads. The words are in simplified characters.
    """

    def __init__(self) -> None:
        self._lines = _lines()
        self._heads: dict[str, dict[str, int]] = {}

    def cost(self, word: str) -> int | None:
        """What a word costs; None if there is no such word."""
        return self._rests(word[0]).get(word[1:])

    def is_common(self, word: str) -> bool:
        """Whether there is such a word, and it is not known from the dictionaries of regional words alone."""
        return self.cost(word) not in (None, _REGIONAL)

    def has_across(self, text: str, bound: int) -> bool:
        """Whether a word lies over a bound within a text."""
        known = self._heads.get
        for first in range(bound - 1, max(-1, bound - LONGEST), -1):
            head = text[first]
            rests = known(head)
            if rests is None:
                rests = self._rests(head)
            if len(rests) > 1:
                begun = first + 1
                for last in range(bound + 1, min(len(text), first + LONGEST) + 1):
                    if text[begun:last] in rests:
                        return True
        return False

    def words_in(self, clause: str) -> list[tuple[int, int, int]]:
        """``(start, end, cost)`` of all words of a clause, single characters among them, those that begin last first.

        Args:
            clause: in simplified characters.
        """
        found: list[tuple[int, int, int]] = []
        length = len(clause)
        for start in range(length - 1, -1, -1):
            rests = self._rests(clause[start])
            found.append((start, start + 1, rests.get("", _UNKNOWN)))
            if len(rests) > 1:
                for end in range(start + 2, min(start + LONGEST, length) + 1):
                    cost = rests.get(clause[start + 1 : end])
                    if cost is not None:
                        found.append((start, end, cost))
        return found

    def _rests(self, head: str) -> dict[str, int]:
        rests = self._heads.get(head)
        if rests is None:
            rests = {word[:-1]: ord(word[-1]) - 48 for word in self._lines.get(head, "").split(" ") if word}
            self._heads[head] = rests
        return rests


@cache
def _lines() -> dict[str, str]:
    # Bytes are read in half the time that text is.
    lines = resource("data", "word_costs.txt").read_bytes().decode("utf-8").split("\n")
    return {line[0]: line[2:] for line in lines if line}
