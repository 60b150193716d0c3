"""Takes the words of a segmentation out of a text, and puts what stands for them back into what is left."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, chain
from typing import TypeVar

from reader.convert.alignment import Alignment
from reader.convert.explanation import Piece, parted
from reader.convert.passes import Found

_T = TypeVar("_T")

#: Characters that stand for the words taken out of a text: noncharacters, then private ones, one of which is free.
_MARKS = (range(0xFDD0, 0xFDF0), range(0xF0000, 0x10FFFE))


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


def _alternating(stretches: list[_T], words: list[_T]) -> list[_T]:
    """One more stretch than words: a stretch, a word, a stretch ..."""
    pieces = [stretches[0]] * (len(stretches) + len(words))
    pieces[::2] = stretches
    pieces[1::2] = words
    return pieces
