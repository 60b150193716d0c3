"""Takes the words of a segmentation out of a text, and puts what stands for them back into what is left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, chain
from typing import TypeVar

from reader.convert.alignment import Alignment
from reader.convert.deciding import Deciding
from reader.convert.dictionaries import Table
from reader.convert.explanation import Piece, parted
from reader.convert.matcher import LONG, Matcher, Place
from reader.convert.passes import Found, Pass
from reader.convert.ruling import Ruling, Settled

_T = TypeVar("_T")

#: Characters that stand for the words taken out of a text: noncharacters, then private ones, one of which is free.
_MARKS = (range(0xFDD0, 0xFDF0), range(0xF0000, 0x10FFFE))


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

    def find_deciding(self, text: str, ruling: Ruling | None) -> list[Found]:
        """What ``find`` gives; where all depends on one pass, no more of it than decides something."""
        if self._deciding is None or len(self._chain) > 1 or len(text) < LONG:
            return self.find(text, ruling)
        if ruling is not None:
            return self.find(text, ruling, self._telling)
        results = self._deciding.results
        try:
            numbered = self._matcher.find_numbered(text)
        except UnicodeEncodeError:
            return self.find(text, None)
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

    def find(self, text: str, ruling: Ruling | None, wanted: Set[str] | None = None) -> list[Found]:
        """The words of the segmentation in a text and the places that are settled, and what each becomes.

        Args:
            text: what to search.
            ruling: what was ruled about it; None if everything is as OpenCC has it.
            wanted: which words are told; None for all.
        """
        if ruling is None:
            return [(start, end, self[text[start:end]]) for start, end in self._matcher.find(text)]
        settled = ruling.settled
        deciding = self._deciding
        covered = {offset for place in settled for offset in range(place.start, place.end)}
        regional, decisive = self._regional, self._decisive

        def is_allowed(start: int, end: int) -> bool:
            if not covered.isdisjoint(range(start, end)):
                return False
            word = text[start:end]
            self[word]
            is_asked = word in decisive or (deciding is not None and end - start > 1 and deciding.goes_on(text, end))
            if is_asked and ruling.tears(start, end):
                return False
            if word not in regional:
                return True
            return all(ruling.stands(start + first, start + last) for first, last, _ in regional[word])

        def suspects(places: list[Place]) -> list[int]:
            words = [text[start:end] for start, end in places]
            for word in set(words).difference(self):
                self[word]
            asked = decisive | regional.keys() if regional else decisive
            found = {index for index, word in enumerate(words) if word in asked}
            if deciding is not None:
                heads = [text[end - 1 : end + 1] for _, end in places]
                hidden = deciding.beginnings(set(heads))
                found.update(index for index, head in enumerate(heads) if head in hidden)
            return sorted(found.union(_overlapping(places, settled)))

        allowed = self._matcher.find_allowed(text, is_allowed, suspects)
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

    def _ruled(self, text: str, place: Found, ruling: Ruling) -> Found:
        """A word that holds regional ones, with these changed if all of them are allowed."""
        start, end, _ = place
        word = text[start:end]
        if all(ruling.allows(start + first, start + last, to) for first, last, to in self._regional[word]):
            return place
        return start, end, self._plain[word]

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


class Parted:
    """A text out of which words were taken.

    Attributes:
        between: the stretches between the words, a mark in place of each word.
    """

    def __init__(self, text: str, words: list[Found]) -> None:
        self._length = len(text)
        self._words = words
        self._mark = next(mark for mark in map(chr, chain(*_MARKS)) if mark not in text)
        self._starts = [0, *[end for _, end, _ in words]]
        self._ends = [*[start for start, _, _ in words], len(text)]
        self.between = self._mark.join([text[start:end] for start, end in zip(self._starts, self._ends, strict=True)])

    def joined(self, between: str) -> str:
        """The text with what the words became in place of the marks.

        Args:
            between: what ``between`` has become, with as many marks.
        """
        return "".join(_alternating(between.split(self._mark), [result for _, _, result in self._words]))

    def aligned(self, between: str, inner: Alignment) -> Alignment:
        """The alignment of the text and what ``joined`` gives.

        Args:
            between: what ``between`` has become.
            inner: the alignment of the two.
        """
        lengths = [(end - start, end - start) for start, end in zip(self._starts, self._ends, strict=True)]
        words = [(end - start, len(result)) for start, end, result in self._words]
        if inner.is_identity:
            return Alignment.of_lengths(_alternating(lengths, words))
        out = Alignment.of_lengths(_alternating(lengths, [(length, 1) for length, _ in words]))
        shown = [(len(stretch), len(stretch)) for stretch in between.split(self._mark)]
        back = Alignment.of_lengths(_alternating(shown, [(1, length) for _, length in words]))
        return out.then(inner).then(back)

    def pieces(self, pieces: list[Piece]) -> tuple[list[Piece], list[list[Piece]]]:
        """The pieces of ``between``, each mark one of its own, and those of each word.

        Args:
            pieces: of the text.
        """
        lengths = [end - start for start, end in zip(self._starts, self._ends, strict=True)]
        stretches = list(parted(pieces, _alternating(lengths, [end - start for start, end, _ in self._words])))
        between = stretches[0]
        for stretch in stretches[2::2]:
            between.append(Piece(1, self._mark))
            between += stretch
        return between, stretches[1::2]

    def joined_pieces(self, between: list[Piece], words: list[list[Piece]]) -> list[Piece]:
        """The pieces of the text.

        Args:
            between: what the pieces of ``between`` have become.
            words: what those of each word have become.
        """
        shown: list[Piece] = []
        following = iter(words)
        for piece in between:
            if piece.text == self._mark:
                shown += next(following)
            else:
                shown.append(piece)
        return shown

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text a place of ``between`` lies that holds no mark."""
        index = bisect_right(self._between_starts, start) - 1
        offset = self._starts[index] - self._between_starts[index]
        return start + offset, end + offset

    @cached_property
    def _between_starts(self) -> list[int]:
        lengths = (end - start + 1 for start, end in zip(self._starts, self._ends, strict=True))
        return list(accumulate(lengths, initial=0))[:-1]


def _overlapping(places: list[Place], settled: Sequence[Settled]) -> Iterator[int]:
    """The indexes of places that share characters with settled ones."""
    starts = [start for start, _ in places] if settled else []
    for place in settled:
        index = bisect_right(starts, place.end - 1) - 1
        while index >= 0 and places[index][1] > place.start:
            yield index
            index -= 1


def _alternating(stretches: list[_T], words: list[_T]) -> list[_T]:
    """One more stretch than words: a stretch, a word, a stretch ..."""
    pieces = [stretches[0]] * (len(stretches) + len(words))
    pieces[::2] = stretches
    pieces[1::2] = words
    return pieces
