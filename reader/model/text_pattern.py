"""Stretches of text that are coloured by their form, whatever they say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class TextPattern(Enum):
    """A form. The value is used in settings and files."""

    DIALOGUE = "dialogue"
    BOOK_TITLE = "book-title"
    DATE = "date"
    NUMBER = "number"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True, order=True)
class PatternSpan:
    """Code points ``[start, end)`` of a text that have a form."""

    start: int
    end: int
    pattern: TextPattern
