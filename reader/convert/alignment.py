"""Which characters of the shown text stand for which of the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.model.position import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of the source and the characters that are shown for them, as a whole."""

    source: Span
    shown: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """The way between the offsets of a source text and those of its shown form, both in code points.

    Only the segments whose two sides differ in length are kept: between them, character stands for character. Segments
    cover both texts without gaps and in order, and neither side of one is empty.

    Attributes:
        source_length: of the source text.
        shown_length: of the shown text.
        resized: the segments whose sides differ in length, ascending.
    """

    source_length: int
    shown_length: int
    resized: tuple[Segment, ...] = ()
    _source_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _shown_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_source_starts", tuple(segment.source.start for segment in self.resized))
        object.__setattr__(self, "_shown_starts", tuple(segment.shown.start for segment in self.resized))

    @staticmethod
    def identity(length: int) -> Alignment:
        """Of a text that is shown character for character."""
        return Alignment(length, length)

    @staticmethod
    def of_lengths(lengths: Iterable[tuple[int, int]]) -> Alignment:
        """From the lengths (source, shown) of segments, one behind the other."""
        resized = []
        source = shown = 0
        for source_length, shown_length in lengths:
            if source_length != shown_length:
                resized.append(
                    Segment(Span(source, source + source_length), Span(shown, shown + shown_length)),
                )
            source += source_length
            shown += shown_length
        return Alignment(source, shown, tuple(resized))

    @property
    def is_identity(self) -> bool:
        """Whether every offset is the same on both sides."""
        return not self.resized

    def to_shown(self, offset: int) -> int:
        """The shown offset of a source offset. Ascends; inside a resized segment it stops at the shown end."""
        index = bisect_right(self._source_starts, offset) - 1
        if index < 0:
            return offset
        segment = self.resized[index]
        if offset >= segment.source.end:
            return offset - segment.source.end + segment.shown.end
        return segment.shown.start + min(offset - segment.source.start, len(segment.shown))

    def to_source(self, offset: int) -> int:
        """The source offset of a shown offset. Ascends; inside a resized segment it stops at the source end."""
        index = bisect_right(self._shown_starts, offset) - 1
        if index < 0:
            return offset
        segment = self.resized[index]
        if offset >= segment.shown.end:
            return offset - segment.shown.end + segment.source.end
        return segment.source.start + min(offset - segment.shown.start, len(segment.source))

    def shown_span(self, source: Span) -> Span:
        """What is shown for a source span; a resized segment that it touches counts whole."""
        if source.start == source.end:
            at = self.to_shown(source.start)
            return Span(at, at)
        first = self._segment(self._source_starts, source.start)
        last = self._segment(self._source_starts, source.end - 1)
        start = self.to_shown(source.start)
        end = self.to_shown(source.end)
        if first is not None and source.start < first.source.end:
            start = first.shown.start
        if last is not None and source.end - 1 < last.source.end:
            end = last.shown.end
        return Span(start, end)

    def source_span(self, shown: Span) -> Span:
        """What a shown span stands for; a resized segment that it touches counts whole."""
        if shown.start == shown.end:
            at = self.to_source(shown.start)
            return Span(at, at)
        first = self._segment(self._shown_starts, shown.start)
        last = self._segment(self._shown_starts, shown.end - 1)
        start = self.to_source(shown.start)
        end = self.to_source(shown.end)
        if first is not None and shown.start < first.shown.end:
            start = first.source.start
        if last is not None and shown.end - 1 < last.shown.end:
            end = last.source.end
        return Span(start, end)

    def then(self, following: Alignment) -> Alignment:
        """The alignment of a conversion that was followed by another, whose source is what this one shows."""
        if following.is_identity:
            return self
        if self.is_identity:
            return following
        middles = sorted(
            [segment.shown for segment in self.resized] + [segment.source for segment in following.resized]
        )
        merged = [middles[0]]
        for middle in middles[1:]:
            if middle.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, middle.end))
            else:
                merged.append(middle)
        segments = []
        for middle in merged:
            source = Span(self.to_source(middle.start), self.to_source(middle.end))
            shown = Span(following.to_shown(middle.start), following.to_shown(middle.end))
            if len(source) != len(shown):
                segments.append(Segment(source, shown))
        return Alignment(self.source_length, following.shown_length, tuple(segments))

    def _segment(self, starts: tuple[int, ...], offset: int) -> Segment | None:
        index = bisect_right(starts, offset) - 1
        return self.resized[index] if index >= 0 else None
