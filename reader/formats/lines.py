"""The lines of a text file, found from any address without having read what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.formats.codec import Codec, Decoded
from reader.formats.cuts import LONGEST, MARGIN, STRIDE, Cuts
from reader.formats.source import Source

#: Bytes that are looked at on either side of an address: most lines lie within the first, and what decides where a
#: longer one is cut lies within the second, for it reaches over less than three strides.
_NEAR = 1024
_FAR = 16384

_BLANK_RUN = 128
_NOT_BLANK = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or one piece of a line longer than ``LONGEST`` bytes.

    Attributes:
        start: address of the first character.
        stop: address behind the last character; the line break is not one of them.
        end: address behind the line break, where the next line or piece starts.
        is_first: whether it begins with the line.
        is_last: whether it ends with the line.
    """

    start: int
    stop: int
    end: int
    is_first: bool
    is_last: bool

    @property
    def is_whole(self) -> bool:
        """Whether it is a line, not a piece of one."""
        return self.is_first and self.is_last


class Lines:
    """The lines of a text. They cover it from ``first`` to ``size`` without gaps.

    Line feeds and carriage returns each end a line, so that the two together end one line and make an empty one, which
    is skipped like every other. A line is blank if it holds white space only and is no longer than ``LONGEST``: whether
    a line is blank can thus be told from any place in it by reading so much.

    Attributes:
        first: address of the first character, behind a byte order mark.
        size: address behind the last.
    """

    def __init__(self, source: Source, codec: Codec, first: int) -> None:
        self.first = first
        self.size = source.size
        self._source = source
        self._codec = codec
        self._cuts = Cuts(source, codec, first)

    def aligned(self, address: int) -> int:
        """The nearest address at which a unit of the encoding starts, in the text."""
        address = max(self.first, min(address, self.size - 1))
        return address - address % self._codec.unit

    def decode(self, start: int, end: int, is_whole: bool = True) -> Decoded:
        """The characters from one character's address to another's."""
        return self._codec.decode(self._read(start, end), is_whole)

    def decode_lines(self, start: int, end: int) -> Decoded:
        """The characters of many lines, from the start of one (or of a piece) to that of another.

        Just what their pieces read one by one: where a double-byte line is damaged, each piece finds its feet again.
        """
        if self._codec.is_synchronous:
            return self.decode(start, end)
        decoded = [self.decode(*run) for run in self._runs(start, end)]
        return Decoded("".join(run.raw for run in decoded), "".join(run.text for run in decoded))

    def line_at(self, address: int) -> Line:
        """The line or piece that holds an (aligned) address."""
        start, stop = self._ends(address, _NEAR)
        if start is None or stop is None:
            start, stop = self._ends(address, _FAR)
            if start is None or stop is None or stop - start > LONGEST:
                return self._piece_at(address, start, stop)
        return Line(start, stop, self._behind_break(stop), True, True)

    def adjacent_before(self, line: Line) -> Line | None:
        """The line above, if but one line break stands between; a carriage return and a line feed are one."""
        if line.start <= self.first:
            return None
        above = self.line_at(line.start - self._codec.unit)
        if above.start == above.stop and above.start > self.first and self._is_pair(above.start):
            above = self.line_at(above.start - self._codec.unit)
        return above if above.start < above.stop else None

    def adjacent_behind(self, line: Line) -> Line | None:
        """The line below, if but one line break stands between; a carriage return and a line feed are one."""
        if line.end >= self.size:
            return None
        below = self.line_at(line.end)
        if below.start == below.stop and below.end < self.size and self._is_pair(below.start):
            below = self.line_at(below.end)
        return below if below.start < below.stop else None

    def is_blank(self, line: Line, text: str) -> bool:
        """Whether a line, which reads ``text``, is one to skip."""
        return line.is_whole and not _NOT_BLANK.search(text)

    def next_written(self, address: int) -> int:
        """The start of the first line from ``address`` on, itself a line's start, that is not blank, else ``size``."""
        # Wide enough to tell that a line is long, too narrow to hold all of one.
        longest = LONGEST + self._codec.unit
        span = _BLANK_RUN
        while address < self.size:
            end = min(address + span, self.size)
            data = self._read(address, end)
            raw, text = self._codec.decode(data, is_whole=end == self.size)
            written = _NOT_BLANK.search(text)
            if written:
                return address + self._codec.length(raw, _line_start(text, written.start()))
            last_break = self._codec.last_break(data, 0, len(data))
            if last_break >= 0:
                address += last_break + self._codec.unit
            elif end - address > LONGEST:
                return address
            elif end == self.size:
                break
            span = min(2 * span, longest)
        return self.size

    def last_written(self, address: int) -> int | None:
        """An address in the last line before ``address``, itself a line's start, that is not blank, or None."""
        longest = LONGEST + self._codec.unit
        span = _BLANK_RUN
        while address > self.first:
            stop = address - self._codec.unit
            begin = max(self.first, stop - span)
            data = self._read(begin, stop)
            first_break = self._codec.first_break(data)
            if first_break >= 0 and begin > self.first:
                begin += first_break + self._codec.unit
            elif first_break < 0 and stop - begin > LONGEST:
                return stop
            elif begin > self.first:
                span = min(2 * span, longest)
                continue
            raw, text = self.decode(begin, stop)
            written = len(text.rstrip())
            if written:
                return begin + self._codec.length(raw, written - 1)
            address = begin
            span = min(2 * span, longest)
        return None

    def _ends(self, address: int, span: int) -> tuple[int | None, int | None]:
        """Start and stop of the line that holds ``address``, each None if it lies ``span`` bytes away or farther."""
        begin, end = max(self.first, address - span), min(address + span, self.size)
        data = self._read(begin, end)
        before = self._codec.last_break(data, 0, address - begin)
        behind = self._codec.first_break(data, address - begin)
        start = begin + before + self._codec.unit if before >= 0 else self.first if begin == self.first else None
        stop = begin + behind if behind >= 0 else self.size if end == self.size else None
        return start, stop

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Stretches of whole lines, and single pieces of long ones, that cover ``start`` to ``end``."""
        data = self._read(start, end)
        run = address = start
        is_line_start = self.line_at(start).is_first
        while address < end:
            # The last break within the longest line's length is behind lines that are none of them long.
            found = self._codec.last_break(data, address - start, address - start + LONGEST + self._codec.unit)
            if is_line_start and found >= 0:
                address = start + found + self._codec.unit
                continue
            if run < address:
                yield run, address
            line = self.line_at(address)
            yield address, min(line.end, end)
            run = address = line.end
            is_line_start = line.is_last
        if run < end:
            yield run, end

    def _piece_at(self, address: int, start: int | None, stop: int | None) -> Line:
        """The piece that holds ``address`` of a long line, whose ends are given unless they are far off."""

        def cut(number: int) -> int | None:
            place = number * STRIDE
            if (start is not None and place < start + MARGIN) or (stop is not None and place + MARGIN > stop):
                return None
            found = self._cuts.behind(number)
            return found if stop is None or found + MARGIN <= stop else None

        number = address // STRIDE
        before = [place for place in (cut(number - 1), cut(number)) if place is not None and place <= address]
        behind = [place for place in map(cut, range(number, number + 3)) if place is not None and place > address]
        piece_start = before[-1] if before else start
        piece_stop = behind[0] if behind else stop
        # There is a cut within three strides on either side, unless an end of the line is nearer.
        assert piece_start is not None
        assert piece_stop is not None
        return Line(
            piece_start,
            piece_stop,
            piece_stop if behind else self._behind_break(piece_stop),
            is_first=not before,
            is_last=not behind,
        )

    def _is_pair(self, address: int) -> bool:
        """Whether a carriage return stands before an address and a line feed at it."""
        unit = self._codec.unit
        return self.decode(address - unit, min(address + unit, self.size)).text == "\r\n"

    def _behind_break(self, stop: int) -> int:
        return min(stop + self._codec.unit, self.size)

    def _read(self, start: int, end: int) -> bytes:
        return self._source.read(start, end, self._codec.line_feed)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
