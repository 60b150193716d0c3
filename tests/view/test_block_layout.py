from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion, unchanged
from reader.model.block import Block, BlockKind
from reader.model.position import Position, Span
from reader.view.block_layout import BlockLayout
from reader.view.page_style import block_style, em_width
from reader.view.part import own_part

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接。"
#: What stands on a page: Han of both planes, punctuation that may not begin or end a line, words, controls, marks.
texts = st.text(st.sampled_from("船岸𠀀𠀁，。「」——……ab1 \t\u3000\x00\u0301\ufe0fא"), max_size=120)


@pytest.fixture(scope="session")
def laid(style):
    """The layout of a text as one block, in a column of so many em."""

    def make(text: str, em: float = 10, shown: Conversion | None = None, level: int = 0) -> BlockLayout:
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        block = Block(0, len(text.encode()), text, kind, level)
        part = own_part(block, shown or unchanged(text))
        return BlockLayout((part,), block_style(style, block), em * em_width(style), is_carrying=False)

    return make


@given(text=texts, em=st.integers(4, 30))
def test_every_character_stands_in_one_line(laid, text: str, em: int):
    layout = laid(text, em)
    spans = [layout.line_span(line) for line in range(layout.count)]
    assert [span.start for span in spans] == [0] + [span.end for span in spans[:-1]]
    assert spans[-1].end == layout.end == layout.size == len(text.strip())
    for line, span in enumerate(spans):
        for offset in range(span.start, span.end):
            assert layout.line_of(offset) == line
    assert layout.line_of(layout.size) == layout.count - 1


@given(text=texts, em=st.integers(4, 30))
def test_lines_stand_one_below_the_other(laid, text: str, em: int):
    layout = laid(text, em)
    for line in range(layout.count):
        top, bottom = layout.line_top(line), layout.line_bottom(line)
        assert 0 <= top < bottom == layout.line_top(line + 1) <= layout.height
        assert {layout.line_at(top), layout.line_at(bottom - 1)} == {line}
        assert top < layout.base_line(line) < bottom
    assert layout.line_at(-50) == 0
    assert layout.line_at(layout.height + 50) == layout.count - 1


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("text", ["船上的人在甘肅臨夏考察農業工作", "船上的人在甘肃临夏考察农业工作"])
def test_lines_of_a_heading_are_even_and_tear_no_word(laid, text: str, level: int):
    layout = laid(text, 14, level=level)
    lines = [text[layout.line_span(line).start : layout.line_span(line).end] for line in range(layout.count)]
    assert lines == [text[:9], text[9:]]


@given(text=st.text(st.sampled_from("船岸𠀀，。「」ab1"), min_size=1, max_size=120), em=st.integers(4, 30))
def test_a_place_is_found_where_it_is_drawn(laid, text: str, em: int):
    layout = laid(text, em)
    for line in range(layout.count):
        span = layout.line_span(line)
        xs = [layout.x_at(line, offset) for offset in range(span.start, span.end + 1)]
        assert xs == sorted(set(xs))
        for offset, x in zip(range(span.start, span.end + 1), xs, strict=True):
            assert layout.offset_at(line, x) == offset
        for offset in range(span.start, span.end):
            middle = (layout.x_at(line, offset) + layout.x_at(line, offset + 1)) / 2
            assert layout.offset_at(line, middle, is_on_character=True) == offset
            assert layout.offset_at(line, middle - 1) == offset
            assert layout.offset_at(line, middle + 1) == offset + 1


@given(text=texts, em=st.integers(4, 30), x=st.floats(-100, 1000), is_on=st.booleans())
def test_a_point_beside_a_line_gives_a_place_in_it(laid, text: str, em: int, x: float, is_on: bool):
    layout = laid(text, em)
    for line in range(layout.count):
        span = layout.line_span(line)
        assert span.start <= layout.offset_at(line, x, is_on) <= max(span.start, span.end - is_on)


def test_right_of_a_wrapped_line_is_its_end(laid):
    layout = laid(SENTENCE * 4)
    for line in range(layout.count):
        assert layout.offset_at(line, 5000) == layout.line_span(line).end
        assert layout.offset_at(line, 5000, is_on_character=True) == layout.line_span(line).end - 1


def test_the_first_line_is_indented_by_two_characters(laid, style):
    layout = laid("　　" + SENTENCE * 3)
    assert layout.x_at(0, 0) == pytest.approx(2 * em_width(style), abs=0.1)
    assert layout.line_span(0) == Span(0, 8)
    assert [layout.x_at(line, layout.line_span(line).start) for line in range(1, layout.count)] == [0] * (
        layout.count - 1
    )
    assert layout.position_at(0) == Position(0, 2)


def test_lines_are_full_and_keep_the_prohibitions(laid):
    layout = laid("船" * 101)
    assert {len(layout.line_span(line)) for line in range(1, layout.count - 1)} == {10}
    layout = laid("船" * 8 + "，" + "岸" * 30)
    assert layout.text[layout.line_span(1).start] != "，"
    layout = laid("船" * 7 + "「岸」" + "船" * 10)
    assert layout.text[layout.line_span(1).start - 1] != "「"


def test_an_empty_text_has_a_line(laid):
    layout = laid("　　 ")
    assert (layout.count, layout.size, layout.text, layout.line_span(0)) == (1, 0, "", Span(0, 0))
    assert layout.offset_at(0, 50) == layout.offset_at(0, 50, is_on_character=True) == 0
    assert layout.rectangles(Span(0, 0)) == []


def test_a_line_breaks_in_a_word_that_is_too_long(laid, style):
    layout = laid("a" * 500)
    for line in range(layout.count):
        assert layout.x_at(line, layout.line_span(line).end) <= 10 * em_width(style) + 0.5


def test_many_spaces_stay_in_the_column(laid, style):
    layout = laid("船" + " " * 500 + "岸")
    assert layout.count == 2
    assert layout.x_at(0, layout.line_span(0).end) <= 10 * em_width(style) + 0.5


def test_supplementary_characters_count_once(laid):
    layout = laid("𠀀船" * 30)
    assert layout.size == 60
    assert layout.line_span(1) == Span(8, 18)
    assert layout.position_at(9) == Position(0, 9)


def test_text_that_runs_from_right_to_left_is_marked_where_it_stands(laid):
    layout = laid("船 אבגדה 岸", em=30)
    [(_, before)] = layout.rectangles(Span(0, 2))
    [(_, first)] = layout.rectangles(Span(2, 4))
    [(_, last)] = layout.rectangles(Span(4, 7))
    [(_, whole)] = layout.rectangles(Span(2, 7))
    assert before.right() <= last.left() + 0.5 < last.right() <= first.left() + 0.5 < first.right()
    assert (whole.left(), whole.right()) == pytest.approx((last.left(), first.right()), abs=0.5)
    assert len(layout.rectangles(Span(0, 3))) == 2
    [(_, tab)] = laid("船\tא", em=30).rectangles(Span(1, 2))
    assert tab.width() > 0
    [(_, everything)] = layout.rectangles(Span(0, layout.size))
    assert everything.width() > whole.width()


@settings(max_examples=50)
@given(text=texts, em=st.integers(4, 30), data=st.data())
def test_rectangles_cover_a_span_once(laid, text: str, em: int, data: st.DataObject):
    layout = laid(text, em)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, layout.size)] * 2)))
    for line, rectangle in layout.rectangles(Span(start, end)):
        assert rectangle.width() >= 0
        assert (rectangle.top(), rectangle.bottom()) == (layout.line_top(line), layout.line_bottom(line))
    lines = {line for line, _ in layout.rectangles(Span(start, end))}
    assert lines == {layout.line_of(offset) for offset in range(start, end)}


@given(lengths=st.lists(st.tuples(st.integers(1, 4), st.integers(1, 6)), min_size=1, max_size=40), em=st.integers(4, 9))
def test_places_survive_a_conversion(laid, lengths: list[tuple[int, int]], em: int):
    alignment = Alignment.of_lengths(lengths)
    source, shown = "船" * alignment.source_length, "岸" * alignment.shown_length
    layout = laid(source, em, Conversion(shown, alignment))
    assert layout.size == len(shown)
    offsets = [layout.offset_of(Position(0, offset)) for offset in range(len(source) + 1)]
    assert offsets == sorted(offsets)
    assert (offsets[0], offsets[-1]) == (0, len(shown))
    for segment in alignment.resized:
        assert layout.offset_of(Position(0, segment.source.start)) == segment.shown.start
        assert layout.parts[0].display_span(Span(segment.source.start, segment.source.start + 1)) == segment.shown
    places = [layout.position_at(offset) for offset in range(len(shown) + 1)]
    assert places == sorted(places)
    for line in range(layout.count):
        # A line's first place leads back to that line, unless the line is the inside of one word.
        start = layout.line_span(line).start
        assert layout.offset_of(layout.position_at(start)) >= start


def test_characters_of_several_code_points_are_stepped_over(laid):
    layout = laid("e\u0301船𠀀\ufe00岸")
    forward = [0]
    while forward[-1] < layout.size:
        forward.append(layout.offset_beside(forward[-1], is_forward=True))
    backward = [layout.size]
    while backward[-1]:
        backward.append(layout.offset_beside(backward[-1], is_forward=False))
    assert forward == backward[::-1] == [0, 2, 3, 5, 6]
