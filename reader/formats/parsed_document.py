"""A parsed file as a document: the one class for every format that is more than lines of text."""

from __future__ import annotations

import base64
import binascii
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from pathlib import Path

from reader.formats.chapters import Chapters, said
from reader.formats.cuts import SENTENCE_END, may_part
from reader.formats.limits import IMAGE_SIZE
from reader.formats.parsed import OBJECT, Paragraph, Parsed
from reader.formats.source import Fingerprint
from reader.model.block import Block, BlockKind
from reader.model.document import Document, FileChange, Passage, shown_name
from reader.model.mark import Mark, MarkKind
from reader.model.outline import Outline, OutlineEntry
from reader.model.position import Position, Span

#: Code points of the longest passage.
PASSAGE = 128 << 10

#: Code points of the longest block: about what a piece of a long line of plain text holds.
LONGEST = 2700
#: A longer paragraph is cut, over and over, behind the first sentence that ends so far on, or else that much farther.
_STRIDE = 2000
_SEEK = 500

_BLOCKS_KEPT = 512
_CUTS_KEPT = 64
_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)


class ParsedDocument(Document):
    """Paragraphs in memory. An address is the code-point offset of a character.

    The paragraphs follow one another, each with one address more for the break behind it, so that addresses and
    offsets are each other's plain sums: a block's ``end`` is its ``start``, the length of its text and, where the
    paragraph ends, one.
    """

    def __init__(
        self,
        path: Path,
        format_name: str,
        parsed: Parsed,
        fingerprint: Fingerprint | None = None,
        read_image: Callable[[str], bytes | None] | None = None,
        chapters: Chapters | None = None,
        is_beginning: bool = False,
    ) -> None:
        """The document of a parsed file.

        Args:
            path: the file.
            format_name: what the file is.
            parsed: what is in it.
            fingerprint: of the file.
            read_image: reads a picture from the file by its name, for those that are not in ``parsed``.
            chapters: what the reader says of its chapters.
            is_beginning: whether there is more in the file.

        Raises:
            BadPattern: the pattern in ``chapters`` is not one that can be used.
        """
        self._parsed = parsed
        parsed = said(parsed, chapters) if chapters else parsed
        self.path = path
        self.format = format_name
        self.is_vertical = parsed.is_vertical
        self.is_beginning = is_beginning
        self.has_ruby = any(mark.kind is MarkKind.RUBY for one in parsed.paragraphs for mark in one.marks)
        self.encoding = parsed.encoding
        self.confidence = parsed.confidence
        self._title = shown_name(parsed.title)
        self._author = parsed.author
        self._images = parsed.images
        self._read_image = read_image
        self._fingerprint = fingerprint
        self._paragraphs = parsed.paragraphs
        self._starts = array("Q", accumulate((len(one.text) + 1 for one in parsed.paragraphs), initial=0))
        self.size = self._starts.pop()
        # Cached methods would keep the document alive until the next collection of garbage.
        self._block = lru_cache(_BLOCKS_KEPT)(partial(_read_block, self._paragraphs, self._starts))
        self._cuts = lru_cache(_CUTS_KEPT)(partial(_cuts_of, self._paragraphs))

    @property
    def title(self) -> str:
        """What the file calls itself; its name where it says nothing."""
        return self._title or super().title

    @property
    def author(self) -> str:
        """Who wrote it, as the file says."""
        return self._author

    def with_chapters(self, chapters: Chapters) -> ParsedDocument:
        """The same document with other chapters.

        Raises:
            BadPattern: the pattern is not one that can be used.
        """
        return ParsedDocument(self.path, self.format, self._parsed, self._fingerprint, self._read_image, chapters)

    def block_at(self, address: int) -> Block:
        """The paragraph (or piece of one) that holds an address."""
        number = bisect_right(self._starts, min(max(0, address), self.size - 1)) - 1
        if len(self._paragraphs[number].text) <= LONGEST:
            return self._block(number, 0, None)
        cuts = self._cuts(number)
        piece = bisect_right(cuts, max(0, address) - self._starts[number])
        return self._block(number, cuts[piece - 1] if piece else 0, cuts[piece] if piece < len(cuts) else None)

    def block_after(self, block: Block) -> Block | None:
        """The next paragraph, or piece of this one."""
        return self.block_at(block.end) if block.end < self.size else None

    def block_before(self, block: Block) -> Block | None:
        """The paragraph before, or piece of this one."""
        return self.block_at(block.start - 1) if block.start > 0 else None

    def address_of(self, position: Position) -> int:
        """The sum of the block's start and the offset."""
        block = self.block_at(position.block)
        return block.start + max(0, min(position.offset, len(block.text)))

    def position_of(self, address: int) -> Position:
        """The character at an address; at a break, the end of its block."""
        block = self.block_at(address)
        return Position(block.start, max(0, min(address - block.start, len(block.text))))

    def passages(self, start: int = 0, end: int | None = None) -> Iterator[Passage]:
        """The text from the block at ``start`` to the end of the block that ``end`` falls in or behind."""
        begin = self.block_at(start).start
        stop = self.size if end is None or end >= self.size else self.block_at(max(0, end - 1)).end
        while begin < stop:
            limit = stop if begin + PASSAGE >= stop else self.block_at(begin + PASSAGE).start
            yield Passage(begin, limit, self._text(begin, limit))
            begin = limit

    def addresses_in(self, passage: Passage, offsets: list[int]) -> list[int]:
        """The sums of the passage's start and the offsets."""
        return [passage.start + offset for offset in offsets]

    def outlines(self) -> Iterator[Outline]:
        """Nothing but the characters needs counting: all paragraphs and headings at once, then those with it."""
        headings = tuple(
            OutlineEntry(number, self._starts[number], one.level, one.text.strip())
            for number, one in enumerate(self._paragraphs)
            if one.kind in _HEADINGS
        )
        characters = 0
        for passage in self.passages():
            if passage.start == 0 and passage.end < self.size:
                yield Outline(self._starts[:], headings, characters, is_complete=False)
            characters += len("".join(passage.text.split())) - passage.text.count(OBJECT)
        yield Outline(self._starts[:], headings, characters, is_complete=not self.is_beginning)

    def image(self, name: str) -> bytes | None:
        """A picture of the file, no larger than ``IMAGE_SIZE``."""
        held = self._images.get(name)
        if held is None:
            return self._read_image(name) if self._read_image else None
        try:
            content = base64.b64decode(held)
        except binascii.Error:
            return None
        return content if len(content) <= IMAGE_SIZE else None

    def image_size(self, name: str) -> tuple[int, int] | None:
        """How large a picture is, known since the file was parsed."""
        return self._parsed.sizes.get(name)

    def file_change(self) -> FileChange | None:
        """What happened to the file since it was opened, or None."""
        return self._fingerprint.change() if self._fingerprint else None

    def close(self) -> None:
        """Nothing to do: the file was closed when it had been read."""

    def _text(self, start: int, end: int) -> str:
        """The text from one block's start to another's, with a line feed for each break."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        text = "\n".join(one.text for one in self._paragraphs[first : last + 1]) + "\n"
        return text[start - self._starts[first] : end - self._starts[first]]


def _read_block(
    paragraphs: Sequence[Paragraph], starts: Sequence[int], number: int, begin: int, stop: int | None
) -> Block:
    """A paragraph's block from one offset in it to another, or to its end."""
    one = paragraphs[number]
    start = starts[number] + begin
    text = one.text[begin:stop]
    marks = tuple(_moved(mark, begin, len(text), starts) for mark in one.marks if _touches(mark, begin, len(text)))
    end = start + len(text) + (stop is None)
    return Block(
        start, end, text, one.kind, one.level, begin == 0, stop is None, marks, one.marker if not begin else ""
    )


def _touches(mark: Mark, begin: int, length: int) -> bool:
    return mark.span.start < begin + length and mark.span.end > begin


def _moved(mark: Mark, begin: int, length: int, starts: Sequence[int]) -> Mark:
    """A paragraph's mark as its piece has it, and a link to a paragraph as one to an address."""
    span = Span(max(0, mark.span.start - begin), min(length, mark.span.end - begin))
    value = mark.value
    if mark.kind is MarkKind.LINK and value.startswith("#"):
        value = f"#{starts[int(value[1:])]}"
    return Mark(span, mark.kind, value)


def _cuts_of(paragraphs: Sequence[Paragraph], number: int) -> list[int]:
    """The offsets at which a long paragraph is cut, ascending."""
    text = paragraphs[number].text
    cuts: list[int] = []
    place = 0
    while len(text) - place > LONGEST:
        place += _STRIDE
        sentence = SENTENCE_END.search(text, place, place + _SEEK)
        place = sentence.end() if sentence else place
        place = next((at for at in range(place, place + _SEEK // 4) if may_part(text, at)), place)
        cuts.append(place)
    return cuts
