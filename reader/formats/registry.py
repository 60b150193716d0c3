"""Opens a file as a document, whatever it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reader.errors import Unreadable, UnreadableFile
from reader.formats.archive import read_image
from reader.formats.binary import SIGNATURE_LENGTH, binary_format, looks_binary
from reader.formats.codec import Codec
from reader.formats.codec_table import codec_named
from reader.formats.encoding import Detection, detect_encoding, mark_length
from reader.formats.format_table import HEAD, TAIL, Format, format_of
from reader.formats.parsed_document import ParsedDocument
from reader.formats.plain import PlainDocument
from reader.formats.source import Source, open_source
from reader.formats.worker import parse_apart
from reader.model.document import Document

_SAMPLE = 16 << 10

#: A file that begins with so many bytes of white space is taken to hold nothing else.
_BLANK_LIMIT = 64 << 20
_BLANK_STEP = 256 << 10


def open_document(path: Path, encoding: str | None = None) -> Document:
    """The document that a file holds, whatever the file is called.

    Plain text is read where it is looked at; everything else is parsed whole, in a process of its own.

    Args:
        path: the file.
        encoding: what the reader says it is encoded in, by any of Python's names; detected without it.

    Raises:
        UnreadableFile: there is no such file, or no text in it.
        LookupError: ``encoding`` is not one of ``codec_table.ENCODINGS``.
    """
    codec = codec_named(encoding) if encoding else None
    source = open_source(path)
    try:
        head, tail = source.read(0, min(HEAD, source.size)), source.read(max(0, source.size - TAIL), source.size)
        found = format_of(head, tail, path.suffix.lower())
        if found is None:
            return _open_plain(path, source, codec)
        try:
            document = _open_parsed(path, source, found, codec.name if codec else None)
        except UnreadableFile as error:
            if found.is_legible and error.reason is not Unreadable.EMPTY:
                return _open_plain(path, source, codec)
            raise
        source.close()
        return document
    except BaseException:
        source.close()
        raise


def _open_parsed(path: Path, source: Source, file_format: Format, encoding: str | None) -> ParsedDocument:
    if source.size == 0:
        raise UnreadableFile(path, Unreadable.EMPTY)
    return ParsedDocument(
        path,
        file_format.name,
        parse_apart(path, file_format, encoding),
        source.fingerprint,
        partial(read_image, path) if file_format.has_images else None,
    )


def _open_plain(path: Path, source: Source, codec: Codec | None) -> PlainDocument:
    if source.size == 0:
        raise UnreadableFile(path, Unreadable.EMPTY)
    found = binary_format(source.read(0, min(SIGNATURE_LENGTH, source.size)))
    if found:
        raise UnreadableFile(path, Unreadable.BINARY, found)
    if codec:
        length = mark_length(source, codec.name)
        if not length and codec.unit == 1:
            length = mark_length(source, "utf-8")
        detection = Detection(codec.name, length, 1.0)
    else:
        detection = detect_encoding(source)
        codec = codec_named(detection.encoding)
    first = detection.mark_length
    if _is_blank(source, codec, first):
        raise UnreadableFile(path, Unreadable.EMPTY)
    sample = source.read(first, min(first + _SAMPLE, source.size))
    if looks_binary(codec.decode(sample, is_whole=False).text, detection):
        raise UnreadableFile(path, Unreadable.BINARY)
    return PlainDocument(path, source, detection)


def _is_blank(source: Source, codec: Codec, first: int) -> bool:
    """Whether nothing but white space stands from ``first`` on."""
    address = first
    while address < min(source.size, first + _BLANK_LIMIT):
        raw, text = codec.decode(source.read(address, min(address + _BLANK_STEP, source.size)), is_whole=False)
        if text.strip() or not raw:
            return False
        address += codec.length(raw)
    return True
