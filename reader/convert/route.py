"""Converts a text exactly as OpenCC does: part it at the segmentation's words, then convert each part on its own."""

from __future__ import annotations

from collections.abc import Iterator

from reader.convert.ahead import ahead
from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion
from reader.convert.dictionaries import Recipe
from reader.convert.explanation import Piece, joined, replaced, whole
from reader.convert.matcher import Numbered
from reader.convert.parting import Parted
from reader.convert.passes import Allows, Pass
from reader.convert.ruling import Judge, Ruling
from reader.convert.segmentation import Words
from reader.convert.settling import settled_piece

#: Code points that are converted at a time: what the automaton says about more does not fit the processor's caches.
_PIECE = 50_000

#: OpenCC's dictionaries of regional words, which a ruling can refuse.
_REGIONAL = frozenset({"TWPhrases", "TWPhrasesRev", "HKPhrases", "HKPhrasesRev"})


class Route:
    """One of OpenCC's configurations, ready to convert.

    OpenCC looks for the segmentation's words from left to right, the longest first; each of them is a part, and so is
    each stretch between two. No word of the chain is found across the bounds of a part. A word always converts alike,
    so it is converted once; the stretches are converted all at once, a mark in place of each word between them.

    Without a judge the result is OpenCC's, to the character. A judge settles places beforehand and refuses regional
    words; the rest is as OpenCC has it.

    Safe to use from several threads.
    """

    def __init__(self, recipe: Recipe) -> None:
        self._normalization = [Pass(link) for link in recipe.normalization]
        self._words = Words(recipe.segmentation, [Pass(link, _REGIONAL) for link in recipe.chain])
        #: What became of words, by word and result.
        self._known: dict[tuple[str, str], list[Piece]] = {}

    def convert(self, text: str, judge: Judge | None = None) -> str:
        """What is shown for a text."""
        pieces = (self._normalized(piece) for piece in pieces_at_lines(text, _PIECE))
        return "".join([self._piece(piece, numbered, judge) for piece, numbered in ahead(pieces, self._words.search)])

    def convert_aligned(self, text: str, judge: Judge | None = None) -> Conversion:
        """What is shown for a text, with its alignment."""
        alignment = Alignment.identity(len(text))
        for step in self._normalization:
            text, following = step.convert_aligned(text)
            alignment = alignment.then(following)
        ruling = judge(text) if judge else None
        parted = Parted(text, self._words.find(text, ruling))
        between = parted.between
        inner = Alignment.identity(len(between))
        for step in self._words.passes_between:
            between, following = step.convert_aligned(between, _allows(ruling, parted, inner))
            inner = inner.then(following)
        return Conversion(parted.joined(between), alignment.then(parted.aligned(between, inner)))

    def explain(self, text: str, judge: Judge | None = None) -> list[Piece]:
        """What became of each piece of a paragraph and why. Joined, the pieces are what ``convert`` gives."""
        pieces = whole(text)
        for step in self._normalization:
            pieces = _passed(pieces, step)
        text = joined(pieces)
        ruling = judge(text) if judge else None
        settled = self._words.settled(ruling) if ruling else {}
        words = self._words.find(text, ruling)
        apart = Parted(text, words)
        between, inside = apart.pieces(pieces)
        for step in self._words.passes_between:
            between = _passed(between, step, ruling, apart)
        found: list[list[Piece]] = []
        for (start, end, result), word in zip(words, inside, strict=True):
            place = settled.get((start, end))
            found.append([settled_piece(text, place)] if place else self._explained(text[start:end], result, word))
        return apart.joined_pieces(between, found)

    def _explained(self, word: str, result: str, pieces: list[Piece]) -> list[Piece]:
        """What became of a word of the segmentation; known from the last time, if it is written as it stands here."""
        is_plain = len(pieces) == 1 and not pieces[0].rules
        if is_plain and (word, result) in self._known:
            return self._known[word, result]
        for step in self._words.steps(word, result):
            pieces = _passed(pieces, step)
        if is_plain:
            self._known[word, result] = pieces
        return pieces

    def _normalized(self, text: str) -> str:
        for step in self._normalization:
            text = step.convert(text)
        return text

    def _piece(self, text: str, numbered: list[Numbered] | None, judge: Judge | None) -> str:
        ruling = judge(text) if judge else None
        parted = Parted(text, self._words.find_deciding(text, numbered, ruling))
        between = parted.between
        inner = Alignment.identity(len(between))
        passes = self._words.passes_between
        for number, step in enumerate(passes, 1):
            allows = _allows(ruling, parted, inner)
            if ruling is not None and any(later.regional for later in passes[number:]):
                between, following = step.convert_aligned(between, allows)
                inner = inner.then(following)
            else:
                between = step.convert(between, allows)
        return parted.joined(between)


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


def _allows(ruling: Ruling | None, parted: Parted, inner: Alignment) -> Allows | None:
    """What a ruling says about places of the stretches between words, as far as these are converted."""
    if ruling is None:
        return None

    def allows(start: int, end: int, result: str) -> bool:
        return ruling.allows(*parted.source(inner.to_source(start), inner.to_source(end)), result)

    return allows


def _passed(pieces: list[Piece], step: Pass, ruling: Ruling | None = None, apart: Parted | None = None) -> list[Piece]:
    """Pieces after a pass, with what was applied to each; of the stretches between words where a ruling counts."""
    allows = None
    if ruling is not None and apart is not None and step.regional:
        so_far = Alignment.of_lengths((piece.length, len(piece.text)) for piece in pieces)
        allows = _allows(ruling, apart, so_far)
    return replaced(pieces, step.replacements(joined(pieces), allows))
