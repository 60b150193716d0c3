"""Counts the words of some lists in a document, by chapter, and which stand together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from reader.model.document import Document
from reader.model.keyword_list import KeywordList
from reader.model.outline import Outline
from reader.model.position import Span
from reader.model.report import PLOT_PARTS, Report, ReportPlace, Together, WordReport
from reader.search.excerpt import excerpt_of
from reader.search.list_matcher import ListMatcher
from reader.search.matcher import Match
from reader.search.sweep import Swept, sweep

#: Excerpts of one word, and pairs of words: what can be read.
_MOST_PLACES = 20
_MOST_PAIRS = 200


def make_report(
    document: Document, outline: Outline, lists: Sequence[KeywordList], most_places: int = _MOST_PLACES
) -> Iterator[tuple[float, Report | None]]:
    """Look for the words of lists that are on.

    Within a list, the longest of the words that begin at one place counts, as it is coloured; the lists are counted
    apart, so that a word which two of them hold counts in both.

    Args:
        document: the text.
        outline: its complete outline.
        lists: what is looked for.
        most_places: excerpts of each word.

    Yields:
        How much is done, 0 to 1, and the report with the last step only.
    """
    shown = [one for one in lists if one.is_on]
    counts = [_ListCount(document, outline, one, most_places) for one in shown]
    for number, count in enumerate(counts):
        for swept in sweep(document, count.matcher.find, count.matcher.longest):
            count.add(swept)
            yield (number + swept.scanned / max(1, document.size)) / len(counts), None
    words = [word for count in counts for word in count.words()]
    chapters = ("", *(heading.text.strip() for heading in outline.headings))
    yield 1.0, Report(document.title, len(outline.starts), chapters, tuple(words), tuple(_together(counts)))


class _ListCount:
    """What is found of one list."""

    def __init__(self, document: Document, outline: Outline, words: KeywordList, most_places: int) -> None:
        self.matcher = ListMatcher([words]).patient()
        self.held: dict[int, set[str]] = defaultdict(set)
        self._size = max(1, document.size)
        self._outline = outline
        self._most = most_places
        number = len(self.matcher.entries)
        self._counts = [0] * number
        self._by_chapter = [[0] * (len(outline.headings) + 1) for _ in range(number)]
        self._plots = [[0] * PLOT_PARTS for _ in range(number)]
        self._places: list[list[ReportPlace]] = [[] for _ in range(number)]
        self._last: list[ReportPlace | None] = [None] * number

    def add(self, swept: Swept[Match]) -> None:
        """Count what one step found."""
        last: dict[int, tuple[Match, int, int]] = {}
        for match, address in zip(swept.items, swept.starts, strict=True):
            word = match.word
            paragraph = self._outline.paragraph_at(address) or 0
            heading = self._outline.heading_at(address)
            self._counts[word] += 1
            self._by_chapter[word][0 if heading is None else heading + 1] += 1
            self._plots[word][min(PLOT_PARTS - 1, address * PLOT_PARTS // self._size)] += 1
            self.held[paragraph].add(self.matcher.entries[word].keyword.text)
            if len(self._places[word]) < self._most:
                self._places[word].append(_place(swept.text, match, address, paragraph))
            last[word] = (match, address, paragraph)
        for word, (match, address, paragraph) in last.items():
            self._last[word] = _place(swept.text, match, address, paragraph)

    def words(self) -> Iterator[WordReport]:
        """A report on each word that is on."""
        for word, entry in enumerate(self.matcher.entries):
            if entry.keyword.is_on:
                places = tuple(self._places[word])
                yield WordReport(
                    entry.list.name,
                    entry.keyword.text,
                    self._counts[word],
                    tuple(self._by_chapter[word]),
                    places[0] if places else None,
                    self._last[word],
                    places,
                    tuple(self._plots[word]),
                )


def _place(text: str, match: Match, address: int, paragraph: int) -> ReportPlace:
    excerpt = excerpt_of(text, match.start, match.end)
    shift = 1 if excerpt.is_cut_before else 0
    place = Span(excerpt.match.start + shift, excerpt.match.end + shift)
    return ReportPlace(address, paragraph, str(excerpt), place)


def _together(counts: Sequence[_ListCount]) -> Iterator[Together]:
    """Words of two lists in one paragraph."""
    pairs: Counter[tuple[str, str]] = Counter()
    for one, other in combinations(counts, 2):
        for paragraph in one.held.keys() & other.held.keys():
            pairs.update(pair for pair in product(one.held[paragraph], other.held[paragraph]) if pair[0] != pair[1])
    for (first, second), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:_MOST_PAIRS]:
        yield Together(first, second, count)
