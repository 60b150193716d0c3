"""Where the words of a segmentation stand in a text, and what each of them becomes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import compress

from reader.convert.alignment import Alignment
from reader.convert.deciding import Deciding
from reader.convert.dictionaries import Table
from reader.convert.fold import simplified
from reader.convert.matcher import LONG, Matcher, Numbered, Place
from reader.convert.passes import Found, Pass
from reader.convert.ruling import Ruling, Settled

#: Kinds of words: those that decide what becomes of a character in them, and those that hold regional words.
_DECISIVE, _REGIONAL = re.compile(b"d"), re.compile(b"r")


class Words(dict[str, str]):
    """What the words of a segmentation become, each found when it is first asked for.

    Attributes:
        passes_between: what the stretches between them go through.
    """

    def __init__(self, segmentation: Table | None, chain: list[Pass]) -> None:
        super().__init__()
        self._chain = chain
        self._plain_chain = [step.without_regional if step.regional else step for step in chain]
        #: What becomes of a word while its regional words are refused, if that is something else.
        self._plain: dict[str, str] = {}
        #: Where in such a word its regional words stand, and what they become.
        self._regional: dict[str, list[Found]] = {}
        #: Words that decide what becomes of a character in them.
        self._decisive: set[str] = set()
        #: Those, and single characters that stand as words.
        self._telling: set[str] = set()
        self.passes_between = chain
        first = chain[0]
        # Where a single pass is all there is, its words may as well part the text.
        is_whole = segmentation is None and len(chain) == 1
        entries = segmentation.entries if segmentation else {}
        if is_whole or first.words is entries or first.words.keys() == entries.keys():
            # Where the words of the first pass were taken out, it has none left to look for.
            self.passes_between = [first.only_characters(), *chain[1:]]
            self._matcher = first.matcher
        else:
            self._matcher = Matcher(entries)
        #: The characters beside each other in regional words of later passes, in simplified ones.
        self._pairs = {pair for step in chain[1:] for word in step.regional for pair in _pairs(simplified(word))}
        self._deciding = Deciding(first) if self._matcher is first.matcher else None

    def __missing__(self, word: str) -> str:
        result = plain = word
        for step in self._chain:
            result = step.convert(result)
        for step in self._plain_chain:
            plain = step.convert(plain)
        if plain != self._by_characters(word):
            self._telling.add(word)
            if len(word) > 1:
                self._decisive.add(word)
        if plain != result:
            self._regional[word] = list(self._regional_in(word))
            self._plain[word] = plain
        self[word] = result
        return result

    def search(self, text: str) -> list[Numbered] | None:
        """The first step to find words; None where words of this text are looked up one by one instead."""
        return self._matcher.find_numbered(text)

    def find_deciding(self, text: str, numbered: list[Numbered] | None, ruling: Ruling | None) -> list[Found]:
        """What ``find`` gives; where all depends on one pass, no more of it than decides something.

        Args:
            text: what to search.
            numbered: what ``search`` gives for it.
            ruling: what was ruled about it; None if everything is as OpenCC has it.
        """
        if self._deciding is None or len(self._chain) > 1 or numbered is None or len(text) < LONG:
            return self.find(text, ruling, numbered=numbered)
        if ruling is not None:
            return self.find(text, ruling, self._telling, numbered)
        results = self._deciding.results
        return [(start, end, result) for number, start, end in numbered if (result := results[number]) is not None]

    def _by_characters(self, word: str) -> str:
        """What the characters of a word become on their own."""
        for step in self._chain:
            word = step.characters.replace(word)
        return word

    def _regional_in(self, word: str) -> Iterator[Found]:
        alignment = Alignment.identity(len(word))
        for step in self._chain:
            for start, end, result in step.find(word):
                if word[start:end] in step.regional:
                    yield alignment.to_source(start), alignment.to_source(end), result
            word, following = step.convert_aligned(word)
            alignment = alignment.then(following)

    def find(
        self,
        text: str,
        ruling: Ruling | None,
        wanted: Set[str] | None = None,
        numbered: list[Numbered] | None = None,
    ) -> list[Found]:
        """The words of the segmentation in a text and the places that are settled, and what each becomes.

        Args:
            text: what to search.
            ruling: what was ruled about it; None if everything is as OpenCC has it.
            wanted: which words are told; None for all.
            numbered: what ``search`` gives for the text, if that is known.
        """
        if numbered is None:
            numbered = self.search(text)
        places = self._matcher.find(text) if numbered is None else [(start, end) for _, start, end in numbered]
        if ruling is None:
            return [(start, end, self[text[start:end]]) for start, end in places]
        settled = ruling.settled
        deciding = self._deciding
        covered = {offset for place in settled for offset in range(place.start, place.end)}
        regional, decisive = self._regional, self._decisive

        def is_allowed(start: int, end: int) -> bool:
            if not covered.isdisjoint(range(start, end)):
                return False
            word = text[start:end]
            self[word]
            is_asked = word in decisive or (
                end - start > 1
                and ((deciding is not None and deciding.goes_on(text, end)) or self._cuts_regional(text, start, end))
            )
            if is_asked and ruling.tears(start, end):
                return False
            if word not in regional:
                return True
            return all(ruling.stands(start + first, start + last) for first, last, _ in regional[word])

        allowed = self._matcher.find_allowed(text, is_allowed, places, self._doubtful(text, places, numbered, ruling))
        if wanted is None:
            found = [(start, end, self[text[start:end]]) for start, end in allowed]
        else:
            found = [(start, end, self[word]) for start, end in allowed if (word := text[start:end]) in wanted]
        if regional:
            found = [
                place if text[place[0] : place[1]] not in regional else self._ruled(text, place, ruling)
                for place in found
            ]
        if settled:
            found += [(place.start, place.end, self._of_region(place)) for place in settled]
            found.sort()
        if not ruling.preferred:
            return found
        taken = [start for start, _, _ in found]
        for place in ruling.preferred:
            index = bisect_right(taken, place.end - 1) - 1
            if index < 0 or found[index][1] <= place.start:
                found.append((place.start, place.end, place.result))
        found.sort()
        return found

    def _doubtful(self, text: str, places: list[Place], numbered: list[Numbered] | None, ruling: Ruling) -> list[int]:
        """The indexes, ascending, of those of the places of words in a text that may have to be refused."""
        if numbered is None:
            kinds = bytes([self._kind(text[start:end]) for start, end in places])
        else:
            numbers = [number for number, _, _ in numbered]
            kinds = bytes(map(self._kinds.__getitem__, numbers))
            if 0 in kinds:
                for number, (start, end) in zip(numbers, places, strict=True):
                    self._kinds[number] = self._kinds[number] or self._kind(text[start:end])
                kinds = bytes(map(self._kinds.__getitem__, numbers))
        found = {place.start() for place in _DECISIVE.finditer(kinds)}
        regional = {place.start() for place in _REGIONAL.finditer(kinds)}
        heads = [text[end - 1 : end + 1] for _, end in places]
        if self._deciding is not None:
            found.update(self._deciding.going_on(heads))
        pairs = self._pairs
        if pairs:
            found.update(
                index
                for index, (start, _) in enumerate(places)
                if heads[index] in pairs or text[start - 1 : start + 1] in pairs
            )
        asked = [*found]
        crossed = ruling.crossed([places[index] for index in asked])
        regional.update(compress(asked, crossed), _overlapping(places, ruling.settled))
        return sorted(regional)

    def _kind(self, word: str) -> int:
        self[word]
        return ord(b"r" if word in self._regional else b"d" if word in self._decisive else b"p")

    @cached_property
    def _kinds(self) -> bytearray:
        """The kind of each word by its number, 0 until it is met."""
        return bytearray(len(self._matcher))

    def _ruled(self, text: str, place: Found, ruling: Ruling) -> Found:
        """A word that holds regional ones, with these changed if all of them are allowed."""
        start, end, _ = place
        word = text[start:end]
        if all(ruling.allows(start + first, start + last, to) for first, last, to in self._regional[word]):
            return place
        return start, end, self._plain[word]

    def _cuts_regional(self, text: str, start: int, end: int) -> bool:
        """Whether a regional word may lie across a bound of a place: 盘里 cuts 硬盘, so that it is not found."""
        pairs = self._pairs
        return text[start - 1 : start + 1] in pairs or text[end - 1 : end + 1] in pairs

    def settled(self, ruling: Ruling) -> dict[tuple[int, int], Settled]:
        """The places that are settled, with what is shown for them."""
        return {
            (place.start, place.end): replace(place, result=self._of_region(place))
            for place in (*ruling.preferred, *ruling.settled)
        }

    def _of_region(self, place: Settled) -> str:
        """What is shown for a place that is settled."""
        result = place.result
        if place.is_standard:
            for step in self._plain_chain[1:]:
                result = step.convert(result)
        return result

    def steps(self, word: str, result: str) -> list[Pass]:
        """The passes that lead from a word to what it has become."""
        return self._plain_chain if self._plain.get(word) == result else self._chain


def _pairs(word: str) -> Iterator[str]:
    """The characters beside each other in a word."""
    return (word[index : index + 2] for index in range(len(word) - 1))


def _overlapping(places: list[Place], settled: Sequence[Settled]) -> Iterator[int]:
    """The indexes of places that share characters with settled ones."""
    starts = [start for start, _ in places] if settled else []
    for place in settled:
        index = bisect_right(starts, place.end - 1) - 1
        while index >= 0 and places[index][1] > place.start:
            yield index
            index -= 1
