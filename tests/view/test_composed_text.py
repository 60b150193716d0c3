"""Composed lines on the page: what is drawn, and where characters are found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from reader.convert.conversion import unchanged
from reader.model.block import Block, BlockKind
from reader.model.mark import Mark, MarkKind
from reader.model.position import Span
from reader.view.block_layout import BlockLayout
from reader.view.page_style import block_style, em_width
from reader.view.part import own_part

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接；「只有燈塔還亮著。」他說：「Windows 11？」——"
NOWHERE = "\U0003fffd"


@pytest.fixture(scope="session")
def laid(style) -> Callable[..., BlockLayout]:
    """A text as one block in a column of so many em."""

    def make(text: str, em: float = 20, marks: tuple[Mark, ...] = (), **details: object) -> BlockLayout:
        block = Block(0, len(text.encode()), text, marks=marks)
        made = replace(block_style(style, block), **details)
        return BlockLayout((own_part(block, unchanged(text)),), made, em * em_width(style), is_carrying=False)

    return make


def picture(layout: BlockLayout) -> QImage:
    image = QImage(700, layout.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    for line in range(layout.count):
        layout.draw_line(painter, line, QPointF(40, 0))
    painter.end()
    return image


def is_inked(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y).lightness() < 200


def inked_columns(image: QImage, top: int, bottom: int) -> list[int]:
    return [x for x in range(image.width()) if any(is_inked(image, x, y) for y in range(top, bottom))]


def test_lines_are_flush_on_both_sides(laid, style):
    layout = laid("船" + SENTENCE * 6)
    column = 20 * em_width(style)
    image = picture(layout)
    for line in range(1, layout.count - 1):
        assert layout.x_at(line, layout.line_span(line).end) == pytest.approx(column, abs=0.5)
        inked = inked_columns(image, layout.line_top(line), layout.line_bottom(line))
        assert 40 <= inked[0] < 50
        assert 40 + column - 10 < inked[-1] <= 40 + column


@given(text=st.text("船岸𠀀，。「」（）“”……——ab1 ", min_size=1, max_size=120), em=st.integers(6, 30))
def test_a_character_is_found_where_it_is_drawn(laid, text: str, em: int):
    layout = laid(text, em)
    for line in range(layout.count):
        span = layout.line_span(line)
        for offset in range(span.start, span.end):
            left, right = layout.x_at(line, offset), layout.x_at(line, offset + 1)
            assert left <= right
            if right - left > 2:
                assert layout.offset_at(line, (left + right) / 2, is_on_character=True) == offset
                assert layout.offset_at(line, left + 0.5) == offset
                assert layout.offset_at(line, right - 0.5) == offset + 1


def test_a_word_is_pointed_at_by_letters(laid):
    layout = laid("船Windows岸")
    xs = [layout.x_at(0, offset) for offset in range(1, 9)]
    assert xs == sorted(set(xs))
    assert [layout.offset_at(0, x) for x in xs] == list(range(1, 9))


def test_combined_characters_are_stepped_over(laid):
    layout = laid("船e\u0301岸o\u0302\u0323水")
    stops, offset = [0], 0
    while (offset := layout.offset_beside(offset, is_forward=True)) != stops[-1]:
        stops.append(offset)
    assert stops == [0, 1, 3, 4, 7, 8]
    back = [layout.offset_beside(stop, is_forward=False) for stop in stops]
    assert back == [0, *stops[:-1]]


def test_the_text_is_never_another(laid):
    text = SENTENCE * 4
    layout = laid(text)
    assert layout.text == text
    assert "".join(text[slice(*_ends(layout.line_span(line)))] for line in range(layout.count)) == text


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


@pytest.mark.parametrize(
    ("kind", "lower", "upper"),
    [(MarkKind.UNDERLINE, 0.1, 0.24), (MarkKind.LINK, 0.1, 0.24), (MarkKind.STRIKE, -0.42, -0.3)],
)
def test_lines_along_characters_are_drawn(laid, kind: MarkKind, lower: float, upper: float):
    text = "　" * 6

    def dark(marks: tuple[Mark, ...]) -> list[int]:
        layout = laid("船" + text + "岸", marks=marks, indent=0.0)
        base, em = layout.base_line(0), layout.em
        return inked_columns(picture(layout), round(base + lower * em), round(base + upper * em) + 1)

    span = Span(2, 5)
    beside = [x for x in dark((Mark(span, kind),)) if 40 + 25 < x < 40 + 135]
    assert beside
    assert 40 + 39 <= beside[0] <= beside[-1] <= 40 + 101
    assert [x for x in dark(()) if 40 + 25 < x < 40 + 135] == []


def test_raised_characters_are_small_and_high(laid):
    layout = laid("船2岸", marks=(Mark(Span(1, 2), MarkKind.SUPERSCRIPT),), indent=0.0)
    plain = laid("船2岸", indent=0.0)
    assert layout.x_at(0, 2) - layout.x_at(0, 1) < plain.x_at(0, 2) - plain.x_at(0, 1)
    assert layout.line_bottom(0) == plain.line_bottom(0)
    left, right = round(40 + layout.x_at(0, 1)), round(40 + layout.x_at(0, 2))
    image = picture(layout)
    rows = [y for y in range(image.height()) if any(is_inked(image, x, y) for x in range(left, right))]
    assert max(rows) < layout.base_line(0) - 0.2 * layout.em


def test_what_is_painted_by_others_is_not_drawn(laid):
    plain = laid("船" * 3, indent=0.0)
    layout = laid("船" + NOWHERE + "船", indent=0.0)
    assert layout.x_at(0, 2) == plain.x_at(0, 2)
    columns = inked_columns(picture(layout), 0, layout.height)
    assert not [x for x in columns if 62 <= x < 78]
    assert [x for x in inked_columns(picture(plain), 0, plain.height) if 62 <= x < 78]


def test_code_is_not_touched(style):
    text = '    print("，。」「"),x'
    block = Block(0, len(text.encode()), text, BlockKind.CODE)
    layout = BlockLayout((own_part(block, unchanged(text)),), block_style(style, block), 600.0, is_carrying=False)
    widths = {one: layout.x_at(0, at + 1) - layout.x_at(0, at) for at, one in enumerate(text)}
    assert widths["，"] == widths["」"] == pytest.approx(2 * widths["p"], abs=0.1)
    assert widths[" "] == pytest.approx(widths["x"], abs=0.1)
