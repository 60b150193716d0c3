"""Finds paragraphs by the words they begin with, as the outline's filter is typed."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.document import Document
from reader.model.outline import Outline
from reader.search.fold import fold

#: Code points from the start of a paragraph that are looked at.
_OPENING = 200

#: Digits of the longest query that is taken for a paragraph's number.
_DIGITS = 18


def filter_paragraphs(document: Document, outline: Outline, query: str) -> Iterator[list[int]]:
    """The numbers of the paragraphs that hold every word of a query near their start, in any script.

    A number is also found as that of a paragraph, counted from 1.

    Yields:
        Ascending numbers (from 0), a passage's worth at a time.
    """
    words = sorted(fold(query).split(), key=len, reverse=True)
    if not words:
        return
    digits = query.strip()
    numbered = int(digits) - 1 if digits.isdecimal() and len(digits) <= _DIGITS else -1
    if not 0 <= numbered < len(outline.starts):
        numbered = -1
    for passage in document.passages():
        lines = list(_lines_with(fold(passage.text), words))
        found = {outline.paragraph_at(address) for address in document.addresses_in(passage, lines)}
        if numbered >= 0 and passage.start <= outline.starts[numbered] < passage.end:
            found.add(numbered)
        yield sorted(number for number in found if number is not None)


def _lines_with(text: str, words: list[str]) -> Iterator[int]:
    """Offsets in the lines of a folded text whose openings hold all the words."""
    at = text.find(words[0])
    while at >= 0:
        start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        end = min(end for end in (text.find("\n", at), len(text)) if end >= 0)
        opening = text[start:end].lstrip()[:_OPENING]
        if all(word in opening for word in words):
            yield at
        at = text.find(words[0], max(end, at + 1))
