"""What a dictionary says about a word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """An entry of a dictionary, as plain text.

    Attributes:
        words: the ways to write the word, the dictionary's own first; at least one.
        reading: how it is read, as the dictionary writes it; empty where it does not say.
        body: the explanations, a line each.
    """

    words: tuple[str, ...]
    reading: str
    body: str
