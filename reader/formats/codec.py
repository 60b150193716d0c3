"""Characters and the bytes that hold them, exactly, in damaged text too.

``str`` forgets how many bytes stood behind a U+FFFD. So text is decoded into two strings of the same length: the *raw*
one, in which a lone surrogate stands for every byte (or unit) that is not text and from which bytes can be counted,
and the *shown* one, which holds U+FFFD in these places and never a lone surrogate. Where nothing is damaged the two are
one object.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, repeat
from typing import NamedTuple

_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(raw: str) -> str:
    """The shown form of a raw text: U+FFFD for every lone surrogate."""
    return _SURROGATE.sub("\ufffd", raw)


class Decoded(NamedTuple):
    """Decoded bytes: two strings of the same length, one code point for each.

    Attributes:
        raw: counts bytes (``Codec.length``); stays inside ``reader.formats``.
        text: what is shown.
    """

    raw: str
    text: str


class Codec(ABC):
    """One encoding. Stateless.

    Attributes:
        name: Python's codec name.
        unit: bytes; every character starts at a multiple of it.
        line_feed: the encoded line feed.
        is_synchronous: whether ``boundary`` is exact, so that pieces of a text always read as the whole does.
        look_back: bytes before a place that ``boundary`` wants to see.
    """

    name: str
    unit: int = 1
    line_feed: bytes = b"\n"
    is_synchronous: bool = True
    look_back: int

    #: The error handler that writes a raw text's lone surrogates back.
    _errors: str = "surrogateescape"

    @abstractmethod
    def decode(self, data: bytes, is_whole: bool = True) -> Decoded:
        """The characters of ``data``, which starts at a character.

        Args:
            data: the bytes.
            is_whole: whether the text ends with ``data``; else a character that is cut off at its end is left out.
        """

    @abstractmethod
    def boundary(self, window: bytes, at: int) -> int:
        """The first index from ``at`` on at which a character of ``window`` starts (or ``len(window)``).

        ``window`` starts ``look_back`` bytes before ``at``, or where the text does.
        """

    def length(self, raw: str, end: int | None = None) -> int:
        """The bytes that the first ``end`` characters of ``raw`` came from; all of them without ``end``."""
        return len(raw[:end].encode(self.name, self._errors))

    def count(self, raw: str, size: int) -> int:
        """How many characters of ``raw`` lie wholly in the first ``size`` bytes."""
        low, high = size // 4, min(len(raw), size)
        return bisect_right(range(high + 1), size, lo=min(low, high), key=lambda end: self.length(raw, end)) - 1

    def lengths(self, raw: str, offsets: Sequence[int]) -> list[int]:
        """``length`` at each of the ascending ``offsets``, in one pass."""
        pieces = map(raw.__getitem__, map(slice, chain((0,), offsets), offsets))
        return list(accumulate(map(len, map(str.encode, pieces, repeat(self.name), repeat(self._errors)))))

    def first_break(self, data: bytes, start: int = 0) -> int:
        """The index of the first line break (a line feed or a carriage return) from ``start`` on, or -1."""
        feed = data.find(b"\n", start)
        carriage = data.find(b"\r", start, feed if feed >= 0 else len(data))
        return carriage if carriage >= 0 else feed

    def last_break(self, data: bytes, start: int, end: int) -> int:
        """The index of the last line break from ``start`` to ``end``, or -1."""
        feed = data.rfind(b"\n", start, end)
        carriage = data.rfind(b"\r", max(feed, start), end)
        return max(feed, carriage)
