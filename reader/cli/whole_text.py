"""All of a text, as it is written, for what is done to it from beginning to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reader.errors import Unreadable, UnreadableFile
from reader.formats.binary import SIGNATURE_LENGTH, binary_format, looks_binary
from reader.formats.codec_table import ENCODINGS, codec_named
from reader.formats.encoding import Detection, detect_encoding
from reader.formats.format_table import HEAD, TAIL, format_of
from reader.formats.limits import FILE_SIZE
from reader.formats.registry import open_document
from reader.formats.source import MemorySource, Source, open_source
from reader.formats.transcoding import decode_whole
from reader.model.document import Document

#: Bytes that are decoded at a time.
_STEP = 1 << 20

#: Bytes at the start that tell whether it is a text.
_SAMPLE = 16 << 10

#: Markup whose source is a text that is read and written by people and programs alike: it is left as it is.
_AS_WRITTEN = ("markdown", "html")


class Piece(NamedTuple):
    """A stretch of a text, and how much of it has been read with that, 0 to 1."""

    text: str
    done: float


@dataclass(frozen=True, slots=True)
class WholeText:
    """A text that can be read again and again from its start.

    Attributes:
        path: the file, or a name for what is no file.
        encoding: Python's codec name.
        format: what kind of file it is, as of ``Document``.
        pieces: reads it. Joined, the pieces of plain text and of legible markup are the file's characters, line
            breaks, blank lines and markup included, without a byte order mark; those of other formats are the
            paragraphs, one a line.
    """

    path: Path
    encoding: str
    format: str
    pieces: Callable[[], Iterator[Piece]]

    def texts(self) -> Iterator[str]:
        """The pieces without how much is done."""
        return (piece.text for piece in self.pieces())


@contextmanager
def whole_text(path: Path) -> Iterator[WholeText]:
    """The text of a file: as it is written where it is plain text or legible markup, else its paragraphs.

    An empty file is an empty text.

    Raises:
        UnreadableFile: it cannot be read, or is no text.
    """
    source = open_source(path)
    try:
        head, tail = source.read(0, min(HEAD, source.size)), source.read(max(0, source.size - TAIL), source.size)
        found = format_of(head, tail, path.suffix.lower())
        if found is None or found.name in _AS_WRITTEN:
            yield _written(path, source, found.name if found else "text")
            return
    finally:
        source.close()
    document = open_document(path)
    try:
        yield WholeText(path, document.encoding, document.format, lambda: _passages(document))
    finally:
        document.close()


def text_of(content: bytes, name: str) -> WholeText:
    """The text in bytes that are no file's.

    Raises:
        UnreadableFile: they are no text.
    """
    return _written(Path(name), MemorySource(content), "text")


def _written(path: Path, source: Source, file_format: str) -> WholeText:
    found = binary_format(source.read(0, min(SIGNATURE_LENGTH, source.size)))
    if found:
        raise UnreadableFile(path, Unreadable.BINARY, found)
    detection = detect_encoding(source)
    if detection.encoding in ENCODINGS:
        sample = source.read(detection.mark_length, min(detection.mark_length + _SAMPLE, source.size))
        if looks_binary(codec_named(detection.encoding).decode(sample, is_whole=False).text, detection):
            raise UnreadableFile(path, Unreadable.BINARY)
        return WholeText(path, detection.encoding, file_format, lambda: _decoded(source, detection))
    if source.size > FILE_SIZE:
        raise UnreadableFile(path, Unreadable.TOO_LARGE, f"{source.size} bytes")
    text = decode_whole(source.read(detection.mark_length, source.size), detection.encoding)
    return WholeText(path, detection.encoding, file_format, lambda: iter([Piece(text, 1.0)]))


def _decoded(source: Source, detection: Detection) -> Iterator[Piece]:
    """The characters of a source, in pieces that end with a line where there is one to end with."""
    codec = codec_named(detection.encoding)
    start = detection.mark_length
    while start < source.size:
        end = min(start + _STEP, source.size)
        data = source.read(start, end, codec.line_feed)
        last = codec.last_break(data, 0, len(data)) if end < source.size else -1
        if last >= 0:
            data = data[: last + codec.unit]
        raw, text = codec.decode(data, is_whole=last >= 0 or end == source.size)
        start = start + len(data) if last >= 0 or end == source.size else start + codec.length(raw)
        yield Piece(text, start / source.size)


def _passages(document: Document) -> Iterator[Piece]:
    for passage in document.passages():
        yield Piece(passage.text, passage.end / document.size)
