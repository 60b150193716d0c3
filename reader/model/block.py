"""A block: one paragraph or heading of a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reader.model.mark import Mark


class BlockKind(Enum):
    """What a block is on the page. All but the titles and headings can be shown as paragraphs are."""

    PARAGRAPH = "paragraph"
    TITLE = "title"
    HEADING = "heading"
    #: Who wrote it, when, and where it comes from.
    BYLINE = "byline"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    #: White space in it counts.
    CODE = "code"
    #: Its cells stand between tabs.
    TABLE_ROW = "table row"
    #: A footnote or an endnote.
    NOTE = "note"
    #: Nothing but a picture: a ``MarkKind.IMAGE`` covers the text, which stands for it where it cannot be shown.
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading, or one piece of a paragraph that is too long to hold at once.

    The blocks of a document cover its text without gaps and in order: ``end`` is the ``start`` of the next block. The
    line break, and the blank lines behind it, lie inside the block but not in its text.

    Attributes:
        start: address of the first character of ``text``'s line (its indent included).
        end: address at which the next block starts.
        text: the source text as written, without its line break; offsets into it are code points.
        kind: paragraph or heading.
        level: the depth of a heading, a quotation or a list item from 1, else 0.
        is_first: whether the paragraph starts here (False for a later piece of a long paragraph).
        is_last: whether the paragraph ends here.
        marks: what is bold, a link, has a reading beside it…, by where each starts; they may overlap.
        marker: what is shown before a list item, such as ``•`` or ``3.``; no part of the text.
    """

    start: int
    end: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    is_first: bool = True
    is_last: bool = True
    marks: tuple[Mark, ...] = ()
    marker: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether the block is a title or a heading."""
        return self.kind in (BlockKind.TITLE, BlockKind.HEADING)
