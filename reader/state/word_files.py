"""Own words as files of their own, in OpenCC's text format."""

from __future__ import annotations

from pathlib import Path

from reader.convert.words import OwnWords, parse_words, write_words
from reader.errors import Unreadable, UnreadableFile
from reader.formats.binary import looks_binary
from reader.formats.encoding import detect_encoding
from reader.formats.source import open_source
from reader.formats.transcoding import decode_whole

#: Bytes of the largest file that is read: ten times OpenCC's largest dictionary.
LARGEST = 16 << 20


def read_words(path: Path) -> OwnWords:
    """The words in a file, whatever it is encoded in.

    Raises:
        UnreadableFile: it cannot be read, or is no text.
    """
    source = open_source(path)
    try:
        if source.size > LARGEST:
            raise UnreadableFile(path, Unreadable.TOO_LARGE, f"{source.size} bytes")
        detection = detect_encoding(source)
        text = decode_whole(source.read(detection.mark_length, source.size), detection.encoding)
    finally:
        source.close()
    if looks_binary(text[:4000], detection):
        raise UnreadableFile(path, Unreadable.BINARY)
    return parse_words(text)


def save_words(path: Path, words: OwnWords) -> None:
    """Write words to a file, over what was there.

    Raises:
        OSError: it cannot be written; what was there is still there.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_text(write_words(words), encoding="utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
