"""Answers a query in one stretch of text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, Protocol

from reader.model.position import Span
from reader.model.query import Query, Tier
from reader.search.fold import fold
from reader.search.matcher import Matcher
from reader.search.pattern_finder import PatternFinder
from reader.search.query_language import Near, parse_query
from reader.search.readings import ConvertClause, Readings
from reader.search.regional import regional_forms
from reader.search.script_forms import level
from reader.search.word_bounds import is_whole

_LINE_BREAK = re.compile(r"[\n\r]")


class Found(NamedTuple):
    """A match: code points ``[start, end)`` of a text, and how it is written."""

    start: int
    end: int
    tier: Tier


class Finder(Protocol):
    """Looks for what a query asks.

    Attributes:
        reach: code points of the longest match that is also found across the cut of a very long line.
    """

    reach: int

    def find(self, text: str) -> list[Found]:
        """The matches in a text of any number of lines, ascending; no two share a character.

        Raises:
            SlowPattern: a regular expression took too long.
        """


def finder_of(query: Query, convert: ConvertClause | None = None) -> Finder:
    """A finder of what a query asks.

    Args:
        query: the question.
        convert: writes a Simplified clause in Traditional characters, for words of several readings.

    Raises:
        BadPattern: the query is no regular expression.
    """
    return _PatternQuery(query) if query.is_pattern else _TermQuery(query, convert)


class _PatternQuery:
    """A regular expression; all that it matches is as asked."""

    reach = 0

    def __init__(self, query: Query) -> None:
        self._query = query
        self._pattern = PatternFinder(query.text)

    def find(self, text: str) -> list[Found]:
        if Tier.EXACT not in self._query.tiers:
            return []
        found = self._pattern.find(text)
        if self._query.is_whole_word:
            found = (span for span in found if is_whole(text, span))
        return [Found(span.start, span.end, Tier.EXACT) for span in found]


class _TermQuery:
    """Words, phrases and pairs that have to stand in one line, and words that may not stand there."""

    def __init__(self, query: Query, convert: ConvertClause | None) -> None:
        terms = parse_query(query.text)
        self._wanted = [
            _PairFinder(term, query, convert) if isinstance(term, Near) else _WordFinder(term, query, convert)
            for term in terms.wanted
        ]
        self._excluded = [_WordFinder(term, query, convert) for term in terms.excluded]
        self.reach = max((finder.reach for finder in self._wanted), default=0)

    def find(self, text: str) -> list[Found]:
        if not self._wanted:
            return []
        key = fold(text)
        found = []
        for finder in self._wanted:
            found.append(finder.find(text, key))
            if not found[-1]:
                return []
        if len(found) == 1 and not self._excluded:
            return found[0]
        lines = [match.start() for match in _LINE_BREAK.finditer(text)]
        held = [{bisect_right(lines, match.start) for match in matches} for matches in found]
        allowed = set.intersection(*held)
        for finder in self._excluded:
            allowed -= {bisect_right(lines, match.start) for match in finder.find(text, key)}
        return apart(match for matches in found for match in matches if bisect_right(lines, match.start) in allowed)


class _WordFinder:
    """One word or phrase, with what other regions call it."""

    def __init__(self, word: str, query: Query, convert: ConvertClause | None) -> None:
        self._word = word
        self._level = level(word)
        self._tiers = query.tiers
        self._is_whole_word = query.is_whole_word
        self._readings = Readings(word, query.script, convert)
        regional = regional_forms(word) if Tier.REGIONAL in query.tiers else []
        self._matcher = Matcher([word, *regional])
        self.reach = self._matcher.longest

    def find(self, text: str, key: str) -> list[Found]:
        """The matches in a text, whose fold is given."""
        found = []
        for start, end, form in self._matcher.find_folded(key):
            tier = self._tier(text, start, end) if form == 0 else Tier.REGIONAL
            if tier in self._tiers and not (self._is_whole_word and not is_whole(text, Span(start, end))):
                found.append(Found(start, end, tier))
        return found

    def _tier(self, text: str, start: int, end: int) -> Tier:
        written = text[start:end]
        is_exact = written == self._word
        if not self._readings.holds(text, start, end, is_exact):
            return Tier.READING
        if is_exact:
            return Tier.EXACT
        return Tier.VARIANT if level(written) == self._level else Tier.SCRIPT


class _PairFinder:
    """Two words near each other: what is found reaches from the one to the other, as near as the farther of both."""

    def __init__(self, pair: Near, query: Query, convert: ConvertClause | None) -> None:
        self._one = _WordFinder(pair.one, query, convert)
        self._other = _WordFinder(pair.other, query, convert)
        self._distance = pair.distance
        self.reach = self._one.reach + pair.distance + self._other.reach

    def find(self, text: str, key: str) -> list[Found]:
        """The pairs in a text, whose fold is given; each the nearest, none across a line's end."""
        sides = [(match, side) for side in (0, 1) for match in (self._one, self._other)[side].find(text, key)]
        sides.sort()
        found = []
        for (first, side), (second, other) in pairwise(sides):
            gap = second.start - first.end
            if side != other and 0 <= gap <= self._distance and not _LINE_BREAK.search(text, first.end, second.start):
                found.append(Found(first.start, second.end, max(first.tier, second.tier)))
        return apart(found)


def apart(matches: Iterable[Found]) -> list[Found]:
    """Of matches that share characters, those that begin first, and the longest of these."""

    def steps() -> Iterator[Found]:
        end = 0
        for match in sorted(matches, key=lambda match: (match.start, -match.end)):
            if match.start >= end:
                end = match.end
                yield match

    return list(steps())
