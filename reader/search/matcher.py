"""Finds several words at once, in whatever script they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reader.search.fold import fold

#: From so many words on an automaton is faster than a regular expression, whose time grows with their number: over
#: 10 MB, 100 words take 50 ms or 71, 1,000 take 3.3 s or 0.13 (``tests/benchmarks/search.py``).
_MANY = 100
#: Characters that an automaton looks at in one call, in which no other thread of Python runs: some milliseconds' work.
_PIECE = 1 << 14


class Match(NamedTuple):
    """Where a word was found: code points ``[start, end)``, and the word's index."""

    start: int
    end: int
    word: int


class Matcher:
    """Finds words by their folded keys: leftmost first, the longest of those that begin at one place.

    Of words with one key the first is found, so that what stands higher in a list wins.

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
        self.longest = max(map(len, self._words), default=0)

    @cached_property
    def _engine(self) -> _Automaton | _Expression:
        return _Automaton(self._words) if len(self._words) >= _MANY else _Expression(self._words)

    def get_ready(self) -> None:
        """Do what else the first search would do. With 10,000 words no other thread of Python runs for some 15 ms."""
        self.find_folded("")

    def find(self, text: str) -> list[Match]:
        """All matches in ``text``, ascending; no two share a character."""
        return list(self._engine.find(fold(text))) if self._words else []

    def find_folded(self, key: str) -> list[Match]:
        """All matches in a text that is folded already."""
        return list(self._engine.find(key)) if self._words else []


def resolve(matches: Iterable[Match]) -> list[Match]:
    """The matches that are shown where several share a character, ascending.

    The one that begins first wins; of those that begin at one place the longest; of those the first word.
    """
    found: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end, match.word)):
        if not found or match.start >= found[-1].end:
            found.append(match)
    return found


class _Expression:
    """A few words as one regular expression."""

    def __init__(self, words: dict[str, int]) -> None:
        self._words = words
        self._find = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))).finditer

    def find(self, key: str) -> Iterator[Match]:
        words = self._words
        return (Match(found.start(), found.end(), words[found[0]]) for found in self._find(key))


class _Automaton:
    """Many words as an automaton of Aho and Corasick."""

    def __init__(self, words: dict[str, int]) -> None:
        # The program starts without it: few readers have hundreds of words.
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        self._numbers = list(words.values())
        self._find = AhoCorasick(
            words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        ).find_matches_as_indexes
        self._is_cut = not any("\n" in word for word in words)

    def find(self, key: str) -> Iterator[Match]:
        numbers = self._numbers
        for first, piece in _pieces(key) if self._is_cut else ((0, key),):
            for word, start, end in self._find(piece):
                yield Match(first + start, first + end, numbers[word])


def _pieces(key: str) -> Iterator[tuple[int, str]]:
    """A text in pieces that end where lines do, and what stands before each."""
    start = 0
    while len(key) - start > _PIECE:
        end = key.rfind("\n", start, start + _PIECE) + 1 or key.find("\n", start + _PIECE) + 1
        if not end:
            break
        yield start, key[start:end]
        start = end
    yield start, key[start:]
