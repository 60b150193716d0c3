"""What conversion has changed in a text, as far as it is shown to the reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from reader.model.position import Span


class ChangeKind(IntEnum):
    """Why characters are shown as others; each kind is drawn in a way of its own."""

    #: A character, or a mark, that can only be shown so.
    CHARACTER = 0
    #: One of several forms that a character can have.
    CHOICE = 1
    #: A word of a region for that of another.
    REGIONAL = 2
    #: What the reader has said.
    OWN = 3


#: What deserves a look: everything else follows from the script.
NOTABLE = frozenset({ChangeKind.CHOICE, ChangeKind.REGIONAL, ChangeKind.OWN})


@dataclass(frozen=True, slots=True)
class TextChange:
    """Characters of a block that are shown as others.

    Attributes:
        span: in code points of the block's text.
        kind: why.
    """

    span: Span
    kind: ChangeKind
