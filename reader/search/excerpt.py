"""A match with a little of what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.model.position import Span

#: Code points before and behind a match.
_BEFORE = 16
_BEHIND = 32
#: Of a match that is longer, so many are shown.
_LONGEST = 80

_LINE_BREAK = re.compile(r"[\n\r]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A short text on one line.

    Attributes:
        text: cut from the source without a change.
        match: where the match stands in it.
        is_cut_before: whether its line goes on before it.
        is_cut_behind: whether its line goes on behind it.
    """

    text: str
    match: Span
    is_cut_before: bool
    is_cut_behind: bool

    def __str__(self) -> str:
        """The text, with dots where it was cut."""
        return ("…" if self.is_cut_before else "") + self.text + ("…" if self.is_cut_behind else "")


def excerpt_of(text: str, start: int, end: int) -> Excerpt:
    """The surroundings of code points ``[start, end)`` of a text, white space at their ends left out."""
    end = max(start, min(end, start + _LONGEST, len(text)))
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    found = _LINE_BREAK.search(text, start, end + _BEHIND + 1)
    line_end = found.start() if found else len(text)
    end = min(end, line_end)
    first, last = max(line_start, start - _BEFORE), min(line_end, end + _BEHIND)
    is_cut_before, is_cut_behind = first > line_start, last < line_end
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return Excerpt(text[first:last], Span(start - first, end - first), is_cut_before, is_cut_behind)
