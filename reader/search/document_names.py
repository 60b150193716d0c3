"""Names the things in a whole document, a passage at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from heapq import nsmallest

from reader.model.document import Document, Passage
from reader.model.entity import EntityKind, NamedThing
from reader.search.entities import find_entities, named_things
from reader.search.fold import fold
from reader.search.stretches import Stretch, stretches


def name_document(document: Document) -> Iterator[tuple[int, list[NamedThing]]]:
    """The things that a document names, so that a novel can be gone through in the background.

    Yields:
        The address up to which it was read, and the things named so far, the most often named first. A name counts
        where it was introduced in the same stretch.
    """
    names = DocumentNames(document.addresses_in)
    for stretch in stretches(document):
        names.add(stretch)
        yield stretch.end, names.things()


class DocumentNames:
    """The things that the stretches of a document name, put together."""

    def __init__(self, addresses_in: Callable[[Passage, list[int]], list[int]]) -> None:
        """Nothing read yet; ``addresses_in`` is what ``Document`` has under this name."""
        self._addresses_in = addresses_in
        self._known: dict[tuple[str, EntityKind], NamedThing] = {}

    def add(self, stretch: Stretch) -> None:
        """Read on."""
        things = sorted(named_things(stretch.text, find_entities(stretch.text)), key=lambda thing: thing.first)
        offsets = [stretch.start + thing.first for thing in things]
        for thing, place in zip(things, self._addresses_in(stretch.passage, offsets), strict=True):
            key = (fold(thing.text), thing.kind)
            before = self._known.get(key)
            self._known[key] = (
                replace(before, count=before.count + thing.count) if before else replace(thing, first=place)
            )

    def things(self) -> list[NamedThing]:
        """What was named so far, the most often named first."""
        return sorted(self._known.values(), key=_rank)

    def most_named(self, kind: EntityKind, most: int) -> list[NamedThing]:
        """The things of a kind that were named most often."""
        return nsmallest(most, (thing for thing in self._known.values() if thing.kind is kind), key=_rank)


def _rank(thing: NamedThing) -> tuple[int, int]:
    return -thing.count, thing.first
