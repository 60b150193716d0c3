"""Things that a text names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class EntityKind(Enum):
    """What a name names. The value is used in files and on the command line."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """One place at which something is named: code points ``[start, end)`` of a text."""

    start: int
    end: int
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class NamedThing:
    """Something that a text names, at one place or at many.

    Attributes:
        text: as it is written where it stands first.
        kind: what it is.
        count: how often it is named, in any script.
        first: code points before the first place; in a whole document its address.
    """

    text: str
    kind: EntityKind
    count: int
    first: int
