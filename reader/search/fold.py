"""The key under which all ways to write a text are the same."""

from __future__ import annotations

import re
from functools import cache

from reader.resources import resource

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_BASIC_PLANE = 0x10000


def fold(text: str) -> str:
    """The folded key of a text: Simplified, narrow, lower case, regional variants levelled.

    One character gives one character, so offsets are those of the text. Folding twice is folding once. The table and
    its rule stand in ``resources/data/build_fold.py``.
    """
    if text.isascii():
        return text.lower()
    basic, beyond = _tables()
    folded = text.translate(basic)
    return folded.translate(beyond) if _ASTRAL.search(folded) else folded


@cache
def _tables() -> tuple[list[int], dict[int, int]]:
    """What each character folds to: for the basic plane a list, which ``str.translate`` reads faster than a dict."""
    basic = list(range(_BASIC_PLANE))
    beyond: dict[int, int] = {}
    for line in resource("data", "fold.txt").read_text(encoding="utf-8").splitlines()[1:]:
        target, sources = (_ESCAPE.sub(lambda found: chr(int(found[1], 16)), field) for field in line.split("\t"))
        for source in map(ord, sources):
            if source < _BASIC_PLANE:
                basic[source] = ord(target)
            else:
                beyond[source] = ord(target)
    return basic, beyond
