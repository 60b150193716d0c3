"""Opens a file as a document, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reader.errors import Unreadable, UnreadableFile
from reader.formats.archive import read_image
from reader.formats.binary import SIGNATURE_LENGTH, binary_format, looks_binary
from reader.formats.chapters import Chapters
from reader.formats.codec import Codec
from reader.formats.codec_table import ENCODINGS, codec_named
from reader.formats.encoding import Detection, detect_encoding, mark_length
from reader.formats.format_table import HEAD, TAIL, Format, format_of
from reader.formats.limits import FILE_SIZE
from reader.formats.parsed_document import ParsedDocument
from reader.formats.plain import PlainDocument
from reader.formats.source import MemorySource, Source, open_source
from reader.formats.transcoding import decode_whole, encoding_named
from reader.formats.worker import parse_in_steps
from reader.model.document import Document

_SAMPLE = 16 << 10

#: A file that begins with so many bytes of white space is taken to hold nothing else.
_BLANK_LIMIT = 64 << 20
_BLANK_STEP = 256 << 10


def open_document(path: Path, encoding: str | None = None, chapters: Chapters | None = None) -> Document:
    """The document that a file holds, whatever the file is called.

    Plain text is read where it is looked at; everything else is parsed whole, in a process of its own.

    Args:
        path: the file.
        encoding: what the reader says it is encoded in, by any of Python's names, or the way back from a wrong
            decoding (``mojibake``); detected without it.
        chapters: what the reader says of its chapters; where they are plain text, they are found by rules without it.

    Raises:
        UnreadableFile: there is no such file, or no text in it.
        LookupError: ``encoding`` is not one that is read (``transcoding.encoding_named``).
        BadPattern: the pattern in ``chapters`` is not one that can be used.
    """
    (document,) = _opened(path, encoding, chapters, has_steps=False)
    return document


def open_in_steps(path: Path, encoding: str | None = None, chapters: Chapters | None = None) -> Iterator[Document]:
    """``open_document``, but of what takes long to parse the beginning first: the last document is the whole."""
    return _opened(path, encoding, chapters, has_steps=True)


def _opened(path: Path, encoding: str | None, chapters: Chapters | None, has_steps: bool) -> Iterator[Document]:
    encoding = encoding_named(encoding) if encoding else None
    source = open_source(path)
    try:
        head, tail = source.read(0, min(HEAD, source.size)), source.read(max(0, source.size - TAIL), source.size)
        found = format_of(head, tail, path.suffix.lower())
        if found is None:
            yield _open_plain(path, source, encoding, chapters)
            return
        try:
            yield from _open_parsed(path, source, found, encoding, chapters, has_steps)
        except UnreadableFile as error:
            if not found.is_legible or error.reason is Unreadable.EMPTY:
                raise
        else:
            source.close()
            return
        yield _open_plain(path, source, encoding, chapters)
    except BaseException:
        source.close()
        raise


def with_chapters(document: Document, chapters: Chapters) -> Document:
    """The same text with other chapters, without reading the file again. The two are closed each by itself.

    Raises:
        BadPattern: the pattern is not one that can be used.
    """
    assert isinstance(document, PlainDocument | ParsedDocument)
    return document.with_chapters(chapters)


def _open_parsed(
    path: Path,
    source: Source,
    file_format: Format,
    encoding: str | None,
    chapters: Chapters | None,
    has_steps: bool,
) -> Iterator[ParsedDocument]:
    if source.size == 0:
        raise UnreadableFile(path, Unreadable.EMPTY)
    for parsed, is_whole in parse_in_steps(path, file_format, encoding, has_steps):
        yield ParsedDocument(
            path,
            file_format.name,
            parsed,
            source.fingerprint,
            partial(read_image, path) if file_format.has_images else None,
            chapters,
            is_beginning=not is_whole,
        )


def _open_plain(path: Path, source: Source, encoding: str | None, chapters: Chapters | None) -> PlainDocument:
    if source.size == 0:
        raise UnreadableFile(path, Unreadable.EMPTY)
    found = binary_format(source.read(0, min(SIGNATURE_LENGTH, source.size)))
    if found:
        raise UnreadableFile(path, Unreadable.BINARY, found)
    detection = _chosen(source, encoding) if encoding else detect_encoding(source)
    if detection.encoding not in ENCODINGS:
        return _open_transcoded(path, source, detection, chapters)
    codec = codec_named(detection.encoding)
    first = detection.mark_length
    if _is_blank(source, codec, first):
        raise UnreadableFile(path, Unreadable.EMPTY)
    sample = source.read(first, min(first + _SAMPLE, source.size))
    if looks_binary(codec.decode(sample, is_whole=False).text, detection):
        raise UnreadableFile(path, Unreadable.BINARY)
    return PlainDocument(path, source, detection, chapters=chapters)


def _chosen(source: Source, encoding: str) -> Detection:
    """What the reader says, as if it had been detected."""
    if encoding not in ENCODINGS:
        return Detection(encoding, 0, 1.0)
    length = mark_length(source, encoding)
    if not length and codec_named(encoding).unit == 1:
        length = mark_length(source, "utf-8")
    return Detection(encoding, length, 1.0)


def _open_transcoded(path: Path, source: Source, detection: Detection, chapters: Chapters | None) -> PlainDocument:
    """A text whose bytes do not say what they mean: decoded whole, and read on as UTF-8."""
    if source.size > FILE_SIZE:
        raise UnreadableFile(path, Unreadable.TOO_LARGE, f"{source.size} bytes")
    outer = detect_encoding(source)
    text = decode_whole(source.read(outer.mark_length, source.size), detection.encoding, outer.encoding)
    if not text.strip():
        raise UnreadableFile(path, Unreadable.EMPTY)
    source.close()
    content = MemorySource(text.encode(), source.fingerprint)
    return PlainDocument(path, content, Detection("utf-8", 0, detection.confidence), detection.encoding, chapters)


def _is_blank(source: Source, codec: Codec, first: int) -> bool:
    """Whether nothing but white space stands from ``first`` on."""
    address = first
    while address < min(source.size, first + _BLANK_LIMIT):
        raw, text = codec.decode(source.read(address, min(address + _BLANK_STEP, source.size)), is_whole=False)
        if text.strip() or not raw:
            return False
        address += codec.length(raw)
    return True
