"""Which characters a reader of Chinese can be expected to know."""

from __future__ import annotations

from functools import cache

from reader.convert.fold import simplified
from reader.convert.pronunciation import HAN
from reader.resources import resource


def is_rare(character: str) -> bool:
    """Whether a character is an ideograph outside the 3,900 common ones, in either script.

    The table and its rule stand in ``resources/data/build_readings.py``; a traditional character is as common as its
    simplified form.
    """
    return HAN.match(character) is not None and simplified(character) not in _common()


@cache
def _common() -> frozenset[str]:
    lines = resource("data", "common_characters.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(lines[1])
