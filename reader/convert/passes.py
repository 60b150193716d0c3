"""One pass over a text, which replaces words and characters by what a link of OpenCC's chain has for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from operator import sub

from reader.convert.alignment import Alignment
from reader.convert.dictionaries import Link, others
from reader.convert.explanation import Replacement, Rule
from reader.convert.matcher import Matcher, Place

#: Tables of up to so many characters are applied by one ``str.replace`` after the other: 0.3 ms a megabyte for each.
_FEW = 60

#: Code points from which a list of the basic plane is worth making: ``str.translate`` is twice as fast with it.
_LONG = 20_000

#: One past the basic plane, which such a list can cover.
_PLANE = 0x10000

#: ``(start, end, result)`` of a word that is replaced.
Found = tuple[int, int, str]

#: Whether a regional word is changed at a place ``(start, end)`` of the text that is converted, to a result.
Allows = Callable[[int, int, str], bool]

_BEYOND_PLANE = re.compile("([\U00010000-\U0010ffff]+)")


class Characters:
    """Replaces single characters, each by one other."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self.entries = {one: other for one, other in entries.items() if one != other}
        self._has_few = len(self.entries) <= _FEW and not self.entries.keys() & set(self.entries.values())
        self._mapping = str.maketrans(self.entries)
        codes = sorted(map(ord, self.entries))
        gaps = sum(map((1).__ne__, map(sub, codes[1:], codes)))
        self._any = re.compile(f"[{''.join(_ranges(codes))}]") if codes and gaps < _FEW else None

    def replace(self, text: str) -> str:
        """The text with every character replaced; as long as it was."""
        if not self.entries or (self._any is not None and self._any.search(text) is None):
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
        regional: those of the words that are from tables of regional words, and are changed by them.
    """

    def __init__(self, link: Link, regional: frozenset[str] = frozenset()) -> None:
        """Of a link's tables.

        Args:
            link: the tables, of which at each place the first counts that knows a word there.
            regional: names of the tables whose words can be refused; their single characters count as words.
        """
        self.words: Mapping[str, str] = {}
        self.regional: set[str] = set()
        single: dict[str, str] = {}
        self._link = link
        self._regional_tables = regional
        for number, table in enumerate(link):
            is_regional = not regional.isdisjoint(table.names)
            entries = table.entries
            if number:
                entries = {word: result for word, result in entries.items() if not self._has_beginning_of(word, single)}
            apart = {} if is_regional else {word: entries[word] for word in entries if len(word) == 1}
            single.update((word, result) for word, result in apart.items() if len(result) == 1)
            words = entries
            if apart:
                words = {word: entries[word] for word in entries if word not in single or word not in apart}
            # Most passes have words of one table only, and hold them with it.
            self.words = {**self.words, **words} if self.words and words else self.words or words
            if is_regional:
                self.regional.update(word for word, result in entries.items() if word != result)
        self.characters = Characters(single)
        self._single = single

    @cached_property
    def matcher(self) -> Matcher:
        """Of ``words``."""
        return Matcher(self.words)

    def _has_beginning_of(self, word: str, single: Mapping[str, str]) -> bool:
        """Whether an earlier table has the place of a word first, so that it is never reached."""
        if word[0] in single or word in self.words:
            return True
        return len(word) > 1 and any(word[:end] in self.words for end in range(1, len(word)))

    def only_characters(self) -> Pass:
        """This pass for texts in which none of its words stands."""
        link = (
            replace(
                table,
                entries={character: table.entries[character] for character in self._single.keys() & table.entries},
            )
            for table in self._link
        )
        return Pass(tuple(link))

    @cached_property
    def without_regional(self) -> Pass:
        """This pass for stretches in which a regional word was refused, which may have hidden others."""
        return Pass(tuple(table for table in self._link if self._regional_tables.isdisjoint(table.names)))

    def replacements(self, text: str, allows: Allows | None = None) -> list[Replacement]:
        """What this pass replaces in a text, and the characters that it keeps but has others for; and why."""
        rules = self._rules
        found: list[Replacement] = []
        position = 0
        for start, end, result in [*self.find(text, allows), (len(text), len(text), "")]:
            found += [
                (index, index + 1, rules[text[index]]) for index in range(position, start) if text[index] in rules
            ]
            if result:
                found.append((start, end, self._word_rule(text[start:end], result)))
            position = end
        return found

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        """The entries of single characters outside of words that change them, or have something else for them."""
        rules = {character: self._word_rule(character) for character in self._single}
        return {character: rule for character, rule in rules.items() if rule.result != character or rule.others}

    def _word_rule(self, word: str, result: str | None = None) -> Rule:
        """The entry that a word's result is from: a later table's where an earlier, regional one was refused."""
        for table in self._link:
            if word in table.entries and result in (None, table.entries[word]):
                name = table.name_of(word)
                return Rule(name, word, table.entries[word], others(name, word))
        raise KeyError(word)

    def convert(self, text: str, allows: Allows | None = None) -> str:
        """The text after this pass, as ``convert_aligned`` has it."""
        return self._join(text, self.find(text, allows))

    def convert_aligned(self, text: str, allows: Allows | None = None) -> tuple[str, Alignment]:
        """The text after this pass, with its alignment.

        Args:
            text: what to convert.
            allows: which places of regional words count; None for all.
        """
        found = self.find(text, allows)
        if not found:
            return self.characters.replace(text), Alignment.identity(len(text))
        return self._join(text, found), Alignment.of_lengths(_lengths(len(text), found))

    def find(self, text: str, allows: Allows | None = None) -> list[Found]:
        """The words of a text that this pass replaces, and what by."""
        words = self.words
        if allows is None or not self.regional:
            return [(start, end, words[text[start:end]]) for start, end in self.matcher.find(text)]
        refused: list[Place] = []

        def is_allowed(start: int, end: int) -> bool:
            word = text[start:end]
            if word not in self.regional or allows(start, end, words[word]):
                return True
            refused.append((start, end))
            return False

        places = self.matcher.find(text)
        regional = self.regional
        asked = [index for index, (start, end) in enumerate(places) if text[start:end] in regional]
        places = self.matcher.find_allowed(text, is_allowed, places, asked)
        found = [(start, end, words[text[start:end]]) for start, end in places]
        if refused:
            found += self._hidden(text, places, refused)
            found.sort()
        return found

    def _hidden(self, text: str, places: list[Place], refused: list[Place]) -> Iterator[Found]:
        """What stands where words were refused, from the tables that are not regional."""
        rest = self.without_regional
        starts = [start for start, _ in places]
        ahead = 0
        for start, end in sorted(refused):
            for first, last in rest.matcher.find_within(text, max(start, ahead), end):
                index = bisect_right(starts, last - 1) - 1
                if first >= ahead and (index < 0 or places[index][1] <= first):
                    yield first, last, rest.words[text[first:last]]
                    ahead = last

    def _join(self, text: str, found: list[Found]) -> str:
        replaced = self.characters.replace(text)
        if not found:
            return replaced
        pieces = [""] * (2 * len(found) + 1)
        pieces[1::2] = [result for _, _, result in found]
        ends = [0, *[end for _, end, _ in found]]
        starts = [*[start for start, _, _ in found], len(text)]
        pieces[::2] = [replaced[end:start] for end, start in zip(ends, starts, strict=True)]
        return "".join(pieces)


def _lengths(length: int, found: list[Found]) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end, result in found:
        yield start - position, start - position
        yield end - start, len(result)
        position = end
    yield length - position, length - position


def _ranges(codes: list[int]) -> list[str]:
    """Code points in ascending order, as ranges of a character class: a few are searched far faster than characters."""
    ranges: list[tuple[int, int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    return [f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges]
