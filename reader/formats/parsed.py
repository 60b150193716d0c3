"""What a parser gives: plain data that travels from the parsing process as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from reader.formats.headings import heading_level
from reader.model.block import BlockKind
from reader.model.mark import Mark, MarkKind
from reader.model.position import Span

#: Stands for a picture that has no words for itself.
OBJECT = "\ufffc"

#: The name of every picture that is not in the file, but of which there are words. No file has a picture of that name.
MISSING = ":missing"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, heading, item, row or picture.

    Attributes:
        text: without line breaks and lone surrogates.
        kind: what it is.
        level: as of ``Block``.
        marks: as of ``Block``, but that a link inside the document is ``#`` and the number of a paragraph.
        marker: as of ``Block``.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    marks: tuple[Mark, ...] = ()
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed file.

    Attributes:
        paragraphs: in reading order; at least one.
        title: what the file calls itself, or empty.
        author: who wrote it, or empty.
        is_vertical: whether the file asks for columns from right to left.
        encoding: of the text in it, Python's codec name.
        confidence: how sure that is, 0 to 1.
        images: pictures that stand in the text of the file itself, in base64, by the names that image marks give them.
        sizes: width and height of each picture in pixels, by the same names; not of those whose size cannot be told.
    """

    paragraphs: list[Paragraph]
    title: str = ""
    author: str = ""
    is_vertical: bool = False
    encoding: str = "utf-8"
    confidence: float = 1.0
    images: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)


def with_headings(parsed: Parsed) -> Parsed:
    """The parsed file; where it marks no headings at all, those that its lines are in plain text."""
    if any(one.kind is BlockKind.HEADING for one in parsed.paragraphs):
        return parsed
    paragraphs = [
        replace(one, kind=BlockKind.HEADING, level=level)
        if one.kind is BlockKind.PARAGRAPH and (level := heading_level(one.text))
        else one
        for one in parsed.paragraphs
    ]
    return replace(parsed, paragraphs=paragraphs)


def to_json(parsed: Parsed) -> bytes:
    """The parsed file as UTF-8. A paragraph without marks is written as few characters as can be."""
    plain = {
        "paragraphs": [_plain(paragraph) for paragraph in parsed.paragraphs],
        "title": parsed.title,
        "author": parsed.author,
        "is_vertical": parsed.is_vertical,
        "encoding": parsed.encoding,
        "confidence": parsed.confidence,
        "images": parsed.images,
        "sizes": parsed.sizes,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def from_json(answer: bytes) -> Parsed:
    """The parsed file that ``to_json`` wrote."""
    plain: dict[str, Any] = json.loads(answer)
    paragraphs = [_paragraph(item) for item in plain["paragraphs"]]
    sizes = {name: (width, height) for name, (width, height) in plain["sizes"].items()}
    return Parsed(**plain | {"paragraphs": paragraphs, "sizes": sizes})


def _plain(paragraph: Paragraph) -> object:
    if paragraph.kind is BlockKind.PARAGRAPH and not (paragraph.marks or paragraph.level or paragraph.marker):
        return paragraph.text
    marks = [(mark.span.start, mark.span.end, mark.kind.value, mark.value) for mark in paragraph.marks]
    return paragraph.text, paragraph.kind.value, paragraph.level, marks, paragraph.marker


def _paragraph(item: object) -> Paragraph:
    if isinstance(item, str):
        return Paragraph(item)
    assert isinstance(item, list)
    text, kind, level, marks, marker = item
    return Paragraph(
        text,
        BlockKind(kind),
        level,
        tuple(Mark(Span(start, end), MarkKind(name), value) for start, end, name, value in marks),
        marker,
    )
