"""From the lines of printed pages to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

#: Lines at the top and at the bottom of a page that may be running heads, and the pages that must have one alike.
_EDGE = 2
_ALIKE = 3
_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*(?:第?\s*[0-9０-９]{1,5}\s*[页頁]?|[ivxlcIVXLC]{1,7})(?:\s*[/／]\s*[0-9]{1,5})?[-—–·\s]*"
)
_DIGITS = re.compile(r"[0-9０-９]+|[一二三四五六七八九十百〇]+")
_SENTENCE_END = re.compile(r"[。！？!?…：:；」』”’）)】.]$")

#: In ems: a line is indented, ends early (in the middle of a sentence the rules of line breaking may take four marks
#: to the next line), or stands apart from the one above.
_INDENT = 0.8
_EARLY = 1.8
_VERY_EARLY = 5.5
_APART = 0.4
#: So much larger than most text is a heading, if it is no longer than so many code points.
_LARGER = 1.15
_LONGEST_HEADING = 60
#: Differences in the ratio of a heading's size that are one level.
_LEVELS = 3


class PageLine(NamedTuple):
    """A printed line.

    Attributes:
        text: without white space at its ends.
        left, right: its ends, in points from the left of the page.
        base: the height of its base line, in points from the bottom of the page.
        size: of its font, in points.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


def without_running_heads(pages: Sequence[list[PageLine]]) -> list[list[PageLine]]:
    """The pages without page numbers, and without lines at their edges that several pages have but for the numbers."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_shape(line.text) for line in _edge(page)})
    kept = []
    for page in pages:
        edge = set(_edge(page))
        kept.append(
            [
                line
                for line in page
                if line not in edge
                or not (edges[_shape(line.text)] >= _ALIKE or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text)))
            ]
        )
    # Short texts may say the same at the top of every page; without it nothing would be left.
    return kept if any(kept) else list(pages)


def paragraphs_of(pages: Sequence[list[PageLine]]) -> Iterator[tuple[int, str, int]]:
    """Paragraphs: the page that each starts on, its text, and its level if it is a heading, else 0.

    A line goes on with the paragraph above it, over the end of a page too, unless that one ends early, this one is
    indented or stands apart, or their sizes differ.
    """
    lines = [line for page in pages for line in page]
    if not lines:
        return
    body = _body_size(lines)
    sizes = sorted({round(line.size / body, 1) for line in lines if _is_large(line, body)}, reverse=True)
    text, start, last = "", 0, None
    for number, page in enumerate(pages):
        left, right, pitch = _measures(page, body)
        for index, line in enumerate(page):
            above = page[index - 1] if index else None
            if last is None or not _goes_on(last[0], last[1], line, above, left, pitch, body):
                if text and last:
                    yield start, text, _level(last[0], text, body, sizes)
                text, start = "", number
            text = _joined(text, line.text)
            last = line, right
    if text and last:
        yield start, text, _level(last[0], text, body, sizes)


def _goes_on(
    before: PageLine, right: float, line: PageLine, above: PageLine | None, left: float, pitch: float, body: float
) -> bool:
    """Whether a line belongs to the paragraph of the line before it, whose column ends at ``right``."""
    if abs(before.size - line.size) > 0.1 * body:
        return False
    early = _EARLY if _SENTENCE_END.search(before.text) else _VERY_EARLY
    if before.right < right - early * body:
        return False
    if line.left > left + _INDENT * body:
        return False
    return above is None or above.base - line.base <= (pitch + _APART * body) * max(1.0, line.size / body)


def _measures(page: Sequence[PageLine], body: float) -> tuple[float, float, float]:
    """Where most lines of a page start, where the longest end, and the usual distance of two base lines."""
    if not page:
        return 0.0, 0.0, 0.0
    starts = Counter(round(line.left / body * 2) for line in page)
    most = max(starts.values())
    left = min(start for start, count in starts.items() if count * 2 >= most) * body / 2
    rights = sorted(line.right for line in page)
    gaps = [one.base - other.base for one, other in pairwise(page)]
    return left, rights[int(len(rights) * 0.9)] if len(rights) > 4 else rights[-1], median(gaps) if gaps else 0.0


def _body_size(lines: Sequence[PageLine]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(1.0, max(sizes, key=lambda size: sizes[size]))


def _is_large(line: PageLine, body: float) -> bool:
    return line.size > _LARGER * body and len(line.text) <= _LONGEST_HEADING


def _level(line: PageLine, text: str, body: float, sizes: Sequence[float]) -> int:
    if not _is_large(line, body) or len(text) > _LONGEST_HEADING or text.endswith(("。", "，")):
        return 0
    return min(1 + sizes.index(round(line.size / body, 1)), _LEVELS)


def _joined(text: str, line: str) -> str:
    """Two lines of a paragraph: a space between Latin words, none between Han; a hyphen that parts a word goes."""
    if text[-1:].isascii() and text[-1:].isalnum() and line[:1].isascii() and line[:1].isalnum():
        return f"{text} {line}"
    if text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower():
        return text[:-1] + line
    return text + line


def _edge(page: Sequence[PageLine]) -> list[PageLine]:
    """The highest and the lowest lines of a page."""
    by_height = sorted(page, key=lambda line: -line.base)
    return by_height[:_EDGE] + by_height[max(_EDGE, len(by_height) - _EDGE) :]


def _shape(text: str) -> str:
    """A line whose numbers are all alike."""
    return "".join(_DIGITS.sub("0", text).split())
