"""What a reader chose for single places of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from reader.convert.ruling import Settled
from reader.model.block import Block
from reader.model.document import Document
from reader.model.own_word import PlaceChoice

#: What is chosen for places of a block's text, ascending, none overlapping another.
PlacesIn = Callable[[Block], tuple[Settled, ...]]


def no_places(block: Block) -> tuple[Settled, ...]:
    """Of a document in which nothing was chosen."""
    return ()


class PlaceChoices:
    """Looks choices up block by block, so that a document costs only what is in sight. Safe to call from any thread."""

    def __init__(self, document: Document, choices: Iterable[PlaceChoice]) -> None:
        self._document = document
        self._choices = sorted(choices, key=_address)
        self._addresses = [choice.address for choice in self._choices]

    def __call__(self, block: Block) -> tuple[Settled, ...]:
        """The choices in a block whose words still stand there."""
        first, last = (bisect_left(self._addresses, address) for address in (block.start, block.end))
        found: list[Settled] = []
        for choice in self._choices[first:last]:
            position = self._document.position_of(choice.address)
            start, end = position.offset, position.offset + len(choice.word)
            is_there = position.block == block.start and block.text[start:end] == choice.word
            if is_there and (not found or found[-1].end <= start):
                found.append(Settled(start, end, choice.result, "own choice"))
        return tuple(found)


def _address(choice: PlaceChoice) -> int:
    return choice.address
