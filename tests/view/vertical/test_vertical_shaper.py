"""Where glyphs stand in vertical lines, class by class."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontInfo

from reader.view.composition.pieces import pieces_of
from reader.view.glyph_unit import GlyphUnit
from reader.view.vertical.setting import MAINLAND, TAIWAN, vertical_pieces
from reader.view.vertical.upright_unit import UprightUnit
from reader.view.vertical.vertical_shaper import VerticalShaper

SIZE = 40
#: Qt measures in 1/64 pixel, and rounds down.
EM = pytest.approx(SIZE, abs=1 / 64)
HALF, QUARTER = pytest.approx(SIZE / 2, abs=1 / 64), pytest.approx(SIZE / 4, abs=1 / 64)


def shaper_of(family: str) -> VerticalShaper:
    font = QFont(family)
    font.setPixelSize(SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if QFontInfo(font).family() != family:
        pytest.skip(f"{family} is not installed")
    return VerticalShaper(font)


@pytest.fixture
def taiwan(qapp) -> VerticalShaper:
    return shaper_of("Noto Serif CJK TC")


@pytest.fixture
def mainland(qapp) -> VerticalShaper:
    return shaper_of("Noto Serif CJK SC")


def units(shaper: VerticalShaper, text: str) -> list[GlyphUnit]:
    return shaper.units(vertical_pieces(pieces_of(text), shaper.quotes))


def ink(unit: UprightUnit) -> QRectF:
    """Where an upright piece is drawn, from the upper left corner of its cell, in em."""
    box = QRectF()
    for glyph in unit.glyphs:
        box = box.united(glyph.face.boundingRect(glyph.index).translated(glyph.x + 0.12 * SIZE, glyph.y))
    return QRectF(box.x() / SIZE, box.y() / SIZE, box.width() / SIZE, box.height() / SIZE)


@pytest.mark.parametrize("text", ["國", "一", "ガ", "①", "Ａ", "３", "○"])
def test_a_square_stands_in_its_cell(taiwan, text):
    [unit] = units(taiwan, text)
    assert isinstance(unit, UprightUnit)
    assert (unit.advance, unit.lead, unit.trail) == (EM, 0, 0)
    assert QRectF(-0.05, -0.05, 1.1, 1.1).contains(ink(unit))
    assert ink(unit).center().x() == pytest.approx(0.5, abs=0.12)


def test_the_region_decides_where_a_comma_stands_and_what_quotes_become(taiwan, mainland):
    for mark in "，。、":
        [here], [there] = units(mainland, mark), units(taiwan, mark)
        assert (here.lead, here.trail) == (0, HALF)
        assert ink(here).right() > 0.55
        assert ink(here).bottom() < 0.5
        assert (there.lead, there.trail) == (QUARTER, QUARTER)
        assert ink(there).center().x() == pytest.approx(0.5, abs=0.06)
    assert (taiwan.quotes, mainland.quotes) == (TAIWAN, MAINLAND)


@pytest.mark.parametrize("pair", ["「」", "『』", "（）", "《》", "【】", "〔〕", "“”", "‘’"])
def test_brackets_are_turned_and_give_way_on_one_side(taiwan, mainland, pair):
    for shaper in (taiwan, mainland):
        opening, _, closing = units(shaper, f"{pair[0]}國{pair[1]}")
        assert (opening.lead, opening.trail, closing.lead, closing.trail) == (HALF, 0, 0, HALF)
        for unit in (opening, closing):
            assert unit.advance == EM
            assert ink(unit).width() > 0.35 or pair in ("“”", "‘’")
        assert ink(opening).top() > 0.4
        assert ink(closing).bottom() < 0.6


def test_two_dashes_are_one_stroke_on_their_side(taiwan):
    [dash] = units(taiwan, "——")
    assert not isinstance(dash, UprightUnit)
    assert dash.advance == pytest.approx(2 * SIZE, abs=1 / 32)
    assert len(dash.glyphs) == 1
    assert dash.glyphs[0].face.boundingRect(dash.glyphs[0].index).width() > 1.6 * SIZE


def test_dots_stand_one_below_the_other_in_the_middle_of_the_line(taiwan):
    [dots] = units(taiwan, "……")
    assert isinstance(dots, UprightUnit)
    assert dots.advance == pytest.approx(2 * SIZE, abs=1 / 32)
    assert dots.carets == (0, EM, dots.advance)
    assert ink(dots).height() > 1.4
    assert ink(dots).width() < 0.2
    assert ink(dots).center().x() == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("text", ["7", "12", "88", "100", "365", "9.", "！？", "!!", "２３"])
def test_what_shares_a_cell_is_no_wider_than_that(taiwan, text):
    [_, unit, _] = units(taiwan, f"第{text}頁")
    assert isinstance(unit, UprightUnit)
    assert unit.advance == EM
    assert len(unit.glyphs) == len(text)
    assert QRectF(0, 0, 1, 1).contains(ink(unit))
    assert ink(unit).center().x() == pytest.approx(0.5, abs=0.12)
    assert unit.carets is None or (len(unit.carets), unit.carets[-1]) == (len(text) + 1, EM)


def test_a_word_lies_as_long_as_it_is(taiwan):
    [_, word, _] = units(taiwan, "用Windows開")
    assert not isinstance(word, UprightUnit)
    assert word.advance > 3 * SIZE
    assert len(word.glyphs) == len("Windows")


def test_what_no_font_has_is_an_empty_cell(taiwan):
    [unit] = units(taiwan, "\uf8f7")
    assert (unit.advance, unit.glyphs) == (EM, ())


def test_pieces_are_shaped_once(taiwan):
    first, second = units(taiwan, "船船"), units(taiwan, "船岸")
    assert first[0] is first[1] is second[0]


def test_what_is_shaped_together_is_as_if_it_was_alone(taiwan):
    """Also where scripts are mixed, and some of it is in no font."""
    text = "裡了岸沒有人�␟燫켌耹␖␝"
    for unit, character in zip(units(taiwan, text), text, strict=True):
        alone = units(shaper_of("Noto Serif CJK TC"), character)[0]
        assert unit.glyphs or not alone.glyphs
        assert [(glyph.index, glyph.x, glyph.y) for glyph in unit.glyphs] == [
            (glyph.index, pytest.approx(glyph.x, abs=0.1), pytest.approx(glyph.y, abs=0.1)) for glyph in alone.glyphs
        ]
