"""A dictionary as it comes from its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.dictionary_entry import DictionaryEntry


@dataclass(frozen=True, slots=True)
class DictionarySource:
    """A dictionary that can be gone through once.

    Attributes:
        name: as it calls itself.
        entries: all of them; going on may raise ``UnusableDictionary``.
    """

    name: str
    entries: Iterator[DictionaryEntry]
