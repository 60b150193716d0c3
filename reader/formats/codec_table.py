"""The encodings that a text file can be read in."""

from __future__ import annotations

import codecs

from reader.formats.codec import Codec
from reader.formats.double_byte import Big5, Gb18030
from reader.formats.unicode_codecs import Utf8, Utf16, Utf32

_CODECS: dict[str, Codec] = {
    codec.name: codec for codec in (Utf8(), Gb18030(), Big5(), Utf16(False), Utf16(True), Utf32(False), Utf32(True))
}

#: Names of the encodings in the order in which a reader is offered them.
ENCODINGS: tuple[str, ...] = tuple(_CODECS)

#: Python's names for encodings all of whose characters one of ours holds in the same bytes, or nearly all.
_SUPERSETS = {
    "ascii": "utf-8",
    "utf-8-sig": "utf-8",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
}


def codec_named(name: str) -> Codec:
    """The codec of an encoding, by any of the names that Python knows it by.

    Raises:
        LookupError: there is no such encoding, or it is not one that is read here.
    """
    found = codecs.lookup(name).name
    return _CODECS[_SUPERSETS.get(found, found)]
