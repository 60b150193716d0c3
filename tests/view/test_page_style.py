from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model.block import Block, BlockKind
from reader.view.page_style import BlockStyle, PageStyle, block_style, body_font, em_width, line_slot


def styled(
    style: PageStyle, kind: BlockKind, level: int = 0, is_first: bool = True, is_last: bool = True
) -> BlockStyle:
    return block_style(style, Block(0, 9, "夜航的人", kind, level, is_first, is_last))


def test_an_em_is_the_width_of_a_han_character(style):
    assert em_width(style) == pytest.approx(style.font_size, abs=0.1)
    assert em_width(replace(style, font_size=40)) == pytest.approx(40, abs=0.2)


def test_lines_are_whole_pixels_apart(style):
    assert [line_slot(replace(style, font_size=size, line_height=175)) for size in (1, 17, 18)] == [2, 30, 32]


def test_only_a_paragraphs_start_is_indented_and_only_its_end_has_a_gap(style):
    whole = styled(style, BlockKind.PARAGRAPH)
    middle = styled(style, BlockKind.PARAGRAPH, is_first=False, is_last=False)
    assert (whole.indent, middle.indent) == (2 * em_width(style), 0)
    assert whole.after > middle.after == 0
    assert whole.slot == middle.slot == line_slot(style)


@pytest.mark.parametrize("kind", [BlockKind.TITLE, BlockKind.HEADING])
def test_headings_get_smaller_with_their_depth(style, kind):
    levels = [styled(style, kind, level) for level in (1, 2, 3, 9)]
    sizes = [level.font.pixelSize() for level in levels]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[1] >= sizes[2] == sizes[3] > style.font_size
    assert all(level.font.bold() and level.slot > level.font.pixelSize() and not level.indent for level in levels)


def test_a_font_is_never_without_a_size(style):
    assert body_font(replace(style, font_size=1), 0.1).pixelSize() == 1
