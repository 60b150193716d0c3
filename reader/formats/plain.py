"""A plain text file as a document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from reader.formats.chapters import Chapters
from reader.formats.codec_table import codec_named
from reader.formats.encoding import Detection
from reader.formats.headings import Headings
from reader.formats.joints import Joints, original_offsets, without
from reader.formats.lines import Line, Lines
from reader.formats.outline_scan import LONGEST_MADE, OutlineScan
from reader.formats.source import Source
from reader.formats.titles import MOST_TITLES, title_levels
from reader.formats.wrapping import wrapping_of
from reader.model.block import Block, BlockKind
from reader.model.document import Document, FileChange, Passage
from reader.model.outline import Outline
from reader.model.position import Position

#: Bytes of the longest passage: a few milliseconds' work for whoever scans the text.
PASSAGE = 64 << 10

#: An outline doubles until it grows by so many bytes or by one part in so many, whichever is more: counting can be
#: given up in between, and copying what is counted never takes longer than counting it.
_STEP = 8 << 20
_PARTS = 16

_BLOCKS_KEPT = 512

#: Stretches of a text by which the rules for its chapters are chosen, and bytes and lines of one.
_STRETCHES = 4
_STRETCH = 32 << 10
_STRETCH_LINES = 1000
_BREAK = re.compile(r"[\r\n]+")


class _Entry(NamedTuple):
    """A block and the raw form of its text, from which bytes are counted."""

    block: Block
    raw: str


class PlainDocument(Document):
    """The lines of a text file. An address is the byte offset of a character.

    Each line that is not blank is a paragraph (or a heading), long ones in pieces; blank lines belong to the block
    before them. Where a text is hard-wrapped, each line is a piece of its paragraph: the break behind it lies inside
    the block and not in its text, as everywhere, so that addresses stay what they are. Nothing but a few stretches is
    read until it is asked for.
    """

    def __init__(
        self,
        path: Path,
        source: Source,
        detection: Detection,
        file_encoding: str = "",
        chapters: Chapters | None = None,
    ) -> None:
        """The text of ``source``, which the document closes when it is closed itself.

        Args:
            path: the file.
            source: its bytes, or what they were transcoded to.
            detection: what ``source`` is encoded in.
            file_encoding: what the file is encoded in, if that is something else.
            chapters: what the reader says of its chapters.
        """
        self.path = path
        self.size = source.size
        self.encoding = file_encoding or detection.encoding
        self.confidence = detection.confidence
        self._source = source
        self._detection = detection
        self._codec = codec_named(detection.encoding)
        self._lines = Lines(source, self._codec, detection.mark_length)
        sample = self._sample = self._sample_lines()
        self._headings = (chapters or Chapters()).headings(sample)
        self._titles: dict[int, int] = dict(self._read_titles())
        wrapping = wrapping_of(sample)
        fixed = frozenset((*self._titles, *self._headings.made, *self._headings.unmade))
        self._fixed = sorted(fixed)
        self._joints = Joints(self._lines, wrapping, self._headings, fixed.__contains__) if wrapping else None
        self._latest: tuple[tuple[int, int], tuple[str, str, list[tuple[int, int]]]] | None = None
        self._found: _Entry | None = None
        # A cached method would keep the document, and up to 32 MB with it, alive until the next collection of garbage.
        self._entry = lru_cache(_BLOCKS_KEPT)(
            partial(_read_entry, self._lines, self._titles, self._headings, self._joints)
        )

    def headings_of(self, chapters: Chapters) -> Headings:
        """The headings that the text would have if the reader said this of its chapters.

        Raises:
            BadPattern: the pattern is not one that can be used.
        """
        return chapters.headings(self._sample)

    def with_chapters(self, chapters: Chapters) -> PlainDocument:
        """The same text with other chapters; the two are closed each by itself.

        Raises:
            BadPattern: the pattern is not one that can be used.
        """
        return PlainDocument(self.path, self._source.again(), self._detection, self.encoding, chapters)

    def block_at(self, address: int) -> Block:
        """The line (or piece of one) that holds an address, or that stands before the blank lines there."""
        return self._entry_at(address).block

    def block_after(self, block: Block) -> Block | None:
        """The next line that is not blank, or piece of this one."""
        if block.end >= self.size:
            return None
        entry = self._entry(self._lines.line_at(block.end))
        return entry.block if entry else None

    def block_before(self, block: Block) -> Block | None:
        """The last line before that is not blank, or piece of this one."""
        if block.start <= self._lines.first:
            return None
        address: int | None = block.start - self._codec.unit
        if block.is_first or self._joints:
            address = self._lines.last_written(block.start)
        return None if address is None else self.block_at(address)

    def address_of(self, position: Position) -> int:
        """The first byte of a character."""
        block, raw = self._entry_at(position.block)
        address = block.start + self._codec.length(raw, max(0, min(position.offset, len(raw))))
        return min(address, block.end)

    def position_of(self, address: int) -> Position:
        """The character that a byte is part of; behind a block's text, the end of it."""
        block, raw = self._entry_at(address)
        if address >= self.size:
            return Position(block.start, len(raw))
        return Position(block.start, self._codec.count(raw, max(0, address - block.start)))

    def passages(self, start: int = 0, end: int | None = None) -> Iterator[Passage]:
        """The text from the block at ``start`` to the end of the block that ``end`` falls in or behind.

        Line breaks inside the paragraphs of a hard-wrapped text are left out.

        A passage has ``PASSAGE`` bytes or fewer, ends where a line does or where a long one is cut, and reads just as
        the blocks in it do.
        """
        begin = self.block_at(start).start
        stop = self.size if end is None or end >= self.size else self.block_at(max(0, end - 1)).end
        while begin < stop:
            limit = stop if begin + PASSAGE >= stop else self._lines.line_at(begin + PASSAGE).start
            yield Passage(begin, limit, self._joined(begin, limit)[0])
            begin = limit

    def addresses_in(self, passage: Passage, offsets: list[int]) -> list[int]:
        """The first bytes of characters of a passage, whose offsets ascend."""
        ends = [*offsets, len(passage.text)]
        size = passage.end - passage.start
        text = passage.text
        if self._joints:
            _, text, breaks = self._joined(passage.start, passage.end)
            ends = original_offsets(ends, breaks)
        lengths = [] if "\ufffd" in text else self._codec.lengths(text, ends)
        if not lengths or lengths[-1] != size:
            # Something in it was damaged: its text does not tell how many bytes stood there.
            lengths = self._codec.lengths(self._lines.decode_lines(passage.start, passage.end).raw, ends)
        if lengths[-1] > size:
            # The last character is half a unit of UTF-16.
            lengths = [min(length, size) for length in lengths]
        return [passage.start + length for length in lengths[:-1]]

    def outlines(self) -> Iterator[Outline]:
        """An outline of the first ``PASSAGE`` bytes, then ever longer ones."""
        scan = OutlineScan(self.addresses_in, self._titles, self.size, self._headings)
        due = PASSAGE
        for passage in self.passages():
            scan.add(passage)
            if passage.end >= due and passage.end < self.size:
                yield scan.outline(is_complete=False)
                due = passage.end + min(passage.end, max(_STEP, passage.end // _PARTS))
        yield scan.outline(is_complete=True)

    def file_change(self) -> FileChange | None:
        """What happened to the file since it was opened, or None."""
        return self._source.file_change()

    def close(self) -> None:
        """Let go of the file. Blocks that were read stay as they are."""
        self._source.close()

    def _entry_at(self, address: int) -> _Entry:
        """The block that holds an address: of a blank line, the one before; of blank lines at the top, the first."""
        # Who asks for one place of a block soon asks for another.
        found = self._found
        if found is not None and found.block.start <= address < found.block.end:
            return found
        found = self._found = self._looked_up(address)
        return found

    def _looked_up(self, address: int) -> _Entry:
        lines = self._lines
        line = lines.line_at(lines.aligned(address))
        entry = self._entry(line)
        if entry is None:
            before = lines.last_written(line.start)
            start = lines.next_written(line.end) if before is None else before
            entry = self._entry(lines.line_at(start)) if start < self.size else None
        # Only a file that has lost its text since it was opened holds no block.
        return entry or _Entry(Block(lines.first, self.size, ""), "")

    def _joined(self, start: int, end: int) -> tuple[str, str, list[tuple[int, int]]]:
        """Lines as a passage has them, as the file has them, and the breaks that the passage leaves out."""
        if self._joints is None:
            text = self._lines.decode_lines(start, end).text
            return text, text, []
        latest = self._latest
        if latest and latest[0] == (start, end):
            # What is scanned is asked for its addresses at once.
            return latest[1]
        raw, text = self._lines.decode_lines(start, end)
        near = self._fixed[bisect_left(self._fixed, start) : bisect_left(self._fixed, end)]
        offsets = [self._codec.count(raw, address - start) for address in near]
        fixed = {
            offset
            for offset, address in zip(offsets, near, strict=True)
            if self._codec.length(raw, offset) == address - start
        }
        is_joined = end < self.size and not self.block_at(end).is_first
        breaks = self._joints.breaks(text, fixed, is_joined)
        joined = without(text, breaks), text, breaks
        self._latest = (start, end), joined
        return joined

    def _sample_lines(self) -> list[str]:
        """Whole lines of stretches spread over the text, by which rules for it are chosen."""
        lines: list[str] = []
        for number in range(_STRETCHES):
            begin = self._lines.line_at(self._lines.aligned(self.size * number // _STRETCHES)).start
            end = min(begin + _STRETCH, self.size * (number + 1) // _STRETCHES)
            if begin < end:
                text = self._codec.decode(self._source.read(begin, end, self._codec.line_feed), is_whole=False).text
                # The last line may be cut off.
                whole = _BREAK.split(text, _STRETCH_LINES)[: None if end == self.size else -1][:_STRETCH_LINES]
                lines += [line for line in whole if line.strip()]
        return lines

    def _read_titles(self) -> Iterator[tuple[int, int]]:
        """Addresses and levels of the titles at the top of the text."""
        starts: list[int] = []
        texts: list[str] = []
        address = self._lines.next_written(self._lines.first)
        while address < self.size and len(starts) <= MOST_TITLES:
            line = self._lines.line_at(address)
            starts.append(address)
            texts.append(self._lines.decode(line.start, line.stop).text)
            address = self._lines.next_written(line.end) if line.is_last else self.size
        levels = title_levels(texts, self._headings.level_of)
        yield from zip(starts[: len(levels)], levels, strict=True)


def _read_entry(
    lines: Lines, titles: Mapping[int, int], headings: Headings, joints: Joints | None, line: Line
) -> _Entry | None:
    """The block that a line is, or None for a blank one."""
    raw, text = lines.decode(line.start, line.stop)
    if lines.is_blank(line, text):
        return None
    kind, level = BlockKind.PARAGRAPH, 0
    is_said = line.start in headings.made or line.start in headings.unmade
    if line.start in titles and not is_said:
        kind, level = BlockKind.TITLE, titles[line.start]
    elif line.is_whole and len(text) <= LONGEST_MADE and (found := headings.level_at(line.start, text)):
        kind, level = BlockKind.HEADING, found
    end = lines.next_written(line.end) if line.is_last else line.end
    is_first, is_last = line.is_first, line.is_last
    if joints and kind is BlockKind.PARAGRAPH:
        is_first = is_first and not joints.before(line, text)
        is_last = is_last and not joints.behind(line, text)
    return _Entry(Block(line.start, end, text, kind, level, is_first, is_last), raw)
