"""What of a document can be printed: all of it, the chapter that is read, what is selected."""

from __future__ import annotations

from enum import Enum, auto

from reader.model.document import Document
from reader.model.excerpt import Excerpt
from reader.model.outline import Outline
from reader.model.position import Position, Range


class PrintRange(Enum):
    """How much is printed."""

    WHOLE = auto()
    CHAPTER = auto()
    SELECTION = auto()


def print_ranges(
    document: Document, outline: Outline, address: int, selected: Range | None
) -> dict[PrintRange, Document]:
    """The documents that can be printed, the whole one first.

    Args:
        document: that is open.
        outline: of the document, as far as it is counted.
        address: what is read.
        selected: what is selected.
    """
    found: dict[PrintRange, Document] = {PrintRange.WHOLE: document}
    chapter = chapter_at(document, outline, address)
    if chapter is not None:
        found[PrintRange.CHAPTER] = Excerpt(document, chapter)
    if selected is not None:
        found[PrintRange.SELECTION] = Excerpt(document, selected)
    return found


def chapter_at(document: Document, outline: Outline, address: int) -> Range | None:
    """The chapter at an address: from its heading to the next one of its level or above; None before the first."""
    index = outline.heading_at(address)
    if index is None:
        return None
    heading = outline.headings[index]
    following = (entry.address for entry in outline.headings[index + 1 :] if entry.level <= heading.level)
    end = next(following, document.size)
    last = document.block_at(max(heading.address, end - 1))
    return Range(Position(heading.address, 0), Position(last.start, len(last.text)))
