"""What the command line prints: matches, keywords and reports as plain values."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model.document import Document
from reader.model.keyword_list import Keyword, KeywordList
from reader.model.outline import Outline
from reader.model.query import Query
from reader.model.report import Report
from reader.search.excerpt import excerpt_of
from reader.search.finder import Finder, Found, apart, finder_of
from reader.search.keywords import Suggestion, suggest_in_document
from reader.search.readings import ConvertClause
from reader.search.report import make_report
from reader.search.sweep import sweep


@dataclass(frozen=True, slots=True)
class MatchRecord:
    """One match, as ``jianfan search --json`` prints it.

    Attributes:
        block: number of the paragraph, from 0, as the outline counts them.
        start: code points of the paragraph's source before the match.
        end: code points before its end.
        text: the match as the source writes it.
        tier: ``exact``, ``variant``, ``script``, ``regional`` or ``reading``.
        excerpt: what stands around it, with dots where it was cut.
    """

    block: int
    start: int
    end: int
    text: str
    tier: str
    excerpt: str


def search_document(
    document: Document, outline: Outline, queries: Sequence[Query], convert: ConvertClause | None = None
) -> Iterator[MatchRecord]:
    """The matches of any of several queries, in document order, each as soon as it is found.

    Of matches that share characters only the first and longest is given.

    Args:
        document: the text.
        outline: its complete outline.
        queries: what is looked for.
        convert: writes a Simplified clause in Traditional characters.

    Raises:
        BadPattern: a query is no regular expression.
        SlowPattern: a regular expression took too long.
    """
    finder = _AnyOf([finder_of(query, convert) for query in queries])
    offsets = _Offsets(document)
    for swept in sweep(document, finder.find, finder.reach):
        for found, address in zip(swept.items, swept.starts, strict=True):
            text = swept.text[found.start : found.end]
            start = offsets.of(address)
            yield MatchRecord(
                outline.paragraph_at(address) or 0,
                start,
                start + len(text),
                text,
                found.tier.word,
                str(excerpt_of(swept.text, found.start, found.end)),
            )


def keywords_of(document: Document, most: int = 10) -> list[Suggestion]:
    """The keywords of a whole document, the best first."""
    steps = deque(suggest_in_document(document, most), maxlen=1)
    return steps[0][1] if steps else []


def report_on(document: Document, outline: Outline, lists: Sequence[KeywordList]) -> Report:
    """The report on a document, all at once."""
    *_, (_, report) = make_report(document, outline, lists)
    assert report is not None
    return report


def list_of_words(words: Sequence[str]) -> KeywordList:
    """A list without a name, of words as they come from a command line."""
    return KeywordList("", tuple(Keyword(word) for word in dict.fromkeys(words) if word.strip()))


class _AnyOf:
    """Several finders as one."""

    def __init__(self, finders: Sequence[Finder]) -> None:
        self._finders = finders
        self.reach = max((finder.reach for finder in finders), default=0)

    def find(self, text: str) -> list[Found]:
        if len(self._finders) == 1:
            return self._finders[0].find(text)
        return apart(found for finder in self._finders for found in finder.find(text))


class _Offsets:
    """Counts the code points of a paragraph, whose text a document may give in pieces. Asked in ascending order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._piece = -1
        self._before = 0

    def of(self, address: int) -> int:
        """The code points of its paragraph before an address."""
        place = self._document.position_of(address)
        if place.block != self._piece:
            self._before = self._count_before(place.block)
            self._piece = place.block
        return self._before + place.offset

    def _count_before(self, start: int) -> int:
        """The code points of the pieces before one, as far back as the last that was counted."""
        block = self._document.block_at(start)
        count = 0
        while not block.is_first:
            before = self._document.block_before(block)
            if before is None:
                break
            block = before
            count += len(block.text)
            if block.start == self._piece:
                return count + self._before
        return count
