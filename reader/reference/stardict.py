"""StarDict: an ``.ifo`` file that names the dictionary, with ``.idx``, ``.dict`` and at times ``.syn`` beside it.

After the format's own description, "Format for StarDict dictionary files" (version 2.4.2 and 3.0.0).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.errors import UnusableDictionary, UnusableReason
from reader.model.dictionary_entry import DictionaryEntry
from reader.reference import limits
from reader.reference.files import read_bytes, read_text
from reader.reference.plain_text import plain_text, tidied
from reader.reference.source import DictionarySource

_HEAD = "StarDict's dict ifo file"

#: Fields of text: plain, in markup, and the readings in English and Chinese phonetic letters.
_PLAIN, _MARKUP, _READING = frozenset("mlwn"), frozenset("ghx"), frozenset("ty")


def read_stardict(ifo: Path) -> DictionarySource:
    """A dictionary, by its ``.ifo`` file.

    Raises:
        UnusableDictionary: also while its entries are gone through.
    """
    facts = _facts(ifo)
    index, _ = _beside(ifo, (".idx", ".idx.gz"))
    content, path = _beside(ifo, (".dict", ".dict.dz"))
    names = _synonyms(ifo)
    number = struct.Struct(">QI" if facts.get("idxoffsetbits") == "64" else ">II")
    kinds = facts.get("sametypesequence", "")
    return DictionarySource(facts.get("bookname", "").strip(), _entries(path, index, content, names, number, kinds))


def _facts(ifo: Path) -> dict[str, str]:
    first, *lines = read_text(ifo).splitlines() or [""]
    if first.strip() != _HEAD:
        raise UnusableDictionary(ifo, UnusableReason.UNKNOWN_FORMAT)
    return {name.strip(): value.strip() for name, _, value in (line.partition("=") for line in lines)}


def _beside(ifo: Path, suffixes: tuple[str, ...]) -> tuple[bytes, Path]:
    """The file that belongs to a dictionary, under the first of some endings that there is."""
    stem = ifo.name[: -len(ifo.suffix)]
    for suffix in suffixes:
        path = ifo.with_name(stem + suffix)
        if path.is_file():
            return read_bytes(path), path
    raise UnusableDictionary(ifo, UnusableReason.INCOMPLETE, stem + suffixes[0])


def _synonyms(ifo: Path) -> dict[int, list[str]]:
    """Other words for entries, by the number of the entry."""
    try:
        content, path = _beside(ifo, (".syn", ".syn.dz"))
    except UnusableDictionary as error:
        if error.reason is UnusableReason.INCOMPLETE:
            return {}
        raise
    found: dict[int, list[str]] = {}
    for word, (number,) in _rows(content, struct.Struct(">I"), path):
        found.setdefault(number, []).append(word)
    return found


def _rows(content: bytes, numbers: struct.Struct, path: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Words that end with a zero byte, each with the numbers behind it."""
    at = 0
    while at < len(content):
        end = content.find(b"\0", at)
        if end < 0 or end + 1 + numbers.size > len(content):
            raise UnusableDictionary(path, UnusableReason.DAMAGED)
        yield content[at:end].decode("utf-8", "replace"), numbers.unpack_from(content, end + 1)
        at = end + 1 + numbers.size


def _entries(
    path: Path, index: bytes, content: bytes, names: dict[int, list[str]], numbers: struct.Struct, kinds: str
) -> Iterator[DictionaryEntry]:
    for number, (word, (start, length)) in enumerate(_rows(index, numbers, path)):
        if start + length > len(content):
            raise UnusableDictionary(path, UnusableReason.DAMAGED, word[: limits.WORD])
        readings, texts = _texts(list(_fields(content[start : start + length], kinds)))
        if texts or readings:
            yield DictionaryEntry((word, *names.get(number, ())), " ".join(readings), "\n".join(texts))


def _texts(fields: Sequence[tuple[str, bytes]]) -> tuple[list[str], list[str]]:
    """The readings and the explanations among the fields of an entry; sounds and pictures are left out."""
    readings, texts = [], []
    for kind, field in fields:
        text = field.decode("utf-8", "replace")
        if kind in _READING:
            readings.append(text.strip())
        elif kind in _PLAIN:
            texts.append(tidied(text))
        elif kind in _MARKUP:
            texts.append(plain_text(text))
    return readings, [text for text in texts if text]


def _fields(entry: bytes, kinds: str) -> Iterator[tuple[str, bytes]]:
    """The fields of an entry with their kinds, which stand before each of them unless all entries have the same."""
    at = 0
    for number in range(len(kinds) or len(entry)):
        if at >= len(entry):
            return
        if kinds:
            kind = kinds[number]
        else:
            kind = chr(entry[at])
            at += 1
        is_last = number == len(kinds) - 1
        if kind.isupper():
            size = len(entry) - at if is_last else int.from_bytes(entry[at : at + 4], "big")
            start = at if is_last else at + 4
            at = start + size
            yield kind, entry[start:at]
        else:
            end = len(entry) if is_last else entry.find(b"\0", at)
            end = len(entry) if end < 0 else end
            yield kind, entry[at:end]
            at = end + 1
