"""Opens a dictionary in whatever format it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.errors import UnusableDictionary, UnusableReason
from reader.model.dictionary_entry import DictionaryEntry
from reader.reference import limits
from reader.reference.cedict import cedict_entries, cedict_name, is_cedict
from reader.reference.files import read_text
from reader.reference.source import DictionarySource
from reader.reference.stardict import read_stardict
from reader.reference.word_table import is_word_table, table_entries

#: What a reader chooses among; other endings are opened by content as well.
SUFFIXES = (".u8", ".ifo", ".tsv", ".csv", ".txt", ".gz")

#: The files of a StarDict dictionary besides the one that names it.
_STARDICT = (".idx", ".dict", ".dz", ".syn")


def open_dictionary(path: Path) -> DictionarySource:
    """A dictionary by one of its files.

    Raises:
        UnusableDictionary: it cannot be read; also while its entries are gone through.
    """
    if path.suffix.lower() in _STARDICT and (ifo := _ifo(path)).is_file():
        path = ifo
    if path.suffix.lower() == ".ifo":
        source = read_stardict(path)
    else:
        text = read_text(path)
        if is_cedict(text):
            source = DictionarySource(cedict_name(text), cedict_entries(text))
        elif is_word_table(text):
            source = DictionarySource("", table_entries(text))
        else:
            raise UnusableDictionary(path, UnusableReason.UNKNOWN_FORMAT)
    return DictionarySource(source.name[: limits.WORD] or _stem(path), _bounded(path, source.entries))


def _bounded(path: Path, entries: Iterator[DictionaryEntry]) -> Iterator[DictionaryEntry]:
    """The entries fit to be kept: no lone surrogates, none too long; at least one, and not too many."""
    number = 0
    for number, entry in enumerate(entries, start=1):
        if number > limits.ENTRIES:
            raise UnusableDictionary(path, UnusableReason.TOO_LARGE)
        words = tuple(word for word in entry.words if 0 < len(word) <= limits.WORD)
        if words:
            yield replace(entry, words=words, reading=entry.reading[: limits.WORD], body=entry.body[: limits.BODY])
    if number == 0:
        raise UnusableDictionary(path, UnusableReason.EMPTY)


def _ifo(path: Path) -> Path:
    name = path.name
    for suffix in (".dz", ".gz", ".idx", ".dict", ".syn"):
        name = name.removesuffix(suffix)
    return path.with_name(f"{name}.ifo")


def _stem(path: Path) -> str:
    """The file's name without its endings, U+FFFD for what is no text in it."""
    name = path.name
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
