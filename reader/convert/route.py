"""Converts a text exactly as OpenCC does: part it at the segmentation's words, then convert each part on its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TypeVar

from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion
from reader.convert.dictionaries import Recipe, Table
from reader.convert.matcher import Matcher, Place
from reader.convert.passes import Pass

#: Code points that are converted at a time: what the automaton says about more does not fit the processor's caches.
_PIECE = 150_000

_T = TypeVar("_T")

#: Characters that stand for the words taken out of a text: noncharacters, then private ones, one of which is free.
_MARKS = (range(0xFDD0, 0xFDF0), range(0xF0000, 0x10FFFE))


class Route:
    """One of OpenCC's configurations, ready to convert.

    OpenCC looks for the segmentation's words from left to right, the longest first; each of them is a part, and so is
    each stretch between two. No word of the chain is found across the bounds of a part. A word always converts alike,
    so it is converted once; the stretches are converted all at once, a mark in place of each word between them.

    Safe to use from several threads.
    """

    def __init__(self, recipe: Recipe) -> None:
        self._normalization = [Pass(link) for link in recipe.normalization]
        self._chain = [Pass(link) for link in recipe.chain]
        self._words = _Words(recipe.segmentation, self._chain) if recipe.segmentation else None

    def convert(self, text: str) -> str:
        """What OpenCC gives for a text."""
        return "".join(map(self._convert, pieces_at_lines(text, _PIECE)))

    def convert_aligned(self, text: str) -> Conversion:
        """What OpenCC gives for a text, with its alignment."""
        alignment = Alignment.identity(len(text))
        for step in self._normalization:
            text, following = step.convert_aligned(text)
            alignment = alignment.then(following)
        if self._words is None:
            for step in self._chain:
                text, following = step.convert_aligned(text)
                alignment = alignment.then(following)
            return Conversion(text, alignment)
        places = self._words.matcher.find(text)
        results = [self._words[text[start:end]] for start, end in places]
        between, mark = _taken_out(text, places)
        inner = Alignment.identity(len(between))
        for step in self._words.passes_between:
            between, following = step.convert_aligned(between)
            inner = inner.then(following)
        stretches = between.split(mark)
        shown = "".join(_alternating(stretches, results))
        return Conversion(shown, alignment.then(_aligned(text, places, results, inner, stretches)))

    def _convert(self, text: str) -> str:
        for step in self._normalization:
            text = step.convert(text)
        if self._words is None:
            for step in self._chain:
                text = step.convert(text)
            return text
        places = self._words.matcher.find(text)
        between, mark = _taken_out(text, places)
        for step in self._words.passes_between:
            between = step.convert(between)
        return "".join(_alternating(between.split(mark), [self._words[text[start:end]] for start, end in places]))


class _Words(dict[str, str]):
    """What stands for the words of a segmentation, each found when it is first asked for."""

    def __init__(self, segmentation: Table, steps: list[Pass]) -> None:
        super().__init__()
        self._steps = steps
        self.passes_between = steps
        if steps[0].words.keys() == segmentation.entries.keys():
            # Where the words of the first pass were taken out, it has none left to look for.
            self.passes_between = [steps[0].only_characters(), *steps[1:]]
            self.matcher = steps[0].matcher
        else:
            self.matcher = Matcher(segmentation.entries)

    def __missing__(self, word: str) -> str:
        result = word
        for step in self._steps:
            result = step.convert(result)
        self[word] = result
        return result


def pieces_at_lines(text: str, length: int) -> Iterator[str]:
    """The text in pieces of whole lines, each the shortest that reaches a length; no word stands across lines."""
    start = 0
    while len(text) - start > length:
        end = text.find("\n", start + length) + 1
        if not end:
            break
        yield text[start:end]
        start = end
    yield text[start:] if start else text


def _taken_out(text: str, places: list[Place]) -> tuple[str, str]:
    """The stretches between places, a mark between each two of them; and the mark."""
    mark = next(mark for mark in map(chr, chain(*_MARKS)) if mark not in text)
    stretches = []
    position = 0
    for start, end in places:
        stretches.append(text[position:start])
        position = end
    stretches.append(text[position:])
    return mark.join(stretches), mark


def _aligned(text: str, places: list[Place], results: list[str], inner: Alignment, stretches: list[str]) -> Alignment:
    """The alignment of a text with what was put back into it.

    Args:
        text: the whole of it.
        places: of the words taken out.
        results: what stands for them.
        inner: the alignment of the stretches between, marks included.
        stretches: what is shown for them.
    """
    ends = [0, *(end for _, end in places)]
    starts = [*(start for start, _ in places), len(text)]
    between = [(start - end, start - end) for end, start in zip(ends, starts, strict=True)]
    words = [(end - start, len(result)) for (start, end), result in zip(places, results, strict=True)]
    if inner.is_identity:
        return Alignment.of_lengths(_alternating(between, words))
    out = Alignment.of_lengths(_alternating(between, [(length, 1) for length, _ in words]))
    back = Alignment.of_lengths(
        _alternating([(len(shown), len(shown)) for shown in stretches], [(1, length) for _, length in words])
    )
    return out.then(inner).then(back)


def _alternating(stretches: list[_T], words: list[_T]) -> list[_T]:
    """One more stretch than words: a stretch, a word, a stretch ..."""
    pieces = [stretches[0]] * (len(stretches) + len(words))
    pieces[::2] = stretches
    pieces[1::2] = words
    return pieces
