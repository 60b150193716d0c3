"""Alignments hold whatever lengths their segments have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.convert.alignment import Alignment
from reader.model.position import Span

LENGTHS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), max_size=12)


def bounds(lengths):
    source = shown = 0
    yield 0, 0
    for one, other in lengths:
        source, shown = source + one, shown + other
        yield source, shown


@given(LENGTHS)
def test_bounds_of_segments_meet(lengths):
    alignment = Alignment.of_lengths(lengths)
    for source, shown in bounds(lengths):
        assert alignment.to_shown(source) == shown
        assert alignment.to_source(shown) == source
    assert (alignment.source_length, alignment.shown_length) == list(bounds(lengths))[-1]


@given(LENGTHS)
def test_offsets_ascend_within_the_text(lengths):
    alignment = Alignment.of_lengths(lengths)
    shown = [alignment.to_shown(offset) for offset in range(alignment.source_length + 1)]
    source = [alignment.to_source(offset) for offset in range(alignment.shown_length + 1)]
    assert shown == sorted(shown)
    assert source == sorted(source)
    assert shown[-1] == alignment.shown_length
    assert source[-1] == alignment.source_length


@given(LENGTHS, st.data())
def test_spans_hold_what_they_touch(lengths, data):
    alignment = Alignment.of_lengths(lengths)
    start = data.draw(st.integers(0, alignment.source_length))
    end = data.draw(st.integers(start, alignment.source_length))
    shown = alignment.shown_span(Span(start, end))
    assert bool(len(shown)) == (start < end)
    back = alignment.source_span(shown)
    if start < end:
        assert back.start <= start
        assert back.end >= end


def test_a_resized_word_counts_whole():
    alignment = Alignment.of_lengths([(2, 2), (3, 2), (2, 2)])
    assert alignment.shown_span(Span(3, 4)) == Span(2, 4)
    assert alignment.shown_span(Span(0, 3)) == Span(0, 4)
    assert alignment.shown_span(Span(5, 6)) == Span(4, 5)
    assert alignment.source_span(Span(2, 3)) == Span(2, 5)


@given(LENGTHS, st.data())
def test_one_after_another(lengths, data):
    first = Alignment.of_lengths(lengths)
    pieces = []
    left = first.shown_length
    while left:
        length = data.draw(st.integers(1, left))
        pieces.append((length, data.draw(st.integers(1, 4))))
        left -= length
    second = Alignment.of_lengths(pieces)
    both = first.then(second)
    assert (both.source_length, both.shown_length) == (first.source_length, second.shown_length)
    for source, middle in bounds(lengths):
        if middle in {bound for bound, _ in bounds(pieces)}:
            assert both.to_shown(source) == second.to_shown(middle)
    assert all(len(segment.source) and len(segment.shown) for segment in both.resized)


def test_identity_is_itself_on_either_side():
    resized = Alignment.of_lengths([(1, 2)])
    assert Alignment.identity(1).then(resized) == resized
    assert resized.then(Alignment.identity(2)) == resized
    assert Alignment.identity(5).is_identity
