"""Selected text with its marks, for programs that take more than plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import pairwise

from reader.convert.conversion import Conversion
from reader.model.block import Block
from reader.model.document import Document
from reader.model.mark import Mark, MarkKind
from reader.model.position import Range, Span
from reader.view.part import Part, own_part
from reader.view.selection import source_span

#: The elements of what is marked.
_ELEMENTS = {
    MarkKind.BOLD: "b",
    MarkKind.ITALIC: "i",
    MarkKind.UNDERLINE: "u",
    MarkKind.STRIKE: "s",
    MarkKind.CODE: "code",
    MarkKind.SUPERSCRIPT: "sup",
    MarkKind.SUBSCRIPT: "sub",
}

_OUTWARD = ("http:", "https:", "mailto:")


def selection_html(document: Document, convert: Callable[[Block], Conversion], selected: Range) -> str | None:
    """A range as HTML, a ``p`` for each paragraph; None if nothing in it is marked, so that plain text says all."""
    paragraphs: list[list[str]] = [[]]
    is_marked = False
    block = document.block_at(selected.start.block)
    while True:
        span = source_span(selected, block)
        if span is not None:
            part = own_part(block, convert(block))
            held = part.display_span(span)
            if held is not None:
                marks = [mark for mark in block.marks if _opening(mark)]
                is_marked = is_marked or any(_overlap(part, mark, held) for mark in marks)
                paragraphs[-1] += _runs(part, marks, held)
        if selected.end.block < block.end:
            break
        after = document.block_after(block)
        if after is None:
            break
        if block.is_last:
            paragraphs.append([])
        block = after
    if not is_marked:
        return None
    return "".join(f"<p>{''.join(runs)}</p>" for runs in paragraphs if runs)


def _runs(part: Part, marks: list[Mark], held: Span) -> Iterator[str]:
    """The characters of a part that are held, cut where a mark begins or ends."""
    spans = [(mark, found) for mark in marks if (found := _overlap(part, mark, held)) is not None]
    edges = sorted({held.start, held.end, *(edge for _, span in spans for edge in (span.start, span.end))})
    text, shift = part.conversion.text, part.shown.start - part.at
    for start, end in pairwise(edges):
        within = [mark for mark, span in spans if span.start <= start and end <= span.end]
        opened = "".join(_opening(mark) for mark in within)
        closed = "".join(f"</{_element(mark)}>" for mark in reversed(within))
        yield f"{opened}{escape(text[start + shift : end + shift])}{closed}"


def _overlap(part: Part, mark: Mark, held: Span) -> Span | None:
    """What of a mark is held, in code points of the layout's text."""
    span = part.display_span(mark.span)
    if span is None:
        return None
    start, end = max(span.start, held.start), min(span.end, held.end)
    return Span(start, end) if start < end else None


def _opening(mark: Mark) -> str:
    """The tag with which a mark begins; empty for one that is not copied."""
    if mark.kind is MarkKind.LINK:
        return f'<a href="{escape(mark.value)}">' if mark.value.startswith(_OUTWARD) else ""
    return f"<{_ELEMENTS[mark.kind]}>" if mark.kind in _ELEMENTS else ""


def _element(mark: Mark) -> str:
    return "a" if mark.kind is MarkKind.LINK else _ELEMENTS[mark.kind]
