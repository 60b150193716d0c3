"""How rare the words of Chinese are, and where they begin and end in a clause."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from reader.convert.word_pairs import PAIRS, pair_table
from reader.resources import resource

#: The longest word there is.
LONGEST = 5

#: What the bits of a pair are that is no word, but stands in longer ones.
_LONGER = 2

#: What a character costs that begins no word.
_UNKNOWN = 90

#: What a regional word costs that is no common word as well (``build_word_costs.py``), and what a name of the document
#: does: as if seen 60 times in 60 million words.
REGIONAL, NAMED = 67, 55


class Lexicon:
    """Words with what they cost: four times the natural logarithm of how seldom they are.

    What stands in the file is read at once and taken apart as its first characters are asked for, which keeps 150,000
    words in 2 MB. Safe to use from several threads. The words are in simplified characters.
    """

    def __init__(self) -> None:
        self._lines = _lines()
        self._pairs = pair_table()
        #: By first and second character of words, the rest of each and its cost; by first alone, its own cost.
        self._heads: dict[str, dict[str, dict[str, int]]] = {}
        self._alone: dict[str, int] = {}
        #: The parts of words, each held once.
        self._shared: dict[str, str] = {}

    def cost(self, word: str) -> int | None:
        """What a word costs; None if there is no such word."""
        seconds = self._seconds(word[0])
        return seconds.get(word[1], {}).get(word[2:]) if len(word) > 1 else self._alone.get(word)

    def is_common(self, word: str) -> bool:
        """Whether there is such a word, and it is not known from the dictionaries of regional words alone."""
        return self.cost(word) not in (None, REGIONAL)

    def may_cross(self, pairs: Set[str]) -> Set[str]:
        """Those of some pairs of characters that stand beside each other in words, and some few others."""
        return {pair for pair in pairs if len(pair) > 1 and self._bits(pair[0], pair[1])}

    def has_across(self, text: str, bound: int) -> bool:
        """Whether a word lies over a bound within a text; now and then also where none does."""
        bits = self._bits(text[bound - 1], text[bound])
        if bits != _LONGER:
            return bits > 0
        known = self._heads.get
        for first in range(bound - 1, max(-1, bound - LONGEST), -1):
            seconds = known(text[first])
            if seconds is None:
                seconds = self._seconds(text[first])
            begun = first + 2
            rests = seconds.get(text[begun - 1])
            if rests:
                for last in range(max(bound + 1, begun), min(len(text), first + LONGEST) + 1):
                    if text[begun:last] in rests:
                        return True
        return False

    def cheapest(self, clause: str) -> tuple[list[int], list[int]]:
        """What the rest of a clause costs from each offset on, and where the word ends that begins there.

        Args:
            clause: in simplified characters.
        """
        length = len(clause)
        best, ends = [0] * (length + 1), [0] * length
        heads, alone = self._heads, self._alone
        second = ""
        for start in range(length - 1, -1, -1):
            first = clause[start]
            seconds = heads.get(first)
            if seconds is None:
                seconds = self._seconds(first)
            end = start + 1
            least = alone.get(first, _UNKNOWN) + best[end]
            rests = seconds.get(second)
            if rests:
                begun = start + 2
                for last in range(begun, min(start + LONGEST, length) + 1):
                    cost = rests.get(clause[begun:last])
                    if cost is not None and cost + best[last] < least:
                        least, end = cost + best[last], last
            best[start], ends[start] = least, end
            second = first
        return best, ends

    def words_in(self, clause: str) -> list[tuple[int, int, int]]:
        """``(start, end, cost)`` of all words of a clause, single characters among them, those that begin last first.

        Args:
            clause: in simplified characters.
        """
        found: list[tuple[int, int, int]] = []
        length = len(clause)
        second = ""
        for start in range(length - 1, -1, -1):
            first = clause[start]
            seconds = self._heads.get(first)
            if seconds is None:
                seconds = self._seconds(first)
            found.append((start, start + 1, self._alone.get(first, _UNKNOWN)))
            rests = seconds.get(second)
            if rests:
                for end in range(start + 2, min(start + LONGEST, length) + 1):
                    cost = rests.get(clause[start + 2 : end])
                    if cost is not None:
                        found.append((start, end, cost))
            second = first
        return found

    def _bits(self, one: str, other: str) -> int:
        place = ((ord(one) * 31 + ord(other) * 1009) & (PAIRS - 1)) << 1  # pair_number, twice as fast
        return self._pairs[place >> 3] >> (place & 7) & 3

    def _seconds(self, head: str) -> dict[str, dict[str, int]]:
        """The words of two characters and more that begin with one, taken apart when it is first asked for."""
        seconds = self._heads.get(head)
        if seconds is None:
            seconds = {}
            shared = self._shared.setdefault
            for word in self._lines.get(head, "").split(" "):
                if len(word) > 1:
                    second, rest = word[0], word[1:-1]
                    seconds.setdefault(shared(second, second), {})[shared(rest, rest)] = ord(word[-1]) - 48
                elif word:
                    self._alone[head] = ord(word) - 48
            # Most begin no longer word, and need no table of their own.
            self._heads[head] = seconds = {
                second: _alone(rests[""]) if len(rests) == 1 and "" in rests else rests
                for second, rests in seconds.items()
            }
        return seconds


@cache
def _alone(cost: int) -> dict[str, int]:
    """What follows two characters that are a word and begin no longer one."""
    return {"": cost}


@cache
def _lines() -> dict[str, str]:
    # Bytes are read in half the time that text is.
    lines = resource("data", "word_costs.txt").read_bytes().decode("utf-8").split("\n")
    return {line[0]: line[2:] for line in lines if line}
