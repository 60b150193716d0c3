"""Tells files that are not text."""

from __future__ import annotations

import re

from reader.formats.encoding import UNSURE, Detection

#: Bytes by which formats are known, and where they stand. None of them begins a text.
_SIGNATURES = (
    (30, b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (30, b"mimetypeapplication/vnd.oasis.opendocument", "opendocument"),
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),
    (0, b"%PDF-", "pdf"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpeg"),
    (0, b"GIF87a", "gif"),
    (0, b"GIF89a", "gif"),
    (8, b"WEBPVP8", "webp"),
    (8, b"WAVEfmt ", "wav"),
    (8, b"AVI LIST", "avi"),
    (4, b"ftyp", "mp4"),
    (0, b"OggS\x00", "ogg"),
    (0, b"ID3\x03\x00", "mp3"),
    (0, b"ID3\x04\x00", "mp3"),
    (0, b"fLaC\x00", "flac"),
    (0, b"\x7fELF", "elf"),
    (0, b"\xca\xfe\xba\xbe\x00", "class"),
    (0, b"\x1f\x8b\x08", "gzip"),
    (4, b"1AY&SY", "bzip2"),
    (0, b"\xfd7zXZ\x00", "xz"),
    (0, b"\x28\xb5\x2f\xfd", "zstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"Rar!\x1a\x07", "rar"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (0, b"SQLite format 3\x00", "sqlite"),
    (60, b"BOOKMOBI", "mobi"),
)

#: How many bytes ``binary_format`` wants to see.
SIGNATURE_LENGTH = max(offset + len(signature) for offset, signature, _ in _SIGNATURES)

#: Tabs, breaks, the end-of-file mark of DOS and the escape of terminals are not counted: they stand in text.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")

#: Shares of control characters that no text has: a short one may be about them.
_ALL, _MANY, _FEW = 0.9, 0.3, 0.05
_SHORT = 256


def binary_format(head: bytes) -> str:
    """The format that a file's first bytes give away, such as ``zip``; empty for what may be text."""
    for offset, signature, name in _SIGNATURES:
        if head.startswith(signature, offset):
            return name
    return ""


def looks_binary(text: str, detection: Detection) -> bool:
    """Whether a sample, decoded as detected, is not text: mostly controls, or damaged and not Chinese either."""
    controls = len(_CONTROL.findall(text))
    if controls > _ALL * len(text) or (controls > _MANY * len(text) and len(text) > _SHORT):
        return True
    return detection.confidence < UNSURE and controls + text.count("\ufffd") > _FEW * len(text) and controls > 0
