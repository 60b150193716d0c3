"""What stands in a stretch of the document: coloured words and hits, for the rows of the outline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reader.state.keyword_places import KeywordPlaces
from reader.state.search import Search

#: Of more coloured words than these, so many are looked at for their colours.
_SAMPLED = 256


@dataclass(frozen=True, slots=True)
class OutlineMarks:
    """What a row says of its stretch.

    Attributes:
        words: how many coloured words stand there.
        hits: how many hits of a search.
        colours: the colours of the words, the most frequent first, with their share of all that stand there, 0 to 1.
    """

    words: int = 0
    hits: int = 0
    colours: tuple[tuple[int, float], ...] = ()


#: Nothing that is coloured or looked for.
NO_MARKS = OutlineMarks()


def marks_between(places: KeywordPlaces, search: Search, start: int, end: int) -> OutlineMarks:
    """The marks of the addresses ``[start, end)``, as far as they are counted. Costs the same for any stretch."""
    numbers = places.occurrences.within(start, end)
    hits = len(search.results.between(start, end))
    if not numbers:
        return OutlineMarks(hits=hits) if hits else NO_MARKS
    sample = numbers[:: max(1, len(numbers) // _SAMPLED)]
    counted = Counter(places.index.colour(places.occurrences.word(number)) for number in sample)
    colours = tuple((colour, count / len(sample)) for colour, count in counted.most_common())
    return OutlineMarks(len(numbers), hits, colours)
