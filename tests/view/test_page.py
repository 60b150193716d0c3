from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from reader.convert.conversion import unchanged
from reader.model.position import Position, Range
from reader.view.page import Page
from reader.view.page_style import PageStyle
from reader.view.pointer import Grain


@pytest.fixture
def page(opened, content, style):
    def make(text: str, width: int = 640, height: int = 400, convert=unchanged) -> Page:
        return Page(content(opened(text), convert), style, width, height)

    return make


def test_every_character_is_found_at_its_rectangle(page, novel, regional):
    made = page(novel.replace("沒有", "没有"), convert=regional)
    made.flow.scroll_by(330)
    checked = 0
    for top, layout, line in made.lines():
        span = layout.line_span(line)
        for offset in range(span.start, span.end):
            position = layout.position_at(offset)
            rectangle = made.rectangle_of(position)
            assert rectangle.top() == top
            assert rectangle.bottom() == top + layout.line_bottom(line) - layout.line_top(line)
            assert made.position_at(rectangle.center(), is_on_character=True) == position
            assert made.position_at(rectangle.center() - QPointF(2, 0)) == position
            checked += 1
    assert checked > 100


def test_what_is_out_of_the_viewport_has_no_rectangle(page, novel):
    made = page(novel)
    last = made.content.document.block_at(made.content.document.size)
    assert made.rectangle_of(Position(last.start, 0)) is None
    assert not made.is_in_sight(Position(last.start, 0))
    assert made.is_in_sight(Position(0, 0))
    made.flow.scroll_by(130)
    assert not made.is_in_sight(Position(0, 0))


def test_a_place_behind_the_last_character_has_a_rectangle(page):
    made = page("船在夜裡")
    assert made.rectangle_of(Position(0, 4)).left() == pytest.approx(made.rectangle_of(Position(0, 3)).right())


def test_points_outside_give_the_nearest_place(page):
    made = page("船在夜裡\n沒有人")
    assert made.position_at(QPointF(-50, -50)) == Position(0, 0)
    assert made.position_at(QPointF(5000, 5000)) == Position(13, 3)
    assert made.position_at(QPointF(5000, 5000), is_on_character=True) == Position(13, 2)
    assert made.position_at(QPointF(5000, made.rectangle_of(Position(0, 0)).center().y())) == Position(0, 4)


def test_words_and_paragraphs(page):
    made = page("　　燈塔還亮著，keeper's light。 \n沒有人")
    document = made.content.document
    word = made.grown(made.rectangle_of(Position(0, 9)).center(), Grain.WORD)
    assert (word.start.offset, word.end.offset) == (8, 16)
    comma = made.grown(made.rectangle_of(Position(0, 7)).center(), Grain.WORD)
    assert (comma.start.offset, comma.end.offset) == (7, 8)
    # Right of a paragraph's end stands its last character, not the white space that is not shown.
    beyond = QPointF(630, made.rectangle_of(Position(0, 5)).center().y())
    assert made.grown(beyond, Grain.WORD).start.offset == 22
    assert made.grown(beyond, Grain.PARAGRAPH) == Range(Position(0, 0), Position(0, len(document.block_at(0).text)))


def test_a_long_paragraph_is_selected_for_some_screens_around(page):
    made = page("船在夜裡靠了岸，沒有人出來迎接。" * 20_000)
    document = made.content.document
    made.flow.go_to(document.position_of(document.size // 2))
    here = made.flow.top_position()
    found = made.grown(QPointF(300, 200), Grain.PARAGRAPH)
    assert 0 < found.start.block < here.block - 20_000
    assert here.block + 20_000 < found.end.block < document.size - 20_000


@pytest.mark.parametrize("style", [PageStyle((), 1, 100, 1), PageStyle(("No Such Face",), 200, 300, 80)])
def test_any_style_makes_a_page(opened, content, style):
    made = Page(content(opened("第一章　離岸\n" + "船在夜裡靠了岸。" * 9)), style, 640, 400)
    made.flow.scroll_by(100)
    assert list(made.flow.placed())
    assert made.position_at(QPointF(300, 200)) >= Position(0, 0)


def test_layouts_stay_while_lines_are_as_long(opened, content, style, novel):
    """A window that grows wider than the column sets nothing anew."""
    shown, other = content(opened(novel)), content(opened(novel))
    first = Page(shown, style, 900, 400)
    laid_out = [placed.layout for placed in first.flow.placed()]

    def layouts(content, style, width, height) -> list[object]:
        return [placed.layout for placed in Page(content, style, width, height, None, first).flow.placed()]

    wide = Page(shown, style, 1000, 400, None, first)
    assert all(one is other for one, other in zip(layouts(shown, style, 1000, 400), laid_out, strict=True))
    assert wide.left > first.left
    for changed in (
        (shown, style, 300, 400),
        (shown, replace(style, font_size=style.font_size + 1), 1000, 400),
        (other, style, 1000, 400),
    ):
        assert not any(one is other for one, other in zip(layouts(*changed), laid_out, strict=False))
