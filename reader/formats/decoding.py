"""The text of a file that says itself, truly or not, how it is encoded: markup."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from reader.formats.codec import without_surrogates
from reader.formats.codec_table import ENCODINGS, codec_named
from reader.formats.encoding import UNSURE, Detection, detect_encoding, mark_length
from reader.formats.source import MemorySource
from reader.formats.transcoding import OTHER_ENCODINGS, decode_whole, encoding_named

_DECLARED = re.compile(
    rb"""<\?xml[^>]*?encoding\s*=\s*["']?([\w.:-]{2,40})"""
    rb"""|<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_WITHIN = 8 << 10

#: Declared encodings that are believed where ours do not fit, all of units of one byte.
_OTHERS = ("iso2022_jp", "euc_kr", "cp949", "cp1252", "iso8859-1", "iso8859-15", "cp1251", "koi8-r", "cp1250")


class DecodedMarkup(NamedTuple):
    """Text and how it was encoded."""

    text: str
    encoding: str
    confidence: float


def decode_markup(data: bytes, encoding: str | None) -> DecodedMarkup:
    """The text of ``data``, without byte order marks and zeros.

    Its bytes are believed before what it says of itself: pages lie. What it says decides where the bytes do not.

    Args:
        data: all of it.
        encoding: what the reader says; detected without it.
    """
    source = MemorySource(data)
    if encoding:
        name = encoding_named(encoding)
        found = Detection(name, mark_length(source, name) if name in ENCODINGS else 0, 1.0)
    else:
        found = detect_encoding(source)
        declared = _declared(data)
        if declared and found.confidence < 1.0 and not found.mark_length:
            if declared in ENCODINGS:
                if found.confidence < UNSURE and codec_named(declared).unit == 1:
                    found = Detection(declared, 0, UNSURE)
            elif (
                declared in _OTHERS + OTHER_ENCODINGS
                and found.encoding != "utf-8"
                and (text := _strictly(data, declared)) is not None
            ):
                return DecodedMarkup(text.replace("\0", ""), declared, UNSURE)
    text = decode_whole(data[found.mark_length :], found.encoding)
    return DecodedMarkup(text.replace("\0", ""), found.encoding, found.confidence)


def _declared(data: bytes) -> str:
    """The encoding that markup says it is in, by our name or Python's; empty where it says none that is known."""
    match = _DECLARED.search(data, 0, _WITHIN)
    if not match:
        return ""
    label = (match[1] or match[2]).decode("ascii")
    for find in (encoding_named, lambda name: codecs.lookup(name).name):
        try:
            return find(label)
        except LookupError:
            continue
    return ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return without_surrogates(data.decode(encoding))
    except UnicodeError:
        return None
