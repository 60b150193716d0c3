"""The pictures of a parsed file: how large each is, and which of them stand in a line."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.formats.parsed import Paragraph, Parsed
from reader.formats.picture_size import HEAD, picture_size
from reader.model.block import BlockKind
from reader.model.mark import Mark, MarkKind
from reader.model.position import Span

#: The largest picture that stands in a line as one character of it, in pixels, and how much wider than high it may be:
#: characters that no font has are set so.
_SMALL = 64
_SQUARE = 1.6

Sizes = dict[str, tuple[int, int]]


def with_pictures(parsed: Parsed, read_head: Callable[[str], bytes | None]) -> Parsed:
    """The parsed file with its pictures' sizes, and a paragraph of its own for every picture that is no character.

    Args:
        parsed: the file.
        read_head: the first bytes of a picture that is not in ``parsed`` itself, by its name.
    """
    names = {mark.value for one in parsed.paragraphs for mark in one.marks if mark.kind is MarkKind.IMAGE}
    if not names:
        return parsed
    sizes: Sizes = {}
    for name in names:
        held = parsed.images.get(name)
        head = _decoded(held) if held is not None else read_head(name)
        size = picture_size(head) if head else None
        if size is not None:
            sizes[name] = size
    return replace(parsed, paragraphs=_parted(parsed.paragraphs, sizes), sizes=sizes)


def _decoded(held: str) -> bytes | None:
    """The first bytes of a picture in base64."""
    try:
        return base64.b64decode("".join(held[: 2 * HEAD].split())[: HEAD // 3 * 4])
    except binascii.Error:
        return None


def _parted(paragraphs: list[Paragraph], sizes: Sizes) -> list[Paragraph]:
    """The paragraphs, those with pictures in them parted before and behind each that is no character of the line."""
    made: list[Paragraph] = []
    places: list[int] = []
    for one in paragraphs:
        places.append(len(made))
        made += _pieces(one, sizes) if _has_large(one, sizes) else (one,)
    if len(made) == len(paragraphs):
        return paragraphs
    return [_relinked(one, places) if one.marks else one for one in made]


def _has_large(paragraph: Paragraph, sizes: Sizes) -> bool:
    return paragraph.kind is not BlockKind.IMAGE and any(_is_large(mark, sizes) for mark in paragraph.marks)


def _is_large(mark: Mark, sizes: Sizes) -> bool:
    if mark.kind is not MarkKind.IMAGE or mark.value not in sizes:
        return False
    width, height = sizes[mark.value]
    return max(width, height) > _SMALL or width > _SQUARE * height


def _pieces(paragraph: Paragraph, sizes: Sizes) -> Iterator[Paragraph]:
    at = 0
    marker = paragraph.marker
    for mark in sorted((one for one in paragraph.marks if _is_large(one, sizes)), key=lambda one: one.span):
        if mark.span.start < at:
            continue
        if paragraph.text[at : mark.span.start].strip():
            yield replace(_cut(paragraph, Span(at, mark.span.start)), marker=marker)
            marker = ""
        picture = _cut(paragraph, mark.span)
        yield replace(picture, kind=BlockKind.IMAGE, level=0, marker=marker)
        marker = ""
        at = mark.span.end
    if paragraph.text[at:].strip():
        yield replace(_cut(paragraph, Span(at, len(paragraph.text))), marker=marker)


def _cut(paragraph: Paragraph, span: Span) -> Paragraph:
    """A stretch of a paragraph with its marks, without the white space that the cut leaves at its ends."""
    text = paragraph.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    end = span.start + len(text.rstrip())
    marks = tuple(
        replace(mark, span=Span(max(mark.span.start, start) - start, min(mark.span.end, end) - start))
        for mark in paragraph.marks
        if mark.span.start < end and mark.span.end > start
    )
    return replace(paragraph, text=paragraph.text[start:end], marks=marks)


def _relinked(paragraph: Paragraph, places: list[int]) -> Paragraph:
    """A paragraph whose links lead to where their targets are now."""
    marks = tuple(
        replace(mark, value=f"#{places[int(mark.value[1:])]}")
        if mark.kind is MarkKind.LINK and mark.value.startswith("#")
        else mark
        for mark in paragraph.marks
    )
    return replace(paragraph, marks=marks)
