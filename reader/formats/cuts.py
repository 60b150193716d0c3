"""Where a line that is too long to be held at once is cut into pieces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial

from reader.formats.codec import Codec
from reader.formats.source import Source

#: Bytes of the longest line (or piece of one) that is held at once.
LONGEST = 8192

#: A long line may be cut once behind every multiple of this address, at most ``SEEK`` bytes behind it, and never within
#: ``MARGIN`` bytes of the line's ends. So a line longer than ``LONGEST`` has at least one cut, and no piece is longer:
#: MARGIN + STRIDE + SEEK + MARGIN < LONGEST.
STRIDE = 6144
SEEK = 1500
MARGIN = 256

#: Bytes behind ``SEEK`` that show whether a character ends there.
_WIDEST = 8
_CUTS_KEPT = 4096

SENTENCE_END = re.compile("[。！？!?…]+[」』”’）)】》]*|[」』”]")
_JOINER = "\u200d"


class Cuts:
    """The places at which any line of a file would be cut if it were long enough.

    They depend on the bytes near them alone, not on where the line starts: so the piece that holds an address is found
    without reading the line, and is the same from whichever side one comes.
    """

    def __init__(self, source: Source, codec: Codec, first: int) -> None:
        """Cuts of the text that starts at ``first``."""
        self._behind = lru_cache(_CUTS_KEPT)(partial(_cut, source, codec, first))

    def behind(self, number: int) -> int:
        """The cut behind the address ``number * STRIDE``."""
        return self._behind(number)


def _cut(source: Source, codec: Codec, first: int, number: int) -> int:
    """Behind the first sentence end, else between any two characters.

    A combining mark or a variation selector stays with its base, unless more than ``SEEK`` bytes of them follow.
    """
    place = number * STRIDE
    start = max(first, place - codec.look_back)
    window = source.read(start, min(place + SEEK + _WIDEST, source.size), codec.line_feed)
    begin = codec.boundary(window, place - start)
    raw, text = codec.decode(window[begin : place - start + SEEK], is_whole=False)
    sentence = SENTENCE_END.search(text)
    least = sentence.end() if sentence else min(1, len(text))
    offset = next((offset for offset in range(least, len(text)) if may_part(text, offset)), least)
    return start + begin + codec.length(raw, offset)


def may_part(text: str, offset: int) -> bool:
    """Whether the characters on either side of ``offset``, which is not 0, do not belong together on the screen."""
    before, after = text[offset - 1], text[offset]
    return _JOINER not in (before, after) and not unicodedata.category(after).startswith("M")
