"""Readings beside characters: where they come from, that there is room for them, and that they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from reader.convert.conversion import unchanged
from reader.model.block import Block
from reader.model.mark import Mark, MarkKind
from reader.model.position import Span
from reader.view.axes import WritingMode
from reader.view.block_layout import BlockLayout
from reader.view.page_style import block_style, em_width
from reader.view.part import own_part
from reader.view.ruby import Ruby, rubies_of

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接；「只有燈塔還亮著。」"
#: Longer than their characters, as short, and shorter.
LONG, SHORT = "zhuāng", "yī"

Laid = Callable[..., BlockLayout]


@pytest.fixture(scope="session")
def laid(style) -> Laid:
    """A text as one block in a column of so many em, with a reading for each code point."""

    def make(
        text: str,
        readings: Sequence[str] = (),
        em: float = 20,
        marks: tuple[Mark, ...] = (),
        mode: WritingMode = WritingMode.HORIZONTAL,
    ) -> BlockLayout:
        block = Block(0, len(text.encode()), text, marks=marks)
        page = replace(style, mode=mode, has_readings_over=any(readings))
        part = replace(own_part(block, unchanged(text)), readings=readings)
        return BlockLayout((part,), block_style(page, block), em * em_width(style), is_carrying=False)

    return make


def ruby_mark(start: int, end: int, value: str) -> Mark:
    return Mark(Span(start, end), MarkKind.RUBY, value)


def image_of(layout: BlockLayout, mode: WritingMode = WritingMode.HORIZONTAL) -> QImage:
    """The layout in black on white, 40 pixels from the left; a vertical one lies on its side."""
    image = QImage(900, layout.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    for line in range(layout.count):
        layout.draw_line(painter, line, QPointF(40, 0))
    painter.end()
    return image


def extents_of(layout: BlockLayout, line: int) -> list[tuple[float, float]]:
    """Where the readings over a line begin and end."""
    return layout._rubies.extents(line, layout._lines) if layout._rubies is not None else []


def inked_rows(image: QImage, left: int, right: int) -> list[int]:
    return [
        y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 160 for x in range(left, right))
    ]


def test_the_file_has_precedence_over_what_the_reader_asked_for(style):
    block = Block(0, 9, "長江行", marks=(ruby_mark(0, 2, "ちょうこう"), ruby_mark(1, 2, "x"), ruby_mark(2, 2, "y")))
    part = replace(own_part(block, unchanged(block.text)), readings=("cháng", "jiāng", "háng"))
    assert rubies_of([part]) == (Ruby(Span(0, 2), "ちょうこう"), Ruby(Span(2, 3), "háng"))


def test_a_reading_with_as_many_parts_as_characters_is_one_of_each():
    block = Block(0, 6, "繁體", marks=(ruby_mark(0, 2, "ㄈㄢˊ ㄊㄧˇ"),))
    assert [ruby.text for ruby in rubies_of([own_part(block, unchanged(block.text))])] == ["ㄈㄢˊ", "ㄊㄧˇ"]


def test_readings_go_with_what_is_shown_of_a_paragraph():
    block = Block(0, 9, "　　長")
    part = replace(own_part(block, unchanged(block.text)), readings=("", "", "cháng"))
    assert rubies_of([part]) == (Ruby(Span(0, 1), "cháng"),)


def test_only_a_syllable_of_one_character_is_zhuyin():
    assert Ruby(Span(0, 1), "ㄓㄤˇ").is_zhuyin
    assert Ruby(Span(0, 1), "˙ㄉㄜ").is_zhuyin
    assert not Ruby(Span(0, 2), "ㄓㄤˇ").is_zhuyin
    assert not Ruby(Span(0, 1), "zhǎng").is_zhuyin


@pytest.mark.parametrize("mode", WritingMode)
@given(readings=st.lists(st.sampled_from(["", SHORT, "de", LONG, "chuáng"]), min_size=24, max_size=24))
def test_no_reading_overlaps_another(laid, mode, readings):
    text = SENTENCE[:24]
    readings = ["" if one in "，；「」" else reading for one, reading in zip(text, readings, strict=True)]
    layout = laid(text, readings, em=9, mode=mode)
    shown = 0
    for line in range(layout.count):
        extents = extents_of(layout, line)
        shown += len(extents)
        for (_, end), (start, _) in pairwise(extents):
            assert end < start
        if extents:
            # What stands over the first and the last character of a line keeps to the margin.
            assert extents[0][0] > -layout.em
            assert extents[-1][1] < 9 * layout.em + layout.em
    assert shown == sum(map(bool, readings))


@pytest.mark.parametrize("mode", WritingMode)
def test_a_reading_stands_in_the_middle_of_its_character(laid, mode):
    text = SENTENCE[:6]
    for reading in (SHORT, LONG):
        layout = laid(text, ["", "", reading, "", "", ""], mode=mode)
        ((start, end),) = extents_of(layout, 0)
        left, right = layout.x_at(0, 2), layout.x_at(0, 3)
        assert (start + end) / 2 == pytest.approx((left + right) / 2, abs=0.6)


def test_readings_lie_over_their_characters_and_inside_the_slot(laid, style):
    layout = laid("國" * 8, [LONG] * 8)
    image = image_of(layout)
    rows = inked_rows(image, 0, 900)
    top, bottom = layout.line_top(0), layout.line_bottom(0)
    assert top <= rows[0]
    assert rows[-1] < bottom
    # Between the readings and the characters there is a clear row.
    square = layout.base_line(0) - 0.88 * layout.em
    assert [y for y in rows if y < square]
    assert set(range(rows[0], rows[-1])) - set(rows)


def test_base_lines_are_as_far_apart_with_a_reading_as_without(laid):
    text = SENTENCE * 4
    layout = laid(text, [LONG if offset % 31 == 0 else "" for offset in range(len(text))])
    distances = {layout.line_top(line + 1) - layout.line_top(line) for line in range(layout.count - 1)}
    assert len(distances) == 1
    bases = [round(layout.base_line(line) - layout.line_top(line), 3) for line in range(layout.count)]
    assert len(set(bases)) == 1


def test_zhuyin_stands_to_the_right_of_its_character(laid, style):
    plain, layout = laid("國國"), laid("國國", ["ㄍㄨㄛˊ", ""])
    em = em_width(style)
    assert layout.x_at(0, 1) > plain.x_at(0, 1) + em / 2
    assert layout.x_at(0, 2) - layout.x_at(0, 1) == pytest.approx(em, abs=0.1)
    image = image_of(layout)
    left = round(40 + layout.x_at(0, 0) + em)
    beside = inked_rows(image, left + 1, round(40 + layout.x_at(0, 1)))
    assert len(beside) > em / 2


def test_zhuyin_in_a_vertical_line_takes_no_room_along_it(laid):
    plain = laid("國國", mode=WritingMode.VERTICAL)
    layout = laid("國國", ["ㄍㄨㄛˊ", "ㄍㄨㄛˊ"], mode=WritingMode.VERTICAL)
    assert [layout.x_at(0, offset) for offset in range(3)] == [plain.x_at(0, offset) for offset in range(3)]
    assert image_of(layout) != image_of(plain)


def test_selecting_and_pointing_do_not_know_of_readings(laid):
    text = SENTENCE * 2
    layout = laid(text, [LONG if one not in "，；「」。" else "" for one in text])
    assert layout.text == text
    for line in range(layout.count):
        span = layout.line_span(line)
        for offset in range(span.start, span.end):
            middle = (layout.x_at(line, offset) + layout.x_at(line, offset + 1)) / 2
            assert layout.offset_at(line, middle, is_on_character=True) == offset
    (_, box), *_ = layout.rectangles(Span(3, 4))
    assert box.height() == layout.line_bottom(0) - layout.line_top(0)


def test_a_reading_of_several_characters_is_parted_where_they_are(laid):
    text = "國" * 30
    layout = laid(text, em=20, marks=(ruby_mark(15, 25, "abcdefghij"),))
    end = layout.line_span(0).end
    assert 15 < end < 25
    assert len(extents_of(layout, 0)) == 1
    assert len(extents_of(layout, 1)) == 1


def test_where_directions_are_mixed_no_reading_overlaps_another_either(laid):
    text = "國國國國 שלום 國"
    layout = laid(text, [LONG if one == "國" else "" for one in text])
    extents = extents_of(layout, 0)
    assert extents
    assert all(end <= start for (_, end), (start, _) in pairwise(extents))


def test_a_page_gives_readings_of_what_it_shows(opened, content, style, view):
    document = opened("　　雲很低。\n要下雨了。")
    asked = []

    def readings(text: str) -> list[str]:
        asked.append(text)
        return ["x"] * len(text)

    view.set_content(replace(content(document), readings=readings))
    layout = next(view.page.flow.placed()).layout
    assert asked[0] == "　　雲很低。"
    assert [ruby.text for ruby in rubies_of(layout.parts)] == ["x"] * 4
    view.select_all()
    assert view.selected_text() == "雲很低。\n要下雨了。"
