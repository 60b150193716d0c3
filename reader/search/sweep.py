"""Looks through a whole document, a passage at each step."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, Protocol, TypeVar

from reader.model.document import Document, Passage


class Spanning(Protocol):
    """Something that stands in a text at code points ``[start, end)``."""

    @property
    def start(self) -> int:
        """Code points before it."""

    @property
    def end(self) -> int:
        """Code points before its end."""


Item = TypeVar("Item", bound=Spanning)


@dataclass(frozen=True, slots=True)
class Swept(Generic[Item]):
    """What one step found.

    Attributes:
        scanned: address up to which the document was looked through.
        text: what was looked at, which the items' places count in.
        items: found, ascending.
        starts: the address of each item's first character.
        ends: the address behind each item's last.
    """

    scanned: int
    text: str
    items: Sequence[Item]
    starts: Sequence[int]
    ends: Sequence[int]


def sweep(
    document: Document, find: Callable[[str], Sequence[Item]], reach: int, start: int = 0, end: int | None = None
) -> Iterator[Swept[Item]]:
    """Look through a document, or the blocks of a stretch of it.

    Args:
        document: the text.
        find: gives what stands in a text, ascending; no two items share a character.
        reach: code points of the longest item. Items so long are found over the end of a passage too, where a very
            long line was cut there.
        start: address at which to begin.
        end: address behind which to stop.
    """
    before: Passage | None = None
    held = 0
    for passage in document.passages(start, end):
        # What the passage before held back, ``held`` characters at its end, is looked at together with this one.
        tail = before.text[len(before.text) - held :] if before is not None else ""
        text = tail + passage.text
        is_open = passage.end < document.size and not passage.text.endswith(("\n", "\r"))
        limit = len(text) - (max(0, reach - 1) if is_open else 0)
        items = [item for item in find(text) if item.start < limit]
        offsets = list(chain.from_iterable((item.start, item.end) for item in items))
        parted = bisect_left(offsets, held)
        places: list[int] = []
        if before is not None and parted:
            places += document.addresses_in(before, [at + len(before.text) - held for at in offsets[:parted]])
        if offsets[parted:]:
            places += document.addresses_in(passage, [at - held for at in offsets[parted:]])
        yield Swept(passage.end, text, items, places[::2], places[1::2])
        before = passage
        held = min(len(passage.text), len(text) - max(limit, items[-1].end if items else 0)) if is_open else 0
