"""Reads the files of a dictionary, packed or not."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from reader.errors import UnusableDictionary, UnusableReason
from reader.reference import limits

#: What reading a packed file raises when it is broken.
_BROKEN = (EOFError, gzip.BadGzipFile, zlib.error)

_GZIP = b"\x1f\x8b"


def read_bytes(path: Path) -> bytes:
    """The content of a file, unpacked if it is packed by gzip or dictzip, whatever its name.

    Raises:
        UnusableDictionary: UNREADABLE, DAMAGED or TOO_LARGE.
    """
    try:
        if not path.is_file():
            raise UnusableDictionary(path, UnusableReason.UNREADABLE)
        with path.open("rb") as stream:
            head = stream.read(len(_GZIP))
        if head != _GZIP:
            content = path.read_bytes() if path.stat().st_size <= limits.SIZE else None
        else:
            with gzip.open(path) as packed:
                content = packed.read(limits.SIZE + 1)
    except _BROKEN as error:
        raise UnusableDictionary(path, UnusableReason.DAMAGED, str(error)) from error
    except OSError as error:
        raise UnusableDictionary(path, UnusableReason.UNREADABLE, error.strerror or "") from error
    if content is None or len(content) > limits.SIZE:
        raise UnusableDictionary(path, UnusableReason.TOO_LARGE)
    return content


def read_text(path: Path) -> str:
    """The text of a file in UTF-8 or, with a byte order mark, in UTF-16.

    Raises:
        UnusableDictionary: as ``read_bytes``, or ENCODING.
    """
    content = read_bytes(path)
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusableDictionary(path, UnusableReason.ENCODING) from error
