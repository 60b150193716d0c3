"""The line breaks of a hard-wrapped text that part no paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from reader.formats.headings import Headings
from reader.formats.lines import Line, Lines
from reader.formats.wrapping import Wrapping

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Joints:
    """Which lines of a text go on with the paragraph above. Told from the two lines alone, wherever they stand.

    Attributes:
        lines: of the text.
        wrapping: how it is wrapped.
        headings: of the text; no heading is joined to anything.
        is_fixed: whether the line at an address is a title, or what the reader has said something of: nor are these.
    """

    lines: Lines
    wrapping: Wrapping
    headings: Headings
    is_fixed: Callable[[int], bool]

    def before(self, line: Line, text: str) -> bool:
        """Whether a line goes on with the paragraph of the line above it."""
        above = self.lines.adjacent_before(line) if line.is_whole else None
        return above is not None and self._is_joint(above, self.lines.decode(above.start, above.stop).text, line, text)

    def behind(self, line: Line, text: str) -> bool:
        """Whether the line below goes on with the paragraph of a line."""
        below = self.lines.adjacent_behind(line) if line.is_whole else None
        return below is not None and self._is_joint(line, text, below, self.lines.decode(below.start, below.stop).text)

    def breaks(self, text: str, fixed: set[int], is_joined_behind: bool) -> list[tuple[int, int]]:
        """The offsets at which the breaks start and end that part no paragraphs.

        Args:
            text: many lines, from the start of one.
            fixed: offsets of the lines that are never joined.
            is_joined_behind: whether the line behind the text goes on with its last paragraph.
        """
        found: list[tuple[int, int]] = []
        continues, level_of = self.wrapping.continues, self.headings.level_of
        before, at = "", 0
        ended = 0, 0
        for match in _LINE.finditer(text):
            line, start = match[1], match.start()
            if (
                before
                and continues(before, line)
                and not (fixed and fixed & {at, start})
                and not level_of(before)
                and not level_of(line)
            ):
                found.append(ended)
            before, at, ended = line, start, match.span(2)
            if match.end() == len(text):
                break
        if is_joined_behind and ended[0] < ended[1]:
            found.append(ended)
        return found

    def _is_joint(self, above: Line, above_text: str, below: Line, below_text: str) -> bool:
        return (
            above.is_whole
            and below.is_whole
            and self.wrapping.continues(above_text, below_text)
            and not self.is_fixed(above.start)
            and not self.is_fixed(below.start)
            and not self.headings.level_of(above_text)
            and not self.headings.level_of(below_text)
        )


def without(text: str, breaks: list[tuple[int, int]]) -> str:
    """``text`` without some stretches of it."""
    pieces: list[str] = []
    at = 0
    for start, end in breaks:
        pieces.append(text[at:start])
        at = end
    return "".join(pieces) + text[at:]


def original_offsets(offsets: list[int], breaks: list[tuple[int, int]]) -> list[int]:
    """Where characters of ``without(text, breaks)`` stood in the text; behind a break, not before it."""
    removed = [0]
    places: list[int] = []
    for start, end in breaks:
        places.append(start - removed[-1])
        removed.append(removed[-1] + end - start)
    return [offset + removed[bisect_right(places, offset)] for offset in offsets]
