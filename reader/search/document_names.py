"""Names the things in a whole document, a passage at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.model.document import Document
from reader.model.entity import EntityKind, NamedThing
from reader.search.entities import find_entities, named_things
from reader.search.fold import fold

#: Characters that are looked at together: a chapter or so, a few hundredths of a second.
_STRETCH = 8_000


def name_document(document: Document) -> Iterator[tuple[int, list[NamedThing]]]:
    """The things that a document names, so that a novel can be gone through in the background.

    Yields:
        The address up to which it was read, and the things named so far, the most often named first. Every stretch is
        some thousand characters; a name counts where it was introduced in the same stretch.
    """
    known: dict[tuple[str, EntityKind], NamedThing] = {}
    for passage in document.passages():
        start = 0
        while start < len(passage.text):
            end = passage.text.rfind("\n", start + 1, start + _STRETCH) + 1 or start + _STRETCH
            text = passage.text[start:end]
            things = sorted(named_things(text, find_entities(text)), key=lambda thing: thing.first)
            places = document.addresses_in(passage, [start + thing.first for thing in things])
            for thing, place in zip(things, places, strict=True):
                before = known.get((fold(thing.text), thing.kind))
                known[fold(thing.text), thing.kind] = (
                    replace(before, count=before.count + thing.count) if before else replace(thing, first=place)
                )
            start = end
            last = min(start, len(passage.text))
            scanned = passage.end if last == len(passage.text) else document.addresses_in(passage, [last])[0]
            yield scanned, sorted(known.values(), key=lambda thing: (-thing.count, thing.first))
