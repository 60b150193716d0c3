"""The engine of opencc-python-reimplemented, over the dictionaries that come with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from opencc.opencc import CONFIG_DIR, DICT_DIR, OpenCC

from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion
from reader.convert.explanation import Piece, Replacement, Rule, joined, replaced, whole
from reader.convert.parting import Parted
from reader.convert.passes import Found
from reader.convert.ruling import Settle
from reader.convert.settling import settled_piece

_PACKAGE = files("opencc")

#: What parts clauses; the package converts each clause on its own.
_SEPARATORS = OpenCC().split_chars_re


class LongestFirst:
    """Converts as opencc-python-reimplemented does, with the alignment of what was done.

    In a clause the first dictionary's longest words are replaced, from left to right, then its shorter ones in what is
    left, then the next dictionary's. The package finds them by a tree, which takes ever longer the longer a clause is;
    this takes the same words, length by length.
    """

    def __init__(self, route: str) -> None:
        """Of one of ``choice.REIMPLEMENTED_ROUTES``."""
        parsed = json.loads(_PACKAGE.joinpath(CONFIG_DIR, f"{route}.json").read_text(encoding="utf-8"))
        self._steps = [_files(link["dict"]) for link in parsed["conversion_chain"]]

    def convert(self, text: str, settle: Settle | None = None) -> str:
        """What the package gives for a text; see ``convert_aligned``."""
        return self.convert_aligned(text, settle).text

    def convert_aligned(self, text: str, settle: Settle | None = None) -> Conversion:
        """What the package gives for a text, with its alignment.

        Args:
            text: what to convert.
            settle: places of it that are decided beforehand; no word of the dictionaries is found across one.
        """
        settled = settle(text) if settle else ()
        if not settled:
            return self._aligned(text)
        parted = Parted(text, [(place.start, place.end, place.result) for place in settled])
        between = self._aligned(parted.between)
        return Conversion(parted.joined(between.text), parted.aligned(between.text, between.alignment))

    def explain(self, text: str, settle: Settle | None = None) -> list[Piece]:
        """What became of each piece of a paragraph and why. Joined, the pieces are what ``convert`` gives."""
        shown: list[Piece] = []
        position = 0
        for place in settle(text) if settle else ():
            shown += self._explained(text[position : place.start])
            shown.append(settled_piece(text, place))
            position = place.end
        return shown + self._explained(text[position:])

    def _explained(self, text: str) -> list[Piece]:
        pieces = whole(text)
        for names in self._steps:
            found: list[Replacement] = []
            start = 0
            for index, clause in enumerate(_SEPARATORS.split(joined(pieces))):
                if not index % 2:
                    found += ((start + first, start + last, rule) for first, last, rule in _rules(clause, names))
                start += len(clause)
            pieces = replaced(pieces, found) if found else pieces
        return pieces

    def _aligned(self, text: str) -> Conversion:
        pieces = _SEPARATORS.split(text)
        alignment = Alignment.identity(len(text))
        for names in self._steps:
            lengths: list[tuple[int, int]] = []
            for index, piece in enumerate(pieces):
                if index % 2:
                    lengths.append((len(piece), len(piece)))
                else:
                    pieces[index] = _replaced(piece, names, lengths)
            alignment = alignment.then(Alignment.of_lengths(lengths))
        return Conversion("".join(pieces), alignment)


def _replaced(clause: str, names: tuple[str, ...], lengths: list[tuple[int, int]]) -> str:
    """A clause after one pass; the lengths of its segments (source, shown) are added to ``lengths``."""
    pieces: list[str] = []
    position = 0
    for start, end, result in _found(clause, names):
        pieces += (clause[position:start], result)
        lengths += ((start - position, start - position), (end - start, len(result)))
        position = end
    pieces.append(clause[position:])
    lengths.append((len(clause) - position, len(clause) - position))
    return "".join(pieces)


def _found(clause: str, names: tuple[str, ...]) -> list[Found]:
    """The words of a clause that one pass replaces, in order."""
    found: list[Found] = []
    stretches = [(0, len(clause))]
    for name in names:
        entries = _entries(name)
        for length in _word_lengths(name):
            stretches = _take(clause, stretches, length, entries, found)
    return sorted(found)


def _rules(clause: str, names: tuple[str, ...]) -> Iterator[Replacement]:
    for start, end, result in _found(clause, names):
        word = clause[start:end]
        # Of two files that have a word the first takes all its places.
        name = next(name for name in names if word in _entries(name))
        others = _values(name)[word][1:]
        if result != word or others:
            yield start, end, Rule(name.removesuffix(".txt"), word, result, tuple(others))


def _take(
    clause: str,
    stretches: list[tuple[int, int]],
    length: int,
    entries: dict[str, str],
    found: list[Found],
) -> list[tuple[int, int]]:
    """Move the words of a length from the stretches to ``found``; what is left of the stretches."""
    left = []
    for begun, end in stretches:
        start = begun
        while start + length <= end:
            result = entries.get(clause[start : start + length])
            if result is None:
                start += 1
                continue
            found.append((start, start + length, result))
            if begun < start:
                left.append((begun, start))
            start = begun = start + length
        if begun < end:
            left.append((begun, end))
    return left


def _files(node: dict[str, Any]) -> tuple[str, ...]:
    if node["type"] == "group":
        return tuple(name for child in node["dicts"] for name in _files(child))
    return (node["file"],)


@cache
def _entries(name: str) -> dict[str, str]:
    """The words of one of the package's files, and the first of the values of each."""
    return {word: values[0] for word, values in _values(name).items()}


@cache
def _values(name: str) -> dict[str, list[str]]:
    lines = _PACKAGE.joinpath(DICT_DIR, name).read_text(encoding="utf-8").splitlines()
    pairs = (line.strip().split("\t") for line in lines)
    return {word: values.split(" ") for word, values in pairs}


@cache
def _word_lengths(name: str) -> tuple[int, ...]:
    """The lengths of the words of one of the package's files, the longest first."""
    return tuple(sorted(set(map(len, _entries(name))), reverse=True))
