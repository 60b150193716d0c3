"""A document in stretches of a chapter or so, for work that takes a while over each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.document import Document, Passage

#: Code points of a stretch: a few hundredths of a second's work.
_LENGTH = 8_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some thousand characters that end where a line does, if a line ends there at all.

    Attributes:
        text: what is looked at.
        passage: what it is a part of.
        start: code points of the passage before it.
        end: address behind it.
    """

    text: str
    passage: Passage
    start: int
    end: int


def stretches(document: Document) -> Iterator[Stretch]:
    """All of a document, in order."""
    for passage in document.passages():
        start, length = 0, len(passage.text)
        while start < length:
            end = length
            if length - start > _LENGTH:
                end = passage.text.rfind("\n", start + 1, start + _LENGTH) + 1 or start + _LENGTH
            address = passage.end if end == length else document.addresses_in(passage, [end])[0]
            yield Stretch(passage.text[start:end], passage, start, address)
            start = end
