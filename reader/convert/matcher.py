"""Finds the words of a dictionary in a text: from left to right, at each place the longest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ahocorasick_rs

#: Code points from which the automaton is worth building: it finds ten times as fast, and takes up to 0.1 s to build.
LONG = 20_000

#: Words up to which the automaton is a table of all its states.
_FEW = 600

#: ``(start, end)`` of a word in the text that was searched, in code points.
Place = tuple[int, int]

#: ``(number, start, end)`` of one that is known by its number in the order in which the words were given.
Numbered = tuple[int, int, int]


class Matcher:
    """Where words stand in a text. What it finds is in order and does not overlap.

    Two ways lead to the same places: look-ups in Python, which are ready at once and serve paragraphs, and an
    automaton, built when the first long text comes (docs/decisions/0006-no-conversion-cache.md), and used for all
    texts from then on. Safe to use from several threads.
    """

    def __init__(self, words: Collection[str]) -> None:
        """Of words that are not empty, each once."""
        self._words = words if isinstance(words, Mapping) else dict.fromkeys(words)
        #: The words that begin with a character, until that is first met in a text: most never are.
        self._groups: dict[str, list[str]] = {}
        for first, group in groupby(self._words, itemgetter(0)):
            self._groups.setdefault(first, []).extend(group)
        self._taken: set[str] = set()
        self._has_single = 1 in set(map(len, self._words))
        #: The lengths of the words that begin with two characters, the longest first.
        self._heads: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._words)

    def find(self, text: str) -> list[Place]:
        """The places of words in a text."""
        if not self._words:
            return []
        numbered = self.find_numbered(text)
        if numbered is None:
            return list(self._scan(text, 0, None))
        return [(start, end) for _, start, end in numbered]

    def prepare(self) -> None:
        """Build the automaton now, for many short texts to come."""
        _ = self._automaton

    def find_numbered(self, text: str) -> list[Numbered] | None:
        """The places of words in a text, with their numbers; a long search lets other threads go on.

        None where they have to be looked up: the text is short and there is no automaton yet, or it has a lone
        surrogate, which Rust's strings cannot hold.
        """
        if len(text) < LONG and "_automaton" not in self.__dict__:
            return None
        try:
            return self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            return None

    def beginning_with(self, first: str) -> list[str]:
        """The words that begin with a character."""
        return self._groups.get(first, [])

    def find_within(self, text: str, start: int, stop: int) -> list[Place]:
        """The places of words that begin in ``text[start:stop]``."""
        return list(self._scan(text, start, None, stop))

    def find_allowed(
        self,
        text: str,
        is_allowed: Callable[[int, int], bool],
        places: list[Place] | None = None,
        asked: Iterable[int] | None = None,
    ) -> list[Place]:
        """The places of words in a text that are allowed; where one is not, shorter and later words get their chance.

        Args:
            text: what to search.
            is_allowed: asked about each place ``(start, end)`` where a word stands; always gives the same answer.
            places: what ``find`` gives for the text, if it is known.
            asked: the indexes, ascending, of those of them that are worth asking about; None for all.
        """
        if places is None:
            places = self.find(text)
        if asked is None:
            asked = range(len(places))
        found: list[Place] = []
        done = ahead = 0
        for index in [index for index in asked if not is_allowed(*places[index])]:
            if index < done:
                continue
            found += places[done:index]
            # What the refused word hid; and what a word found so, longer than it, uncovers in the next ones.
            done = index
            while done < len(places) and (done == index or places[done][0] < ahead):
                start, end = places[done]
                done += 1
                if end > ahead:
                    for place in self._scan(text, max(start, ahead), is_allowed, end):
                        found.append(place)
                        ahead = place[1]
        return found + places[done:]

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        # Paragraphs need no automaton, and the first of them is waited for.
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(
            list(self._words),
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            # A few words are found twice as fast by a table that would fill half the memory with many.
            implementation=ahocorasick_rs.Implementation.DFA
            if len(self._words) < _FEW
            else ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def _take_apart(self, first: str) -> None:
        """Note the lengths of the words that begin with a character. Two threads may do so at once."""
        masks: dict[str, int] = {}
        for word in self._groups.get(first, ()):
            head = word[:2]
            masks[head] = masks.get(head, 0) | 1 << len(word)
        single = masks.get(first, 0)
        self._heads.update((head, _lengths(mask | single)) for head, mask in masks.items())
        self._taken.add(first)

    def _scan(
        self, text: str, start: int, is_allowed: Callable[[int, int], bool] | None, stop: int | None = None
    ) -> Iterator[Place]:
        """Words that start in ``text[start:stop]``."""
        heads, groups, taken, words = self._heads.get, self._groups, self._taken, self._words
        has_single = self._has_single
        last = len(text)
        stop = last if stop is None else stop
        while start < stop:
            lengths = heads(text[start : start + 2])
            if lengths is None:
                if text[start] in groups and text[start] not in taken:
                    self._take_apart(text[start])
                    lengths = heads(text[start : start + 2])
                if lengths is None and has_single:
                    lengths = heads(text[start])
            if lengths is not None:
                for length in lengths:
                    end = start + length
                    if end <= last and text[start:end] in words and (is_allowed is None or is_allowed(start, end)):
                        yield start, end
                        start = end - 1
                        break
            start += 1


@cache
def _lengths(mask: int) -> tuple[int, ...]:
    """The bits that are set, highest first."""
    return tuple(bit for bit in reversed(range(mask.bit_length())) if mask >> bit & 1)
