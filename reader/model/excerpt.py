"""Part of a document, as a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.model.block import Block
from reader.model.document import Document, FileChange, Passage
from reader.model.mark import Mark
from reader.model.outline import Outline
from reader.model.position import Position, Range, Span


class Excerpt(Document):
    """The characters of a range. Addresses are those of the whole document, and so are all blocks but the outer two.

    It lives as long as the document; closing it does not close that.
    """

    def __init__(self, document: Document, selected: Range) -> None:
        self._document = document
        self._range = selected
        self._first = document.block_at(selected.start.block)
        self._last = document.block_at(selected.end.block)
        self.path = document.path
        self.size = self._last.end
        self.encoding, self.confidence = document.encoding, document.confidence
        self.format, self.is_vertical = document.format, document.is_vertical

    def block_at(self, address: int) -> Block:
        """The block that holds ``address``, as far as it is in the range; the nearest one where no block does."""
        return self._cut(self._document.block_at(min(max(address, self._first.start), self._last.end - 1)))

    def block_after(self, block: Block) -> Block | None:
        """The next block, or None at the end."""
        return self._within(self._document.block_after(block))

    def block_before(self, block: Block) -> Block | None:
        """The block before, or None at the start."""
        return self._within(self._document.block_before(block))

    def address_of(self, position: Position) -> int:
        """The address of a character."""
        return self._document.address_of(self._moved(position, +1))

    def position_of(self, address: int) -> Position:
        """The character that holds ``address``."""
        within = min(max(address, self._document.address_of(self._range.start)), max(0, self.size - 1))
        return self._moved(self._document.position_of(within), -1)

    def passages(self, start: int = 0, end: int | None = None) -> Iterator[Passage]:
        """The text of the blocks in the range, whole blocks."""
        upto = self.size if end is None else min(end, self.size)
        return self._document.passages(max(start, self._first.start), upto)

    def addresses_in(self, passage: Passage, offsets: list[int]) -> list[int]:
        """The addresses of ascending code-point offsets of ``passage.text``."""
        return self._document.addresses_in(passage, offsets)

    def outlines(self) -> Iterator[Outline]:
        """The outline of the whole document: paragraphs keep their numbers."""
        return self._document.outlines()

    def file_change(self) -> FileChange | None:
        """What happened to the file since it was opened, or None."""
        return self._document.file_change()

    def close(self) -> None:
        """Nothing is held."""

    def image(self, name: str) -> bytes | None:
        """The picture that an image mark names."""
        return self._document.image(name)

    def image_size(self, name: str) -> tuple[int, int] | None:
        """Width and height of a picture in pixels."""
        return self._document.image_size(name)

    @property
    def author(self) -> str:
        """Who wrote the document."""
        return self._document.author

    @property
    def title(self) -> str:
        """The name of the document."""
        return self._document.title

    def _within(self, block: Block | None) -> Block | None:
        is_in = block is not None and self._first.start <= block.start <= self._last.start
        return self._cut(block) if block is not None and is_in else None

    def _moved(self, position: Position, direction: int) -> Position:
        """From an offset in a block of this document to one in the whole one's (+1), or back (-1)."""
        if position.block != self._first.start:
            return position
        return Position(position.block, max(0, position.offset + direction * self._range.start.offset))

    def _cut(self, block: Block) -> Block:
        start = self._range.start.offset if block.start == self._first.start else 0
        end = self._range.end.offset if block.start == self._last.start else len(block.text)
        if start <= 0 and end >= len(block.text):
            return block
        held = Span(min(start, len(block.text)), max(start, min(end, len(block.text))))
        marks = tuple(mark for found in block.marks if (mark := _cut_mark(found, held)) is not None)
        return replace(block, text=block.text[held.start : held.end], marks=marks)


def _cut_mark(mark: Mark, held: Span) -> Mark | None:
    start, end = max(mark.span.start, held.start), min(mark.span.end, held.end)
    return replace(mark, span=Span(start - held.start, end - held.start)) if start < end else None
