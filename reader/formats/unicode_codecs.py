"""The encodings of Unicode: UTF-8, UTF-16, UTF-32."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from reader.formats.codec import Codec, Decoded, without_surrogates


class Utf8(Codec):
    """UTF-8, read strictly: encoded surrogates and overlong forms are damage, byte by byte."""

    name = "utf-8"
    look_back = 0

    def decode(self, data: bytes, is_whole: bool = True) -> Decoded:
        """The characters of ``data``; each byte that is no part of one is U+FFFD by itself."""
        try:
            text = codecs.utf_8_decode(data, "strict", is_whole)[0]
        except UnicodeDecodeError:
            raw = codecs.utf_8_decode(data, "surrogateescape", is_whole)[0]
            return Decoded(raw, without_surrogates(raw))
        return Decoded(text, text)

    def boundary(self, window: bytes, at: int) -> int:
        """The first byte from ``at`` on that does not continue a character."""
        # No character has more than three continuation bytes: a fourth in a row is damage, which is cut anywhere.
        for index in range(at, min(at + 3, len(window))):
            if window[index] & 0xC0 != 0x80:
                return index
        return min(at + 3, len(window))


class _Wide(Codec):
    """An encoding of whole units, in which a line break is found only at a multiple of them."""

    def first_break(self, data: bytes, start: int = 0) -> int:
        """The index of the first unit from ``start`` on that is a line break, or -1."""
        feed = self._aligned(data, self.line_feed, start, len(data))
        carriage = self._aligned(data, self._carriage, start, feed if feed >= 0 else len(data))
        return carriage if carriage >= 0 else feed

    def last_break(self, data: bytes, start: int, end: int) -> int:
        """The index of the last unit from ``start`` to ``end`` that is a line break, or -1."""
        feed = self._aligned_before(data, self.line_feed, start, end)
        carriage = self._aligned_before(data, self._carriage, max(feed, start), end)
        return max(feed, carriage)

    @property
    def _carriage(self) -> bytes:
        return self.line_feed.replace(b"\n", b"\r")

    def _aligned(self, data: bytes, mark: bytes, start: int, end: int) -> int:
        index = data.find(mark, start, end)
        while index % self.unit and index >= 0:
            index = data.find(mark, index + 1, end)
        return index

    def _aligned_before(self, data: bytes, mark: bytes, start: int, end: int) -> int:
        index = data.rfind(mark, start, end)
        while index % self.unit and index >= 0:
            index = data.rfind(mark, start, index + len(mark) - 1)
        return index


class Utf16(_Wide):
    """UTF-16 of either byte order. A lone surrogate is damage of one unit; a last odd byte is damage too."""

    unit = 2
    look_back = 2
    _errors = "surrogatepass"

    def __init__(self, is_big_endian: bool) -> None:
        self.name = "utf-16-be" if is_big_endian else "utf-16-le"
        self.line_feed = "\n".encode(self.name)
        self._decode = codecs.utf_16_be_decode if is_big_endian else codecs.utf_16_le_decode
        self._high_byte = 0 if is_big_endian else 1

    def decode(self, data: bytes, is_whole: bool = True) -> Decoded:
        """The characters of ``data``; a unit that is no part of one is U+FFFD, and so is an odd last byte."""
        odd = len(data) % 2
        try:
            raw = self._decode(data[: len(data) - odd], "strict", is_whole)[0]
        except UnicodeDecodeError:
            raw = self._decode(data[: len(data) - odd], "surrogatepass", is_whole)[0]
        else:
            if not (odd and is_whole):
                return Decoded(raw, raw)
        if odd and is_whole:
            raw += "\udcff"
        return Decoded(raw, without_surrogates(raw))

    def lengths(self, raw: str, offsets: Sequence[int]) -> list[int]:
        """``length`` at each of the ascending ``offsets``: twice as much where there are no pairs of surrogates."""
        if self.length(raw) == 2 * len(raw):
            return [2 * offset for offset in offsets]
        return super().lengths(raw, offsets)

    def boundary(self, window: bytes, at: int) -> int:
        """``at``, or the next unit if that would part a pair of surrogates."""
        if 2 <= at <= len(window) - 2 and self._is_high(window, at - 2) and self._is_low(window, at):
            return at + 2
        return at

    def _is_high(self, window: bytes, at: int) -> bool:
        return window[at + self._high_byte] & 0xFC == 0xD8

    def _is_low(self, window: bytes, at: int) -> bool:
        return window[at + self._high_byte] & 0xFC == 0xDC


class Utf32(_Wide):
    """UTF-32 of either byte order. Each unit is one character, damaged or not."""

    unit = 4
    look_back = 0

    def __init__(self, is_big_endian: bool) -> None:
        self.name = "utf-32-be" if is_big_endian else "utf-32-le"
        self.line_feed = "\n".encode(self.name)
        self._decode = codecs.utf_32_be_decode if is_big_endian else codecs.utf_32_le_decode

    def decode(self, data: bytes, is_whole: bool = True) -> Decoded:
        """The characters of ``data``, one a unit."""
        text = self._decode(data, "replace", is_whole)[0]
        return Decoded(text, text)

    def length(self, raw: str, end: int | None = None) -> int:
        """Four bytes a character."""
        return 4 * len(raw[:end])

    def lengths(self, raw: str, offsets: Sequence[int]) -> list[int]:
        """Four bytes a character."""
        return [4 * offset for offset in offsets]

    def boundary(self, window: bytes, at: int) -> int:
        """``at``: every unit is a character."""
        return at
