from __future__ import annotations

from dataclasses import replace

import pytest

from reader.view.page_geometry import page_geometry
from reader.view.page_style import em_width


def test_the_column_is_of_whole_characters(style):
    em = em_width(style)
    for width in (0, 50, 300, 640, 5000):
        geometry = page_geometry(style, width)
        assert geometry.width / em == pytest.approx(round(geometry.width / em))
        assert 4 * em <= geometry.width <= style.column_width * em
        assert geometry.left >= 0
    assert geometry.left == pytest.approx((5000 - geometry.width) / 2, abs=1)


def test_margins_are_kept_where_the_column_would_reach_them(style):
    em = em_width(style)
    wide = page_geometry(replace(style, margin=400, column_width=72), round(30 * em))
    assert wide.left >= 4 * em - 1
    assert wide.width == pytest.approx(22 * em)
