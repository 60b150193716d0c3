"""What a file says of some characters of a block besides what they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reader.model.position import Span


class MarkKind(Enum):
    """How marked characters are shown."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    CODE = "code"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LINK = "link"
    #: Readings beside the characters (furigana, bopomofo, pinyin).
    RUBY = "ruby"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked characters of a block.

    Attributes:
        span: in code points of the block's text.
        kind: how they are shown.
        value: of a link, where it leads: ``#`` and an address of the same document, or an absolute http, https or
            mailto URL; of ruby, the reading; of an image, its name for ``Document.image``. Else empty.
    """

    span: Span
    kind: MarkKind
    value: str = ""
