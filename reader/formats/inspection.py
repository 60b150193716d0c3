"""What can be said of a file in a few words, as values that JSON can hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from reader.errors import UnreadableFile
from reader.formats.registry import open_document
from reader.model.document import Document
from reader.model.outline import Outline
from reader.model.script import Script

#: Code points at the start and in the middle that tell the script.
_SAMPLE = 4000


class Heading(TypedDict):
    """A heading: the number of its paragraph from 1, where it starts, how deep it is, and what it says."""

    paragraph: int
    address: int
    level: int
    text: str


class Inspection(TypedDict):
    """A file; every value but the path is None where it cannot be opened, and ``error`` where it can.

    ``script`` is a BCP-47 tag, or None where nothing tells; ``headings`` is their number.
    """

    path: str
    format: str | None
    encoding: str | None
    confidence: float | None
    script: str | None
    blocks: int | None
    characters: int | None
    headings: int | None
    error: str | None


class FileOutline(TypedDict):
    """A file and its headings, in reading order; none where it cannot be opened, for the reason in ``error``."""

    path: str
    format: str | None
    headings: list[Heading]
    error: str | None


def inspect_file(
    path: Path,
    script_of: Callable[[str], Script | None],
    sentence: Callable[[UnreadableFile], str],
    encoding: str | None = None,
) -> Inspection:
    """Open a file, count it, and say what it is.

    Args:
        path: the file.
        script_of: tells the script of a text.
        sentence: says why a file cannot be read.
        encoding: as of ``open_document``.
    """
    try:
        document = open_document(path, encoding)
    except UnreadableFile as error:
        return {
            "path": str(path), "format": None, "encoding": None, "confidence": None, "script": None, "blocks": None,
            "characters": None, "headings": None, "error": sentence(error),
        }  # fmt: skip
    try:
        outline = _outline_of(document)
        script = script_of(sample_of(document))
    finally:
        document.close()
    return {
        "path": str(path),
        "format": document.format,
        "encoding": document.encoding,
        "confidence": document.confidence,
        "script": script.value if script else None,
        "blocks": len(outline.starts),
        "characters": outline.characters,
        "headings": len(outline.headings),
        "error": None,
    }


def outline_file(path: Path, sentence: Callable[[UnreadableFile], str], encoding: str | None = None) -> FileOutline:
    """Open a file and list its headings. The arguments are those of ``inspect_file``."""
    try:
        document = open_document(path, encoding)
    except UnreadableFile as error:
        return {"path": str(path), "format": None, "headings": [], "error": sentence(error)}
    try:
        outline = _outline_of(document)
    finally:
        document.close()
    headings: list[Heading] = [
        {"paragraph": one.paragraph + 1, "address": one.address, "level": one.level, "text": one.text}
        for one in outline.headings
    ]
    return {"path": str(path), "format": document.format, "headings": headings, "error": None}


def sample_of(document: Document) -> str:
    """Text from the start and from the middle of a document: what stands above a text may be in another script."""
    sample = ""
    for start in (0, document.size // 2):
        passage = next(document.passages(start, start + 3 * _SAMPLE), None)
        sample += passage.text[:_SAMPLE] if passage else ""
    return sample


def _outline_of(document: Document) -> Outline:
    *_, outline = document.outlines()
    return outline
