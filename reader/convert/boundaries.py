"""Whether a word of a dictionary stands where the words of its clause begin and end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from reader.convert.lexicon import Lexicon

#: The longest word that is looked for across a bound.
_LONGEST_ACROSS = 4


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
        self._names = names
        self._bounds = lexicon.bounds(clause, names)

    def stands(self, start: int, end: int) -> bool:
        """Whether a word of the clause begins at ``start`` and one ends at ``end``.

        A place inside a longer word counts, too, if it is a common word itself, what is left of the longer one can
        stand on its own, and that reading is likelier than any with a word across the place's bounds: 程序 stands in
        程序设计, but not 高清 in 高清晰度, nor 查德 in 理查德.
        """
        bounds = self._bounds
        across = list(self._across(start, end))
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

        A word that holds the whole place does not tear it; single characters tear nothing.
        """
        for bound in (start, end):
            index = bisect_left(self._bounds, bound)
            if index < len(self._bounds) and self._bounds[index] != bound and index:
                first, last = self._bounds[index - 1], self._bounds[index]
                if not (first <= start and last >= end):
                    return True
        return False

    def _is_likelier(self, start: int, end: int, across: list[tuple[int, int]]) -> bool:
        if not across:
            return True
        cost = self._cost(start, end)
        return all(cost <= self._cost(first, last) for first, last in across)

    def _across(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The words that lie across one of the bounds of a place."""
        clause = self._clause
        for bound in (start, end):
            for first in range(max(0, bound - _LONGEST_ACROSS + 1), bound):
                for last in range(bound + 1, min(len(clause), first + _LONGEST_ACROSS) + 1):
                    if not (first <= start and last >= end) and self._is_word(clause[first:last]):
                        yield first, last

    def _cost(self, start: int, end: int) -> int:
        """What the clause costs if there is a word at a place."""
        least = self._lexicon.least
        word = least(self._clause[start:end])
        return least(self._clause[:start]) + word + least(self._clause[end:])

    def _can_stand(self, start: int, end: int) -> bool:
        return end - start <= 1 or self._is_word(self._clause[start:end])

    def _is_word(self, word: str) -> bool:
        return word in self._names or self._lexicon.cost(word) is not None
