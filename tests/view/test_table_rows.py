"""Rows of a table: their cells stand one below the other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.conversion import unchanged
from reader.model.block import Block, BlockKind
from reader.view.block_layout import BlockLayout
from reader.view.page_style import block_style, em_width
from reader.view.part import own_part

WIDTH = 600.0


def laid_out(style, text: str) -> BlockLayout:
    block = Block(0, len(text) + 1, text, BlockKind.TABLE_ROW)
    return BlockLayout((own_part(block, unchanged(text)),), block_style(style, block), WIDTH, is_carrying=False)


def cells_at(layout: BlockLayout) -> list[float]:
    text = layout.text
    starts = [0] + [offset + 1 for offset, one in enumerate(text) if one == "\t"]
    return [layout.x_at(layout.line_of(start), start) for start in starts]


@given(rows=st.lists(st.lists(st.text("船岸ab1", max_size=4), min_size=3, max_size=3), min_size=2, max_size=5))
def test_cells_of_a_column_stand_one_below_the_other(style, rows: list[list[str]]):
    # A last cell ends the row: without one there is nothing to place.
    found = [cells_at(laid_out(style, "\t".join([*row, "終"]))) for row in rows]
    for columns in zip(*found, strict=True):
        assert max(columns) - min(columns) < 1
    assert found[0] == pytest.approx([WIDTH / 4 * column for column in range(4)], abs=1)


def test_a_long_cell_takes_the_room_that_it_needs(style):
    layout = laid_out(style, "船" * 12 + "\t岸\t終")
    first, second, third = cells_at(layout)
    assert (first, second) == (0, pytest.approx(WIDTH / 3 * 2, abs=1))
    assert second < third or layout.line_of(layout.size - 1) == 1


def test_many_cells_stay_apart_and_in_the_column(style):
    layout = laid_out(style, "\t".join(["岸"] * 40))
    assert layout.count > 1
    for line in range(layout.count):
        assert layout.x_at(line, layout.line_span(line).end) <= WIDTH + 1
    xs = cells_at(layout)
    assert all(other - one >= 2 * em_width(style) - 1 for one, other in pairwise(xs) if other > one)
