"""A text as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from reader.convert.alignment import Alignment
from reader.model.block import Block


@dataclass(frozen=True, slots=True)
class Conversion:
    """What is shown for a text, and how the two belong together.

    Attributes:
        text: what is shown.
        alignment: of the source text and ``text``.
    """

    text: str
    alignment: Alignment


def unchanged(text: str) -> Conversion:
    """A text shown as it is written."""
    return Conversion(text, Alignment.identity(len(text)))


def as_written(block: Block) -> Conversion:
    """A block shown as it is written."""
    return unchanged(block.text)
