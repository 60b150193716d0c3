"""A block: one paragraph or heading of a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class BlockKind(Enum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    TITLE = "title"
    HEADING = "heading"


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
        level: 0 for a paragraph, else the heading's depth from 1.
        is_first: whether the paragraph starts here (False for a later piece of a long paragraph).
        is_last: whether the paragraph ends here.
    """

    start: int
    end: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    is_first: bool = True
    is_last: bool = True

    @property
    def is_heading(self) -> bool:
        """Whether the block is a title or a heading."""
        return self.kind is not BlockKind.PARAGRAPH
