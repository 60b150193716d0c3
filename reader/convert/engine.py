"""Converts a text by dictionaries, with the alignment of what it did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Protocol

from opencc.opencc import OpenCC, StringTree

from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion
from reader.convert.dictionaries import Dictionary, Replacement, Step

#: The longest clause that is looked at as a whole: the time that the tree takes grows faster than its clause.
_LONGEST_CLAUSE = 600


class Converter(Protocol):
    """Shows a text in another way."""

    def convert(self, text: str) -> Conversion:
        """The shown form of ``text``. Safe to call from several threads."""


class TreeConverter:
    """The engine of opencc-python-reimplemented: in each clause the longest word anywhere, then left and right of it.

    The dictionaries hand out ``Replacement`` strings; the tree passes them on as they are, and so tells which of its
    leaves replaced how many characters.
    """

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self._steps = [_Pass(step) for step in steps]

    def convert(self, text: str) -> Conversion:
        """The shown form of ``text``, pass after pass."""
        alignment = Alignment.identity(len(text))
        for step in self._steps:
            text, following = step.convert(text)
            alignment = alignment.then(following)
        return Conversion(text, alignment)


class _Pass:
    """One step of a conversion."""

    #: What parts clauses; no dictionary has a word across it.
    _separators: re.Pattern[str] = OpenCC().split_chars_re

    def __init__(self, step: Step) -> None:
        self._tables = [(found.longest, found.shortest, found.entries) for found in step.dictionaries]
        self._characters = frozenset(chain.from_iterable(map(_characters, step.dictionaries)))

    def convert(self, text: str) -> tuple[str, Alignment]:
        """The text after this pass."""
        if self._characters.isdisjoint(text):
            return text, Alignment.identity(len(text))
        shown = list(self._leaves(text))
        return "".join(shown), Alignment.of_lengths(
            (leaf.source_length if isinstance(leaf, Replacement) else len(leaf), len(leaf)) for leaf in shown
        )

    def _leaves(self, text: str) -> Iterator[str]:
        for piece in self._separators.split(text):
            for start in range(0, len(piece), _LONGEST_CLAUSE):
                clause = piece[start : start + _LONGEST_CLAUSE]
                if self._characters.isdisjoint(clause):
                    yield clause
                else:
                    tree = StringTree(clause)
                    tree.create_parse_tree(self._tables)
                    yield from tree.inorder()


def _characters(dictionary: Dictionary) -> frozenset[str]:
    return dictionary.characters
