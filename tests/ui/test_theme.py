"""Every text of every theme can be read: contrasts by WCAG 2.1, 1.4.3 (text) and 1.4.11 (marks)."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import combinations
from math import dist

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QMainWindow

from reader.model.highlight import PALETTE_SIZE
from reader.ui.contrast import MARK, READING, TEXT, blended, contrast, linear_light, luminance
from reader.ui.style_sheet import style_sheet
from reader.ui.theme import palette
from reader.view.page_style import PageColours

#: How far apart two colours are in CIE L*a*b*; 2.3 can just be told in one glance from side to side.
APART = 10.0

#: How light reaches readers of each sight, in linear sRGB: Machado, Oliveira and Fernandes 2009, severity 1.
SIGHTS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def sumprod(one, other) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def perceived(colour: str, sight: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """A colour in L*a*b* (white D65) as a reader of some sight sees it."""
    light = [min(1.0, max(0.0, sumprod(row, linear_light(QColor(colour))))) for row in sight]
    white_and_rows = (
        (0.95047, (0.4124564, 0.3575761, 0.1804375)),
        (1.0, (0.2126729, 0.7151522, 0.0721750)),
        (1.08883, (0.0193339, 0.1191920, 0.9503041)),
    )
    parts = [sumprod(row, light) / white for white, row in white_and_rows]
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_the_text_on_the_page(theme):
    assert contrast(theme.page.ink, theme.page.page) >= READING


def test_the_text_on_every_highlight(theme):
    least = TEXT if theme.is_dark else READING
    for colour in theme.page.highlights:
        assert contrast(theme.page.ink, colour) >= least, colour


def test_the_text_that_is_selected(theme):
    assert contrast(theme.page.ink, blended(theme.page.selection, theme.page.page)) >= TEXT
    for ground in theme.page.highlights:
        # What is selected is looked at for a moment; on a dark highlight it may be a little fainter.
        assert contrast(theme.page.ink, blended(theme.page.selection, ground)) >= (MARK if theme.is_dark else TEXT)


def test_a_selection_is_seen(theme):
    assert contrast(theme.page.page, blended(theme.page.selection, theme.page.page)) >= 1.25


@pytest.mark.parametrize("ground", ["chrome", "raised"])
@pytest.mark.parametrize("text", ["text", "muted"])
def test_the_text_of_the_window(theme, text, ground):
    """``raised`` is behind fields (with their hints) and behind the row under the mouse."""
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= TEXT


def test_the_text_on_what_is_chosen(theme):
    assert contrast(theme.on_accent, theme.accent) >= TEXT


def test_the_mark_of_the_focus_is_seen(theme):
    for ground in (theme.chrome, theme.raised, theme.page.page):
        assert contrast(theme.accent, ground) >= MARK


def test_the_ring_around_a_match_is_seen(theme):
    for ground in (theme.page.page, *theme.page.highlights):
        assert contrast(theme.page.focus, ground) >= MARK


def test_text_on_the_page_that_steps_back(theme):
    assert contrast(theme.page.secondary, theme.page.page) >= TEXT


def test_coloured_text_can_be_read(theme):
    """The same colours underline words, and mark places in the overview and the outline."""
    assert len(theme.page.inks) == PALETTE_SIZE
    for colour in theme.page.inks:
        assert contrast(colour, theme.page.page) >= TEXT
        assert contrast(colour, theme.chrome) >= MARK


def test_the_frame_around_what_was_found_is_seen(theme):
    for ground in (theme.page.page, *theme.page.highlights):
        assert contrast(theme.page.found, ground) >= MARK, ground


@pytest.mark.parametrize("sight", list(SIGHTS), ids=list(SIGHTS))
def test_no_reader_takes_two_colours_for_one(theme, sight):
    """Highlights differ from each other and from the page, and inks from each other, for the colour-blind too."""
    for colours in ((theme.page.page, *theme.page.highlights), theme.page.inks):
        seen = [perceived(colour, SIGHTS[sight]) for colour in colours]
        for (one, first), (other, second) in combinations(zip(colours, seen, strict=True), 2):
            assert dist(first, second) >= APART, (one, other)


def test_dichromacy_is_simulated():
    """Red and green of one lightness are alike to a deuteranope, and blue and yellow are not."""
    red, green = "#c86432", "#868932"
    assert dist(perceived(red, SIGHTS["full"]), perceived(green, SIGHTS["full"])) > 40
    assert dist(perceived(red, SIGHTS["deuteranopia"]), perceived(green, SIGHTS["deuteranopia"])) < 12
    assert dist(*(perceived(one, SIGHTS["deuteranopia"]) for one in ("#3060c0", "#c0a030"))) > 60


def test_every_colour_is_one(theme):
    for part in (theme, theme.page):
        for entry in fields(part):
            value = getattr(part, entry.name)
            for colour in value if isinstance(value, tuple) else [value]:
                if isinstance(colour, PageColours | bool):
                    continue
                assert re.fullmatch("#([0-9a-f]{2})?[0-9a-f]{6}", colour)


def test_is_dark_says_what_is_the_case(theme):
    assert theme.is_dark == (luminance(QColor(theme.page.page)) < luminance(QColor(theme.page.ink)))
    assert theme.is_dark == (luminance(QColor(theme.chrome)) < luminance(QColor(theme.text)))


def test_the_palette_is_that_of_the_theme(theme):
    made = palette(theme)
    assert made.color(QPalette.ColorRole.WindowText).name() == theme.text
    assert made.color(QPalette.ColorRole.Window).name() == theme.chrome
    assert made.color(QPalette.ColorRole.Highlight).name() == theme.accent
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name() == theme.muted


def test_the_style_sheet_is_filled(theme):
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert theme.accent in sheet
    assert set(re.findall("#[0-9a-f]{6}", sheet)) <= {
        getattr(theme, entry.name) for entry in fields(theme) if entry.name not in ("page", "is_dark")
    } | {theme.page.page}


def test_qt_takes_the_style_sheet(qtbot, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(theme))
    window.show()
    assert window.grab().toImage().pixelColor(3, 3).name() == theme.chrome
