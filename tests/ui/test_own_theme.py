"""A theme from three colours can be read, whatever the colours are."""

from __future__ import annotations

from hypothesis import assume, example, given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from reader.state.settings import Settings
from reader.ui.contrast import MARK, READING, TEXT, blended, contrast, legible, text_on
from reader.ui.own_theme import own_theme

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(COLOURS, COLOURS, COLOURS)
@example("#777777", "#787878", "#777777")
@example("#ffffff", "#ffffff", "#ffffff")
@example("#000000", "#000000", "#000000")
def test_the_window_is_read_whatever_the_colours_are(page, ink, accent):
    theme = own_theme(page, ink, accent)
    assert (theme.page.page, theme.page.ink) == (page, ink)
    for ground in (theme.chrome, theme.raised):
        assert contrast(theme.text, ground) >= TEXT
        assert contrast(theme.muted, ground) >= TEXT
        assert contrast(theme.accent, ground) >= MARK
    assert contrast(theme.on_accent, theme.accent) >= TEXT


@given(COLOURS, COLOURS, COLOURS)
@example("#ffffff", "#000000", "#ffff00")
@example("#ffe489", "#000000", "#ffe489")
@example("#000000", "#ffffff", "#000000")
def test_a_page_that_is_read_is_read_in_all_its_parts(page, ink, accent):
    # Not every page can have text of 7 to 1: those of middling lightness cannot.
    assume(contrast(text_on(page), page) >= READING)
    ink = legible(ink, (page,), READING, is_light=text_on(page) == "#ffffff")
    theme = own_theme(page, ink, accent)
    assert contrast(theme.page.secondary, page) >= TEXT
    assert contrast(ink, blended(theme.page.selection, page)) >= TEXT
    assert contrast(page, blended(theme.page.selection, page)) >= 1.2
    for colour in theme.page.highlights:
        assert contrast(ink, colour) >= TEXT
        assert contrast(theme.page.focus, colour) >= MARK
        assert contrast(ink, blended(theme.page.selection, colour)) >= MARK
    for number, colour in enumerate(theme.page.highlights):
        assert contrast(theme.page.inks[number], page) >= TEXT
        assert contrast(theme.page.found, colour) >= MARK
        for other in () if contrast(page, ink) < 10 else (page, *theme.page.highlights[:number]):
            pairs = zip(QColor(colour).getRgb()[:3], QColor(other).getRgb()[:3], strict=True)
            assert max(abs(one - two) for one, two in pairs) >= 20


def test_the_colours_to_begin_with_are_comfortable():
    settings = Settings()
    assert contrast(settings.own_page, settings.own_ink) >= READING
    assert not own_theme(settings.own_page, settings.own_ink, settings.own_accent).is_dark
