"""Where the words of some lists stand in a document, as values that can be shown and written."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.position import Span

#: How many equal parts of a document a plot has.
PLOT_PARTS = 200


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """One match with its surroundings.

    Attributes:
        address: of its first character.
        paragraph: number of its paragraph, from 0; shown as ¶ one more.
        excerpt: what stands around it, on one line, with dots where it was cut.
        match: where the match stands in the excerpt.
    """

    address: int
    paragraph: int
    excerpt: str
    match: Span


@dataclass(frozen=True, slots=True)
class WordReport:
    """What there is to say about one keyword.

    Attributes:
        list: the name of its list.
        text: the keyword as typed.
        count: how often it stands in the document.
        by_chapter: how often in each of the report's chapters.
        first: its first place; None where it has none.
        last: its last place.
        places: the first of its places, for reading.
        plot: how often it stands in each of ``PLOT_PARTS`` parts of the document.
    """

    list: str
    text: str
    count: int
    by_chapter: tuple[int, ...]
    first: ReportPlace | None
    last: ReportPlace | None
    places: tuple[ReportPlace, ...]
    plot: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Two words of different lists that stand in the same paragraphs.

    Attributes:
        one: of the upper list.
        other: of the lower list.
        paragraphs: how many paragraphs hold both.
    """

    one: str
    other: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report on one document.

    Attributes:
        title: the document's.
        paragraphs: how many it has.
        chapters: its headings in order; the first entry is what stands before them, without a name.
        words: in the order of the lists, of every keyword that is on.
        together: pairs of words of different lists, the most frequent first.
    """

    title: str
    paragraphs: int
    chapters: tuple[str, ...]
    words: tuple[WordReport, ...]
    together: tuple[Together, ...]
