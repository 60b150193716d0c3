"""One pass over a text, which replaces words and characters by what a link of OpenCC's chain has for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from reader.convert.alignment import Alignment
from reader.convert.dictionaries import Link, Table
from reader.convert.matcher import Matcher, Place

#: Tables of up to so many characters are applied by one ``str.replace`` after the other: 0.3 ms a megabyte for each.
_FEW = 60

#: Code points from which a list of the basic plane is worth making: ``str.translate`` is twice as fast with it.
_LONG = 20_000

#: One past the basic plane, which such a list can cover.
_PLANE = 0x10000

_BEYOND_PLANE = re.compile("([\U00010000-\U0010ffff]+)")


class Characters:
    """Replaces single characters, each by one other."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self.entries = {one: other for one, other in entries.items() if one != other}
        self._has_few = len(self.entries) <= _FEW and not self.entries.keys() & set(self.entries.values())
        self._mapping = str.maketrans(self.entries)
        self._any = re.compile(f"[{_ranges(sorted(map(ord, self.entries)))}]" if self.entries else "(?!)")

    def replace(self, text: str) -> str:
        """The text with every character replaced; as long as it was."""
        if self._any.search(text) is None:
            return text
        if len(text) < _LONG:
            return text.translate(self._mapping)
        if self._has_few:
            for one, other in self.entries.items():
                text = text.replace(one, other)
            return text
        if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):  # a scan that costs next to nothing
            return text.translate(self._plane)
        return "".join(
            piece.translate(self._mapping if index % 2 else self._plane)
            for index, piece in enumerate(_BEYOND_PLANE.split(text))
        )

    @cached_property
    def _plane(self) -> list[str]:
        plane = list(map(chr, range(_PLANE)))
        for one, other in self.entries.items():
            if ord(one) < _PLANE:
                plane[ord(one)] = other
        return plane


class Pass:
    """Replaces the words of a link's tables, from left to right and the longest first, and the characters between.

    Attributes:
        words: what stands for a word.
        characters: what stands for single characters outside of words.
        origins: the names of the tables that a word or character is from.
        matcher: finds the words.
    """

    def __init__(self, link: Link, regional: frozenset[str] = frozenset()) -> None:
        """Of a link's tables.

        Args:
            link: the tables, of which at each place the first counts that knows a word there.
            regional: names of the tables whose words can be refused; their single characters count as words.
        """
        self.words: dict[str, str] = {}
        self.regional: set[str] = set()
        single: dict[str, str] = {}
        self._link = link
        for table in link:
            is_regional = not regional.isdisjoint(table.names)
            earlier = self.words.keys() | single.keys()
            longest = max(map(len, earlier), default=0)
            for word, result in table.entries.items():
                # A word that begins with one of an earlier table is never reached: that one has the place first.
                if earlier and any(word[:end] in earlier for end in range(1, min(len(word), longest) + 1)):
                    continue
                if len(word) == len(result) == 1 and not is_regional:
                    single[word] = result
                else:
                    self.words[word] = result
                if is_regional:
                    self.regional.add(word)
        self.characters = Characters(single)
        self._single = single

    @cached_property
    def matcher(self) -> Matcher:
        """Of ``words``."""
        return Matcher(self.words)

    def only_characters(self) -> Pass:
        """This pass for texts in which none of its words stands."""
        return Pass((Table((), self._single),))

    def is_within(self, words: Mapping[str, str]) -> bool:
        """Whether all words of this pass are among these, so that none is left where those were taken out."""
        return self.words.keys() <= words.keys()

    def table_of(self, word: str) -> tuple[str, ...]:
        """The names of the files that a word or character of this pass is from."""
        return next(table.names for table in self._link if word in table.entries)

    def result_of(self, character: str) -> str | None:
        """What stands for a character outside of words; None if no table has it."""
        return self._single.get(character)

    def convert(self, text: str) -> str:
        """The text after this pass."""
        return self._join(text, self.matcher.find(text))

    def convert_aligned(self, text: str, is_allowed: Callable[[int, int], bool] | None = None) -> tuple[str, Alignment]:
        """The text after this pass, with its alignment.

        Args:
            text: what to convert.
            is_allowed: which places of words count; None for all.
        """
        places = self.matcher.find(text) if is_allowed is None else self.matcher.find_allowed(text, is_allowed)
        if not places:
            return self.characters.replace(text), Alignment.identity(len(text))
        return self._join(text, places), Alignment.of_lengths(self._lengths(text, places))

    def _join(self, text: str, places: list[Place]) -> str:
        replaced = self.characters.replace(text)
        if not places:
            return replaced
        words = self.words
        pieces = [""] * (2 * len(places) + 1)
        pieces[1::2] = [words[text[start:end]] for start, end in places]
        ends = [0, *[end for _, end in places]]
        starts = [*[start for start, _ in places], len(text)]
        pieces[::2] = [replaced[end:start] for end, start in zip(ends, starts, strict=True)]
        return "".join(pieces)

    def _lengths(self, text: str, places: list[Place]) -> Iterator[tuple[int, int]]:
        position = 0
        for start, end in places:
            yield start - position, start - position
            yield end - start, len(self.words[text[start:end]])
            position = end
        yield len(text) - position, len(text) - position


def _ranges(codes: list[int]) -> str:
    """Code points in ascending order, as the inside of a character class: a few ranges are searched far faster."""
    ranges: list[tuple[int, int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
