"""GB18030 and Big5-HKSCS: encodings in which a byte does not say whether a character starts with it."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.formats.codec import Codec, Decoded, without_surrogates
from reader.formats.frequency import log_likelihood

#: Python's gb18030 follows the standard of 2000 and gives private-use characters for these twenty; GB 18030-2022 (and
#: the WHATWG index) give real ones: vertical punctuation, components, an accented letter, and one more wide space.
_GB18030_SINCE = {
    **dict(
        zip(
            map(chr, range(0xE78D, 0xE797)), "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19", strict=True
        )
    ),
    **dict(zip("\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864", map(chr, range(0x9FB4, 0x9FBC)), strict=True)),
    "\ue7c7": "\u1e3f",
    "\ue5e5": "\u3000",
}

#: Big5-HKSCS holds four pairs of a letter and a mark (0x8862, 0x8864, 0x88A3, 0x88A5); the marks occur nowhere else.
_PAIRED_MARKS = ("\u0304", "\u030c")


class DoubleByte(Codec):
    """An encoding whose trail bytes can be anything from 0x30 on.

    A damaged byte is one character by itself, so that decoding from any character on gives what decoding the whole
    does. Some bytes are never part of a longer character; behind the last of these a character starts for certain.
    """

    is_synchronous = False
    look_back = 4096

    #: How far from an arbitrary place the next character may start.
    _phases: int
    #: Matches up to and including the last byte that always stands for itself.
    _up_to_single: re.Pattern[bytes]

    def decode(self, data: bytes, is_whole: bool = True) -> Decoded:
        """The characters of ``data``; a byte that no character can hold is one by itself."""
        try:
            raw = self._decode(data, "strict", is_whole)
        except UnicodeDecodeError:
            raw = self._decode(data, "surrogateescape", is_whole)
            return Decoded(raw, self._shown(without_surrogates(raw)))
        return Decoded(raw, self._shown(raw))

    def boundary(self, window: bytes, at: int) -> int:
        """The first character start from ``at`` on; the likeliest one where none is certain within ``look_back``."""
        single = self._up_to_single.match(window, 0, at)
        if single is not None:
            return self._boundary_after(window, single.end(), at)[0]
        if at < self.look_back:
            return self._boundary_after(window, 0, at)[0]
        return self._likeliest_boundary(window, at)

    def _likeliest_boundary(self, window: bytes, at: int) -> int:
        """Where a character starts in a run that shows no certain start.

        Reading the run from each possible start, most readings meet before ``at``. Where they do not, the one is taken
        that reads as Chinese.
        """
        readings = [self._boundary_after(window, phase, at) for phase in range(self._phases)]
        if len({boundary for boundary, _ in readings}) == 1:
            return readings[0][0]
        return max(readings, key=lambda reading: log_likelihood(reading[1]) / max(1, len(reading[1])))[0]

    def _boundary_after(self, window: bytes, start: int, at: int) -> tuple[int, str]:
        """The first character start from ``at`` on if one is at ``start``, and the text between."""
        raw, text = self.decode(window[start : at + 8], is_whole=len(window) < at + 8)
        ends = range(len(raw) + 1)
        count = bisect_left(ends, at - start, key=lambda end: self.length(raw, end))
        return start + self.length(raw, min(count, len(raw))), text

    def _decode(self, data: bytes, errors: str, is_whole: bool) -> str:
        if is_whole:
            return data.decode(self.name, errors)
        return codecs.getincrementaldecoder(self.name)(errors).decode(data)

    def _shown(self, text: str) -> str:
        """The text with the characters that Python's codec knows by another code point."""
        return text


class Gb18030(DoubleByte):
    """GB18030, and with it GBK and GB2312."""

    name = "gb18030"
    _phases = 4
    _up_to_single = re.compile(rb".*[\x00-\x2f\x3a-\x3f\x7f\xff]", re.DOTALL)
    _superseded = re.compile(f"[{''.join(_GB18030_SINCE)}]")

    def _shown(self, text: str) -> str:
        return self._superseded.sub(lambda match: _GB18030_SINCE[match.group()], text)


class Big5(DoubleByte):
    """Big5 with the Hong Kong supplement, and with it Big5 and most of CP950.

    The four pairs of a letter and a mark are two characters in two bytes: the mark's address is the second byte.
    """

    name = "big5hkscs"
    _phases = 2
    _up_to_single = re.compile(rb".*[\x00-\x3f\x7f\x80\xff]", re.DOTALL)

    def length(self, raw: str, end: int | None = None) -> int:
        """The bytes of the first ``end`` characters; between a letter and its mark, one byte of their two."""
        length = super().length(raw, end)
        return length - 1 if end is not None and raw[end : end + 1] in _PAIRED_MARKS else length

    def lengths(self, raw: str, offsets: Sequence[int]) -> list[int]:
        """``length`` at each of the ascending ``offsets``, one by one if a pair might be parted."""
        if any(mark in raw for mark in _PAIRED_MARKS):
            return [self.length(raw, offset) for offset in offsets]
        return super().lengths(raw, offsets)
