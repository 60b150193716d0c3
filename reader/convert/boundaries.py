"""Whether a word of a dictionary stands where the words of its clause begin and end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from reader.convert.lexicon import NAMED, REGIONAL, Lexicon

#: The longest word that is looked for across a bound.
_LONGEST_ACROSS = 4


#: By how much a reading may be cheaper without being clearly the likelier one: 1 nat.
_HARDLY = 4

#: What numbers are made of, which part as well from what they count: 二十|只船 and 两|碗面, though 两碗 is a word.
_NUMERALS = frozenset("一二三四五六七八九十百千万两几数第余")

#: Characters from which a word of a dictionary is taken for a word, known or not: 格里高利历 is none of the lexicon's.
_LONG = 3

#: More than any clause costs.
_NEVER = 1 << 30

#: By how much a longer word has to be cheaper than its parts to be a name of its own (布尔什维克): 12 nats.
_ONE_WORD = 50


class Boundaries:
    """The bounds of words in a clause: those of the words that are likeliest together."""

    def __init__(self, lexicon: Lexicon, clause: str, names: frozenset[str]) -> None:
        """Of a clause.

        Args:
            lexicon: what words there are.
            clause: in simplified characters.
            names: words that the document is known to have besides.
        """
        self._lexicon = lexicon
        self._clause = clause
        self._named = _named(clause, names) if names else []
        self._behind, ends = lexicon.cheapest(clause)
        if self._named:
            # Names count for where words begin and end, but make no reading likelier.
            words = sorted([*self._words, *self._named], key=itemgetter(0), reverse=True)
            ends = _cheapest(words, len(clause))[1]
        self._bounds = [0]
        while self._bounds[-1] < len(clause):
            self._bounds.append(ends[self._bounds[-1]])

    # What only some clauses are asked for is found when they are.

    @cached_property
    def _words(self) -> list[tuple[int, int, int]]:
        return self._lexicon.words_in(self._clause)

    @cached_property
    def _costs(self) -> dict[tuple[int, int], int]:
        return {(start, end): cost for start, end, cost in self._words}

    @cached_property
    def _places(self) -> Set[tuple[int, int]]:
        return self._costs.keys() | {(start, end) for start, end, _ in self._named}

    @cached_property
    def _before(self) -> list[int]:
        return _cheapest_before(self._words, len(self._clause))

    def stands(self, start: int, end: int) -> bool:
        """Whether a word of the clause begins at ``start`` and one ends at ``end``.

        A place inside a longer word counts, too, if it is a common word itself, what is left of the longer one can
        stand on its own, and that reading is likelier than any with a word across the place's bounds: 程序 stands in
        程序设计, but not 高清 in 高清晰度, nor 查德 in 理查德.
        """
        bounds = self._bounds
        across = self._across(start, end)
        if start in bounds and end in bounds:
            return self._is_likelier(start, end, across)
        before = max(bound for bound in bounds if bound <= start)
        after = min(bound for bound in bounds if bound >= end)
        is_inside = not any(before < bound < after for bound in bounds)
        if not is_inside:
            return not across
        if not (
            self._lexicon.is_common(self._clause[start:end])
            and self._can_stand(before, start)
            and self._can_stand(end, after)
            and self._cost(start, end) - self._cost(before, after) < _ONE_WORD
        ):
            return False
        return self._is_likelier(start, end, across)

    def tears(self, start: int, end: int) -> bool:
        """Whether one of the words of the clause lies across a bound of a place, with characters on both sides of it.

        Single characters tear nothing, and neither does a reading that is hardly likelier than the one with the place
        as a word. A word that holds the whole place is taken for its parts: 分配制度 tears 配制.
        """
        bounds = self._bounds
        if not self._named and start in bounds and end in bounds:
            return False  # the likeliest reading of all has it
        inner = self._inner_cost(start, end)
        if end - start >= _LONG:
            inner = min(inner, REGIONAL)
        before = self._inner_cost(0, start)
        if before + inner + self._behind[end] - self._behind[0] <= _HARDLY:
            return False
        index = bisect_right(bounds, start) - 1
        first, last = bounds[index], bounds[index + 1]
        if first <= start and end <= last:
            if (first, last) == (start, end):
                return False
            cost, bounds = self._parts(first, last)
            whole = self._inner_cost(first, start) + inner + self._inner_cost(end, last)
            if whole - cost <= _HARDLY:
                return False
        return any(
            first < bound < last and not _NUMERALS.issuperset(self._clause[first:bound])
            for first, last in pairwise(bounds)
            for bound in (start, end)
        )

    def _parts(self, start: int, end: int) -> tuple[int, list[int]]:
        """The likeliest words that a longer one is made of: what they cost, and their bounds."""
        best, ends = {end: 0}, {}
        for first in range(end - 1, start - 1, -1):
            best[first], ends[first] = min(
                (self._costs[first, last] + best[last], last)
                for last in range(first + 1, end + 1)
                if (first, last) in self._costs and (first, last) != (start, end)
            )
        bounds = [start]
        while bounds[-1] < end:
            bounds.append(ends[bounds[-1]])
        return best[start], bounds

    def _is_likelier(self, start: int, end: int, across: list[tuple[int, int]]) -> bool:
        if not across:
            return True
        cost = self._cost(start, end)
        return all(cost <= self._cost(first, last) for first, last in across)

    def _across(self, start: int, end: int) -> list[tuple[int, int]]:
        """The words that lie across one of the bounds of a place."""
        return [
            (first, last)
            for first, last in self._places
            if (first < start < last or first < end < last)
            and last - first <= _LONGEST_ACROSS
            and not (first <= start and last >= end)
        ]

    def _cost(self, start: int, end: int) -> int:
        """What the clause costs if there is a word at a place."""
        return self._before[start] + self._inner_cost(start, end) + self._behind[end]

    def _inner_cost(self, start: int, end: int) -> int:
        return self._lexicon.cheapest(self._clause[start:end])[0][0]

    def _can_stand(self, start: int, end: int) -> bool:
        return end - start <= 1 or (start, end) in self._places


def _cheapest(words: list[tuple[int, int, int]], length: int) -> tuple[list[int], list[int]]:
    """What the rest of a clause costs from each offset on, and where the word ends that begins there.

    Args:
        words: of the clause, those that begin last first.
        length: of the clause.
    """
    best, ends = [_NEVER] * length + [0], [0] * length
    for start, end, cost in words:
        total = cost + best[end]
        if total < best[start]:
            best[start], ends[start] = total, end
    return best, ends


def _cheapest_before(words: list[tuple[int, int, int]], length: int) -> list[int]:
    """What a clause costs up to each offset."""
    best = [0] + [_NEVER] * length
    for start, end, cost in reversed(words):
        total = best[start] + cost
        if total < best[end]:
            best[end] = total
    return best


def _named(clause: str, names: frozenset[str]) -> list[tuple[int, int, int]]:
    """The names that stand in a clause, as words of it."""
    return [
        (start, start + length, NAMED)
        for length in (2, 3)
        for start in range(len(clause) - length + 1)
        if clause[start : start + length] in names
    ]
