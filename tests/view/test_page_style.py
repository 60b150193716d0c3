"""The typography of each kind of block, and what is painted beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from reader.convert.conversion import as_written, unchanged
from reader.formats.parsed import Paragraph
from reader.model.block import Block, BlockKind
from reader.model.position import Span
from reader.view.axes import Axes, WritingMode
from reader.view.block_layout import BlockLayout
from reader.view.canvas import Canvas
from reader.view.content import Content
from reader.view.flow import Placed
from reader.view.layouts import Layouts
from reader.view.page_style import block_style, em_width
from reader.view.painter import paint_page
from reader.view.part import own_part

TEXT = "山裡的路很長，走了一個上午才到溪邊。" * 6
WIDTH = 600.0


def laid_out(style, kind: BlockKind, text: str = TEXT, level: int = 0, marker: str = "") -> BlockLayout:
    block = Block(0, len(text) + 1, text, kind, level, marker=marker)
    return BlockLayout((own_part(block, unchanged(text)),), block_style(style, block), WIDTH, is_carrying=False)


def edges(layout: BlockLayout, line: int) -> tuple[float, float]:
    box = layout.rectangles(layout.line_span(line))[0][1]
    return box.left(), box.right()


def test_a_quotation_stands_in_on_both_sides(style):
    em = em_width(style)
    layout = laid_out(style, BlockKind.QUOTE, level=1)
    for line in range(layout.count):
        left, right = edges(layout, line)
        assert left == pytest.approx(2 * em, abs=1)
        assert right <= WIDTH - 2 * em + 1


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_list_item_hangs_by_its_level(style, level):
    layout = laid_out(style, BlockKind.LIST_ITEM, level=level, marker="•")
    assert {round(edges(layout, line)[0]) for line in range(layout.count)} == {round(2 * level * em_width(style))}


def test_lists_and_quotations_leave_room_however_deep_they_are(style):
    for kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE):
        layout = laid_out(style, kind, level=50)
        assert edges(layout, 0)[1] > edges(layout, 0)[0] + 5 * em_width(style)


def test_a_byline_stands_small_in_the_middle(style):
    layout = laid_out(style, BlockKind.BYLINE, "山中人　二月三日")
    left, right = edges(layout, 0)
    assert left == pytest.approx(WIDTH - right, abs=1)
    assert layout.em < style.font_size
    assert layout.style.is_secondary


def test_code_keeps_its_white_space(style):
    layout = laid_out(style, BlockKind.CODE, "    縮排  ")
    assert layout.text == "    縮排  "
    assert laid_out(style, BlockKind.PARAGRAPH, "    縮排  ").text == "縮排"


def test_the_first_line_of_a_paragraph_is_indented_and_of_nothing_else(style):
    em = em_width(style)
    assert edges(laid_out(style, BlockKind.PARAGRAPH), 0)[0] == pytest.approx(2 * em, abs=1)
    assert edges(laid_out(style, BlockKind.PARAGRAPH), 1)[0] == 0
    assert edges(laid_out(style, BlockKind.TABLE_ROW), 0)[0] == 0


@pytest.mark.parametrize(("marker", "is_painted"), [("3.", True), ("", False)])
def test_what_marks_a_list_item_is_painted_before_its_first_line(style, colours, opened, marker, is_painted):
    layout = laid_out(style, BlockKind.LIST_ITEM, level=1, marker=marker)
    image = QImage(600, layout.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    content = Content(opened("字"), as_written, lambda text, offset: Span(offset, offset))
    axes = Axes(WritingMode.HORIZONTAL, 600, layout.height)
    canvas = Canvas(painter, axes, QRect(0, 0, 600, layout.height), 0.0, colours)
    paint_page(canvas, [Placed(0, layout)], content, None)
    painter.end()
    beside = QRect(0, 0, round(layout.style.left) - 2, layout.line_bottom(0))

    def is_inked(box: QRect) -> bool:
        return any(
            image.pixelColor(x, y).lightness() < 128
            for x in range(box.left(), box.right())
            for y in range(box.top(), box.bottom())
        )

    assert is_inked(beside) is is_painted
    assert not is_inked(beside.translated(0, layout.line_bottom(0)))


@pytest.mark.parametrize("kind", [BlockKind.NOTE, BlockKind.LIST_ITEM])
def test_a_wide_marker_stays_in_the_column(style, colours, opened, kind):
    layout = laid_out(style, kind, level=1, marker="[注一百二十三]")
    assert edges(layout, 0)[0] > edges(layout, 1)[0] + em_width(style)
    image = QImage(700, layout.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    content = Content(opened("字"), unchanged, lambda text, offset: Span(offset, offset))
    axes = Axes(WritingMode.HORIZONTAL, 700, layout.height)
    canvas = Canvas(painter, axes, QRect(0, 0, 700, layout.height), 50.0, colours)
    paint_page(canvas, [Placed(0, layout)], content, None)
    painter.end()
    columns = [
        x for x in range(700) if any(image.pixelColor(x, y).lightness() < 200 for y in range(layout.line_bottom(0)))
    ]
    assert 50 <= columns[0] < 60
    # The marker ends before the text begins.
    assert not {x for x in columns if 50 + edges(layout, 0)[0] - 5 <= x < 50 + edges(layout, 0)[0] - 1}


@pytest.mark.parametrize("kind", [BlockKind.CODE, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.NOTE])
def test_what_belongs_together_stands_closer_than_paragraphs(style, parsed, content, kind):
    document = parsed(*(Paragraph("甲", kind) for _ in range(3)), Paragraph("乙"), Paragraph("丙"))
    layouts = Layouts(content(document), style, WIDTH)
    block = document.block_at(0)
    after = []
    while block is not None:
        after.append(layouts.of(block).style.after)
        block = document.block_after(block)
    assert after[0] == after[1] < after[2] == after[3] > 0


def test_measures_of_the_page(style):
    block = Block(0, len(TEXT) + 1, TEXT, BlockKind.PARAGRAPH, 0)
    heading = Block(0, 5, "第一章", BlockKind.HEADING, 1)
    changed = replace(style, paragraph_gap=100, indent=0, weight=500)
    made = block_style(changed, block)
    assert made.indent == 0
    assert made.after == made.slot
    assert made.font.weight() == 500
    assert block_style(changed, heading).font.weight() == 800
    assert block_style(replace(style, weight=700), heading).font.weight() == 900
    assert block_style(replace(style, paragraph_gap=0), block).after == 0


@pytest.mark.parametrize("is_justified", [True, False])
def test_lines_end_at_one_edge_if_that_is_wanted(style, is_justified):
    mixed = "山裡的路 winding 很長，走了 a whole morning 才到溪邊。" * 6
    layout = laid_out(replace(style, is_justified=is_justified), BlockKind.PARAGRAPH, mixed)
    ends = {round(edges(layout, line)[1]) for line in range(layout.count - 1)}
    assert (len(ends) == 1) is is_justified
