"""Contrast is that of WCAG 2.1, and a colour made to have enough of it has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from reader.ui.contrast import TEXT, blended, contrast, least_contrast, legible, mixed, text_on

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_colours_that_are_mixed():
    assert mixed("#000000", "#ffffff", 0.0) == "#000000"
    assert mixed("#000000", "#ffffff", 1.0) == "#ffffff"
    assert blended("#80ff0000", "#000000") == "#800000"


@given(COLOURS)
def test_black_or_white_is_read_on_everything(ground):
    assert contrast(text_on(ground), ground) >= 4.58


@given(COLOURS, st.lists(COLOURS, min_size=1, max_size=3), st.booleans())
def test_a_legible_colour_has_the_contrast_if_any_has(colour, grounds, is_light):
    made = legible(colour, grounds, TEXT, is_light)
    utmost = least_contrast("#ffffff" if is_light else "#000000", grounds)
    assert least_contrast(made, grounds) >= min(TEXT, utmost)


@given(COLOURS)
def test_a_colour_that_will_do_stays(colour):
    assert legible(colour, (colour,), 1.0, is_light=True) == colour


def test_the_hue_stays():
    made = legible("#ffe489", ("#ffffff",), TEXT, is_light=False)
    assert QColor(made).hslHue() == pytest.approx(QColor("#ffe489").hslHue(), abs=2)
