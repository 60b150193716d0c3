"""What the view shows, as it is given to it: a document, its conversion and its highlights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.convert.conversion import Conversion
from reader.model.block import Block
from reader.model.document import Document
from reader.model.keyword_list import HighlightStyle
from reader.model.position import Span
from reader.model.text_change import TextChange


@dataclass(frozen=True, slots=True)
class Highlight:
    """Coloured characters of one block's source text.

    Attributes:
        span: in code points of the block's text.
        colour: index into the palette.
        is_current: whether it is the one that the reader stepped to.
        style: how it is coloured.
    """

    span: Span
    colour: int
    is_current: bool = False
    style: HighlightStyle = HighlightStyle.BACKGROUND


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """Characters of one block's source text that a search found: a frame around them, whatever colour they have.

    Attributes:
        span: in code points of the block's text.
        is_current: whether it is the match that the reader stepped to.
    """

    span: Span
    is_current: bool = False


def no_changes(block: Block) -> tuple[TextChange, ...]:
    """The changes of a document whose changes are not to be seen."""
    return ()


def no_highlights(block: Block) -> tuple[Highlight, ...]:
    """The highlights of a document in which nothing is coloured."""
    return ()


def nothing_found(block: Block) -> tuple[FoundSpan, ...]:
    """The matches of a document in which nothing is looked for."""
    return ()


def no_readings(text: str) -> tuple[str, ...]:
    """The readings where none are asked for."""
    return ()


@dataclass(frozen=True, slots=True)
class Content:
    """A document as the view sees it.

    Attributes:
        document: the source.
        convert: what is shown for a block.
        highlights: what is coloured in a block. Of highlights of one style that share characters, the last is seen.
        word_at: the word that holds a code point of a text.
        found: what a search found in a block.
        changes: what is underlined in a block because conversion has changed it.
        readings: what is to stand beside each code point of a shown text, empty for nothing.
    """

    document: Document
    convert: Callable[[Block], Conversion]
    word_at: Callable[[str, int], Span]
    highlights: Callable[[Block], tuple[Highlight, ...]] = no_highlights
    found: Callable[[Block], tuple[FoundSpan, ...]] = nothing_found
    changes: Callable[[Block], tuple[TextChange, ...]] = no_changes
    readings: Callable[[str], Sequence[str]] = no_readings
