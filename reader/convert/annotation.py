"""Readings to stand beside the characters of a text."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from reader.convert.common_characters import is_rare
from reader.convert.pronunciation import Standard, pronounce
from reader.convert.zhuyin import zhuyin


class Phonetics(Enum):
    """How readings are written, and whose they are: pinyin those of the mainland, zhuyin those of Taiwan."""

    PINYIN = "pinyin"
    ZHUYIN = "zhuyin"


class Annotated(Enum):
    """Which characters have a reading beside them."""

    NONE = "none"
    #: Those that a reader of Chinese need not know.
    RARE = "rare"
    ALL = "all"


def annotate(text: str, annotated: Annotated, phonetics: Phonetics) -> Sequence[str]:
    """What stands beside each code point, empty for nothing; no items where nothing stands beside any."""
    if annotated is Annotated.NONE:
        return ()
    wanted = [annotated is Annotated.ALL or is_rare(character) for character in text]
    if not any(wanted):
        return ()
    if phonetics is Phonetics.PINYIN:
        readings = pronounce(text)
    else:
        readings = [zhuyin(reading) if reading else "" for reading in pronounce(text, Standard.TAIWAN)]
    return [reading if is_wanted else "" for reading, is_wanted in zip(readings, wanted, strict=True)]
