"""Lists of words that a reader colours together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reader.model.highlight import PALETTE_SIZE


class HighlightStyle(Enum):
    """How a word is coloured."""

    BACKGROUND = "background"
    UNDERLINE = "underline"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Keyword:
    """One entry of a list.

    Attributes:
        text: a word in any script, matched on the folded key; or a regular expression, matched on the source.
        is_pattern: whether it is a regular expression.
        is_on: whether it is drawn.
        colour: index into the palette; None for the list's.
    """

    text: str
    is_pattern: bool = False
    is_on: bool = True
    colour: int | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a keyword needs a character")
        if self.colour is not None and not 0 <= self.colour < PALETTE_SIZE:
            raise ValueError(f"no such colour: {self.colour}")


@dataclass(frozen=True, slots=True)
class KeywordList:
    """Keywords with a name.

    Of two keywords that share characters the one that begins first is drawn, of those that begin at one place the
    longest, of those the one in the upper list, and in it the upper one. Words settle this among themselves before
    regular expressions come in.

    The list without a name is where single words go that the reader colours: each has a colour of its own.

    Attributes:
        name: as shown.
        keywords: in the reader's order.
        colour: index into the palette.
        style: how its words are coloured.
        is_on: whether any of it is drawn.
        file: the fingerprint of the one file it is for; None for every file.
    """

    name: str
    keywords: tuple[Keyword, ...] = ()
    colour: int = 0
    style: HighlightStyle = HighlightStyle.BACKGROUND
    is_on: bool = True
    file: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.colour < PALETTE_SIZE:
            raise ValueError(f"no such colour: {self.colour}")

    @property
    def is_loose(self) -> bool:
        """Whether it is the list without a name."""
        return not self.name

    def colour_of(self, keyword: Keyword) -> int:
        """The colour that one of its keywords is shown in."""
        return self.colour if keyword.colour is None else keyword.colour
