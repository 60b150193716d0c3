"""A text of which some places are decided, and the rest stays as it is written."""

from __future__ import annotations

from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion, unchanged
from reader.convert.explanation import Piece, Rule, whole
from reader.convert.parting import Parted
from reader.convert.ruling import Settle, Settled


def settled_alone(text: str, settle: Settle) -> Conversion:
    """What is shown for a text of which no more than the settled places change."""
    settled = settle(text)
    if not settled:
        return unchanged(text)
    parted = Parted(text, [(place.start, place.end, place.result) for place in settled])
    between = Alignment.identity(len(parted.between))
    return Conversion(parted.joined(parted.between), parted.aligned(parted.between, between))


def explained_alone(text: str, settle: Settle) -> list[Piece]:
    """What became of each piece of the text, likewise."""
    pieces: list[Piece] = []
    position = 0
    for place in settle(text):
        pieces += (*whole(text[position : place.start]), settled_piece(text, place))
        position = place.end
    return [*pieces, *whole(text[position:])]


def settled_piece(text: str, place: Settled) -> Piece:
    """What a settled place of a text has become."""
    rule = Rule(place.reason, text[place.start : place.end], place.result)
    return Piece(place.end - place.start, place.result, (rule,))
