"""A document: the parsed source, read block by block wherever the reader is."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from reader.model.block import Block
from reader.model.outline import Outline
from reader.model.position import Position

#: Controls of lines, and of the direction in which others are read (Unicode Standard Annex 9).
_CONTROLLING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def shown_name(name: str) -> str:
    """A name that stands in one line and turns nothing round, U+FFFD for what is no text or would do so."""
    text = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROLLING.sub("\ufffd", text)


class FileChange(Enum):
    """What happened to a document's file since it was opened."""

    VANISHED = auto()
    CHANGED = auto()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's raw text, many blocks at once, for work that scans the whole.

    Attributes:
        start: address of the first character.
        end: address behind the last.
        text: the decoded text, line breaks included.
    """

    start: int
    end: int
    text: str


class Document(ABC):
    """An immutable text, addressed by integers that grow in reading order.

    Addresses run from 0 to ``size``. Nothing is counted up front: every call costs what the blocks that it touches
    cost, whatever the size of the file. Safe to read from several threads.

    Attributes:
        path: the file.
        size: the end of the address space; for a text file its length in bytes.
        encoding: Python's codec name.
        confidence: how sure the encoding is, 0 to 1.
        format: what kind of file it is, a name of ``reader.formats.format_table``.
        is_vertical: whether the file asks for columns from right to left.
        is_beginning: whether it is but the beginning of the file, the rest of which is still being read. The whole
            has the same text at the same addresses.
        has_ruby: whether readings stand beside any of its characters.
    """

    path: Path
    size: int
    encoding: str
    confidence: float
    format: str = "text"
    is_vertical: bool = False
    is_beginning: bool = False
    has_ruby: bool = False

    @abstractmethod
    def block_at(self, address: int) -> Block:
        """The block that holds ``address``; the nearest one where no block does."""

    @abstractmethod
    def block_after(self, block: Block) -> Block | None:
        """The next block, or None at the end."""

    @abstractmethod
    def block_before(self, block: Block) -> Block | None:
        """The block before, or None at the start."""

    @abstractmethod
    def address_of(self, position: Position) -> int:
        """The address of a character. An offset beyond the block's text gives the end of that text."""

    @abstractmethod
    def position_of(self, address: int) -> Position:
        """The character that holds ``address``."""

    @abstractmethod
    def passages(self, start: int = 0, end: int | None = None) -> Iterator[Passage]:
        """The text from the block at ``start`` on, in passages of bounded length that end where a line does."""

    @abstractmethod
    def addresses_in(self, passage: Passage, offsets: list[int]) -> list[int]:
        """The addresses of ascending code-point offsets of ``passage.text``."""

    @abstractmethod
    def outlines(self) -> Iterator[Outline]:
        """Count the document from its start: ever longer outlines, the last one complete unless more is to come.

        Every step is short, so that a background task can be cancelled between two.
        """

    @abstractmethod
    def file_change(self) -> FileChange | None:
        """What happened to the file since it was opened, or None. Costs one ``stat``."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the file. Calling it twice is harmless."""

    def image(self, name: str) -> bytes | None:
        """The picture that an image mark names, as it stands in the file; None if it cannot be had.

        Its format and size are whatever the file says: whoever decodes it must bound what it takes.
        """
        return None

    def image_size(self, name: str) -> tuple[int, int] | None:
        """Width and height of a picture in pixels as its file says, without reading it; None if they are not known."""
        return None

    @property
    def author(self) -> str:
        """Who wrote it, as the file says; empty where it does not."""
        return ""

    @property
    def title(self) -> str:
        """The name to show: the file's name without its suffix, U+FFFD for what is no text in it."""
        return shown_name(self.path.stem)
