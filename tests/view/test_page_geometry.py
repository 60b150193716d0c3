from __future__ import annotations

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
