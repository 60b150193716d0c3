"""Every text of every theme can be read: contrasts by WCAG 2.1, 1.4.3 (text) and 1.4.11 (marks)."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QMainWindow

from reader.model.highlight import PALETTE_SIZE
from reader.state.settings import ThemeChoice
from reader.ui.style_sheet import style_sheet
from reader.ui.theme import DARK, LIGHT, SEPIA, palette, theme_for
from reader.view.page_style import PageColours

#: AAA for what is read for hours, AA for what is looked at, and what marks need that are no text.
READING, TEXT, MARK = 7.0, 4.5, 3.0


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(luminance(QColor(colour)) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def blended(over: str, ground: str) -> str:
    """A translucent colour laid over another."""
    top, bottom = QColor(over), QColor(ground)
    share = top.alphaF()
    mixed = [
        one * share + other * (1 - share) for one, other in zip(top.getRgbF()[:3], bottom.getRgbF()[:3], strict=True)
    ]
    return QColor.fromRgbF(*mixed).name()


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_text_on_the_page(theme):
    assert contrast(theme.page.ink, theme.page.page) >= READING


def test_the_text_on_every_highlight(theme):
    least = TEXT if theme.is_dark else READING
    for colour in theme.page.highlights:
        assert contrast(theme.page.ink, colour) >= least, colour


def test_the_text_that_is_selected(theme):
    for ground in (theme.page.page, *theme.page.highlights):
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


def test_what_is_not_text_on_the_page_is_seen(theme):
    assert contrast(theme.page.secondary, theme.page.page) >= MARK


def test_the_marks_of_the_overview_are_seen(theme):
    for colour in range(PALETTE_SIZE):
        assert contrast(theme.mark(colour), theme.page.page) >= MARK
        assert QColor(theme.mark(colour)).hue() == pytest.approx(QColor(theme.page.highlights[colour]).hue(), abs=2)


def test_highlights_are_told_from_the_page_and_from_each_other(theme):
    colours = theme.page.highlights
    assert len(colours) == PALETTE_SIZE
    for index, colour in enumerate(colours):
        for other in (theme.page.page, *colours[:index]):
            one, two = QColor(colour), QColor(other)
            apart = [abs(a - b) for a, b in zip(one.getRgb()[:3], two.getRgb()[:3], strict=True)]
            assert max(apart) >= 20, (colour, other)


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


@pytest.mark.parametrize(
    ("choice", "system_is_dark", "expected"),
    [
        (ThemeChoice.LIGHT, True, LIGHT),
        (ThemeChoice.SEPIA, True, SEPIA),
        (ThemeChoice.DARK, False, DARK),
        (ThemeChoice.SYSTEM, False, LIGHT),
        (ThemeChoice.SYSTEM, True, DARK),
    ],
)
def test_what_a_choice_stands_for(choice, system_is_dark, expected):
    assert theme_for(choice, system_is_dark) is expected


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
