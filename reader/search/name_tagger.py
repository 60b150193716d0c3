"""Finds the names in each sentence of a text."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from reader.model.entity import Entity, EntityKind
from reader.resources import resource
from reader.search.entity_features import features

_KINDS = {"PER": EntityKind.PERSON, "LOC": EntityKind.PLACE, "ORG": EntityKind.ORGANISATION}
#: Sentences; longer ones are tagged in pieces that end with a mark, if one stands there. While a piece is tagged, two
#: milliseconds at most, no other thread of Python runs.
_SENTENCE = re.compile(
    r"[^\n\r。！？!?]{1,99}(?:[。！？!?]|(?=[\n\r]|\Z))|[^\n\r。！？!?]{0,99}[，；：,;:、…]|[^\n\r。！？!?]{1,100}"
)


def tag_names(key: str) -> Iterator[Entity]:
    """What the tagger alone finds, in each sentence of a folded text."""
    tagger, _ = _tagger()
    for at, end_of_piece in pieces(key):
        for start, end, tag in tag_spans(tagger.tag(features(key[at:end_of_piece]))):
            yield Entity(at + start, at + end, _KINDS[tag])


def pieces(key: str) -> Iterator[tuple[int, int]]:
    """What is tagged at once, ``[start, end)``, ascending: sentences, those of more than 100 characters in parts."""
    return (sentence.span() for sentence in _SENTENCE.finditer(key))


def tag_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The stretches that tags mark, ``[start, end)`` and their name.

    The tags are ``B``, ``I``, ``E`` (the last) and ``S`` (the only one) with a name, or ``O``. IOB2 is read as well,
    and an ``I`` without its ``B`` begins a stretch too.
    """
    start, name = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if name and (tag[2:] != name or tag[0] in "BS"):
            yield start, at, name
            name = ""
        if not name and tag != "O":
            start, name = at, tag[2:]


@cache
def _tagger() -> tuple[Any, bytes]:
    """The tagger, and its model, which it reads as long as it lives and does not keep alive itself."""
    # The program starts without it: it is asked for when a text is open and its panel is.
    import pycrfsuite

    model = zlib.decompress(resource("data", "entities.crfsuite.z").read_bytes())
    tagger = pycrfsuite.Tagger()
    # Not by its path, which may hold what the library cannot open.
    tagger.open_inmemory(model)
    return tagger, model
