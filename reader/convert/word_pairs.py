"""Which characters stand beside each other in words: known at once, without the words."""

from __future__ import annotations

from functools import cache

from reader.resources import resource

#: How many pairs of characters the table can tell apart.
PAIRS = 1 << 21


def pair_number(one: str, other: str) -> int:
    """Where the table has its two bits about two characters beside each other; some pairs share theirs.

    The lower is set if they are a word, the upper if they stand in a longer one.
    """
    return ((ord(one) * 31 + ord(other) * 1009) & (PAIRS - 1)) << 1


@cache
def pair_table() -> bytes:
    """The bits of all pairs, in simplified characters; made by ``build_word_costs.py``."""
    return resource("data", "word_pairs.bin").read_bytes()


def may_be_torn(one: str, other: str) -> bool:
    """Whether a bound between two simplified characters may tear a word; now and then also where none is."""
    place = pair_number(one, other)
    return bool(pair_table()[place >> 3] >> (place & 7) & 3)
