"""Where a page ends: never within a line, and not where a paragraph would be torn badly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineSlot:
    """A line as far as it matters for pages.

    Attributes:
        top: the row at which it begins.
        bottom: the row behind it.
        is_first: whether its paragraph begins with it.
        is_last: whether its paragraph ends with it.
        is_heading: whether it belongs to a heading.
    """

    top: int
    bottom: int
    is_first: bool = True
    is_last: bool = True
    is_heading: bool = False


def page_break(lines: Sequence[LineSlot], height: int) -> int:
    """How many lines make up a page.

    A page does not end with a heading nor with the first of several lines of a paragraph (an orphan), and the next one
    does not begin with the last line of several (a widow): the same as books do and as CSS calls ``orphans: 2`` and
    ``widows: 2`` (CSS Fragmentation 3, section 3.3; CLREQ and JLREQ leave single lines to the typesetter). Where that
    would leave half of the page empty, the page is filled instead.

    Args:
        lines: from the page's first one on, until after the first that does not fit, or the document's end.
        height: of the page, in rows.

    Returns:
        At least 1, even if that line is higher than the page; all lines that are given where they all fit.
    """
    room = lines[0].top + height
    full = next((index for index, line in enumerate(lines) if line.bottom > room), len(lines))
    if full in (0, len(lines)):
        return max(1, full)
    count = full
    if lines[count].is_last and not lines[count].is_first:
        count -= 1
    while count > 0 and _is_bad_end(lines[count - 1]):
        count -= 1
    return count if count > full / 2 else full


def _is_bad_end(line: LineSlot) -> bool:
    return line.is_heading or (line.is_first and not line.is_last)
