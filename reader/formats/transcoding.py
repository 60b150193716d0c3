"""Encodings that cannot be read from the middle: a file in one of them is decoded whole and read on as UTF-8.

Addresses are then offsets in that UTF-8. They are as exact as any other, and stay the same from one opening to the
next.

EUC-TW is not among them: Python has no codec for it, and its planes of CNS 11643 would be a table of 48,000 characters
for a handful of files.
"""

from __future__ import annotations

import codecs

from reader.formats.codec import without_surrogates
from reader.formats.codec_table import ENCODINGS, codec_named
from reader.formats.mojibake import chain_of, undo

#: Python's names: HZ (GB2312 in seven bits), Shift_JIS as Windows has it, EUC-JP.
OTHER_ENCODINGS = ("hz", "cp932", "euc_jp")

_SAME = {"shift_jis": "cp932", "shift_jis_2004": "cp932", "shift_jisx0213": "cp932", "euc_jis_2004": "euc_jp"}


def encoding_named(name: str) -> str:
    """Our name of an encoding that can be read, or of a wrong decoding that can be undone, by any of its names.

    Raises:
        LookupError: there is no such encoding, or it is not one that is read here.
    """
    chain = chain_of(name)
    if chain:
        return name
    found = codecs.lookup(name).name
    found = _SAME.get(found, found)
    return found if found in OTHER_ENCODINGS else codec_named(name).name


def decode_whole(data: bytes, encoding: str, outer: str = "utf-8") -> str:
    """All of a text, in any encoding of ``encoding_named``; U+FFFD for what is damaged.

    Args:
        data: from the first character on.
        encoding: one of our names.
        outer: what the file itself is encoded in, where ``encoding`` undoes a wrong decoding.
    """
    chain = chain_of(encoding)
    if chain:
        return undo(codec_named(outer).decode(data).text, *chain)
    if encoding in ENCODINGS:
        return codec_named(encoding).decode(data).text
    return without_surrogates(data.decode(encoding, "replace"))
