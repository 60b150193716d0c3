"""The sentences of a text, and what each of them tells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from reader.convert.matcher import LONG
from reader.convert.senses import Region, Sentence, spoken

#: What ends a sentence.
_MARK = re.compile("[。！？!?\n]+")

#: Code points of a text on either side of a word that its sentence is looked for in.
_REACH = 150


class Sentences:
    """The sentences of a text, told as they are asked for. In a long text all words that tell are found at once."""

    def __init__(self, text: str, region: Region) -> None:
        """Of a text in simplified characters, with the words of a region."""
        self._text = text
        self._region = region
        self._known: dict[tuple[int, int], Sentence] = {}

    def at(self, start: int, end: int) -> Sentence:
        """The sentence that holds a place, as much of it as is near."""
        begins, ends = self._marks
        index = bisect_right(begins, start)
        begun = max(start - _REACH, ends[index - 1] if index else 0)
        stop = min(end + _REACH, begins[index] if index < len(begins) else len(self._text))
        if (begun, stop) not in self._known:
            self._known[begun, stop] = Sentence(self._text[begun:stop], self._words(begun, stop), self._region)
        return self._known[begun, stop]

    @cached_property
    def _marks(self) -> tuple[list[int], list[int]]:
        """Where the marks between sentences begin, and where they end."""
        spans = [mark.span() for mark in _MARK.finditer(self._text)]
        return [first for first, _ in spans], [last for _, last in spans]

    def _words(self, begun: int, stop: int) -> set[str] | None:
        """The words that tell of topics in a sentence; None where they are not known yet."""
        if len(self._text) < LONG:
            return None
        begins, words = self._spoken
        first = bisect_left(begins, begun)
        last = bisect_left(begins, stop, first)
        while last > first and begins[last - 1] + len(words[last - 1]) > stop:
            last -= 1
        return set(words[first:last])

    @cached_property
    def _spoken(self) -> tuple[list[int], list[str]]:
        found = sorted(spoken(self._text))
        return [start for start, _ in found], [word for _, word in found]
