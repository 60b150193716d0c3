"""Pieces as a font sets them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont, QFontDatabase

from reader.view.composition.pieces import pieces_of
from reader.view.glyph_unit import GlyphUnit
from reader.view.shaper import Shaper, shaper_for

FONTS = ["Noto Serif CJK SC", "Noto Serif CJK TC", "Noto Sans CJK SC", "Noto Sans CJK HK"]
#: A character of a plane in which nothing is written.
NOWHERE = "\U0003fffd"


def font(*families: str) -> QFont:
    if not set(families) <= set(QFontDatabase.families()):
        pytest.skip("no such font")
    made = QFont(list(families))
    made.setPixelSize(20)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@pytest.fixture
def shaped(qapp) -> Callable[[str, str], dict[str, GlyphUnit]]:
    """The pieces of a text in a font."""

    def make(text: str, family: str) -> dict[str, GlyphUnit]:
        pieces = pieces_of(text)
        return dict(zip(pieces.texts, Shaper(font(family)).units(pieces), strict=True))

    return make


@pytest.mark.parametrize("family", FONTS)
def test_marks_fill_squares_in_chinese(shaped, family: str):
    units = shaped("他說：“你好”、‘是’，「甲」（乙）《丙》；丁？戊！——……３", family)
    em = units["他"].advance
    assert em == pytest.approx(20, abs=0.1)
    for text, unit in units.items():
        assert unit.advance == pytest.approx(em * len(text), abs=0.1), text
        assert unit.glyphs
    for text in "“‘「（《":
        assert (units[text].lead, units[text].trail) == (em / 2, 0)
    for text in "”’」）》":
        assert (units[text].lead, units[text].trail) == (0, em / 2)


@pytest.mark.parametrize(("family", "is_centred"), [*zip(FONTS, (False, True, False, True), strict=True)])
def test_marks_give_blank_where_their_font_has_it(shaped, family: str, is_centred: bool):
    units = shaped("甲，乙。丙、丁；戊：己！庚？列夫·托", family)
    em = units["甲"].advance
    for text in "，。、；：":
        assert (units[text].lead, units[text].trail) == ((em / 4, em / 4) if is_centred else (0, em / 2)), text
    # CLREQ 3.1.6.1: in the middle of their squares these two keep them.
    assert {units[text].trail for text in "！？"} == {0 if is_centred else em / 2}
    # CLREQ 3.1.1.5: the dot within a name is as wide as a character in Taiwan and Hong Kong, half as wide elsewhere.
    assert units["·"].advance == (em if is_centred else em / 2)


@pytest.mark.parametrize("family", FONTS)
def test_marks_of_latin_text_are_narrow(shaped, family: str):
    plain, marked = shaped("船 dont", family)["dont"], shaped("船 don’t", family)["don’t"]
    assert plain.advance < marked.advance < plain.advance + 8
    assert shaped("say “yes”", family)["“yes”"].advance < shaped("yes", family)["yes"].advance + 20


def ink(unit: GlyphUnit) -> tuple[float, float]:
    boxes = [glyph.face.boundingRect(glyph.index).translated(glyph.x, 0) for glyph in unit.glyphs]
    return min(box.left() for box in boxes), max(box.right() for box in boxes)


@pytest.mark.parametrize("family", FONTS)
def test_dashes_and_dots_stand_in_the_middle(shaped, family: str):
    for text, unit in shaped("ab……——列夫·托", family).items():
        if text in ("……", "——", "·"):
            left, right = ink(unit)
            assert left == pytest.approx(unit.advance - right, abs=0.6), text
    left, right = ink(shaped("甲——乙", family)["——"])
    # One stroke of nearly two em.
    assert right - left > 36


def test_the_same_mark_beside_latin_and_beside_han(shaped):
    beside_latin, beside_han = (shaped(text, FONTS[1])["……"] for text in ("甲ab……乙", "甲……乙"))
    assert [glyph.index for glyph in beside_latin.glyphs] == [glyph.index for glyph in beside_han.glyphs]


def test_words_have_carets(shaped):
    unit = shaped("甲Windows乙", FONTS[0])["Windows"]
    assert unit.carets is not None
    assert len(unit.carets) == 8
    assert list(unit.carets) == sorted(set(unit.carets))
    assert (unit.carets[0], unit.carets[-1]) == (0, unit.advance)


def test_a_combined_character_is_one(shaped):
    unit = shaped("甲e\u0301乙", FONTS[0])["e\u0301"]
    assert unit.carets is not None
    assert unit.carets[:2] == (0, 0)
    assert unit.carets[2] == unit.advance > 5


def test_what_no_font_has_takes_the_room_of_a_character(shaped):
    units = shaped(f"甲{NOWHERE}乙", FONTS[0])
    assert units[NOWHERE].glyphs == ()
    assert units[NOWHERE].advance == units["甲"].advance


def test_ink_that_stands_out_takes_room(qapp):
    large = font(FONTS[0])
    large.setPixelSize(60)
    unit = Shaper(large, line_font=font(FONTS[0])).unit("H", "國")
    glyph = unit.glyphs[0]
    assert unit.above == pytest.approx(-glyph.face.boundingRect(glyph.index).top() - 20 * 1.15, abs=1)
    assert Shaper(large).unit("H", "國").above == 0
    # What is raised stands out the more.
    assert Shaper(large, 10.0, font(FONTS[0])).unit("H", "國").above == pytest.approx(unit.above + 10)


def test_a_font_has_one_shaper(qapp):
    assert shaper_for(font(FONTS[0])) is shaper_for(font(FONTS[0]))
    assert shaper_for(font(FONTS[0])) is not shaper_for(font(FONTS[1]))
    assert shaper_for(font(FONTS[0], FONTS[1])) is not shaper_for(font(FONTS[0], FONTS[2]))


def test_nothing_is_shaped_twice(qapp):
    shaper = Shaper(font(FONTS[0]))
    first, second = (shaper.units(pieces_of("船Windows，"))[0:3] for _ in range(2))
    assert all(one is other for one, other in zip(first, second, strict=True))


def test_what_is_shaped_together_is_as_if_it_was_alone(qapp):
    """Also where scripts are mixed, and some of it is in no font."""
    pieces = pieces_of("裡了岸沒有人�␟燫켌耹␖␝")
    together = Shaper(font("Noto Serif CJK TC")).units(pieces)
    for number, unit in enumerate(together):
        alone = Shaper(font("Noto Serif CJK TC")).unit(pieces.kinds[number], pieces.texts[number])
        assert unit.advance == pytest.approx(alone.advance, abs=0.1)
        assert [glyph.index for glyph in unit.glyphs] == [glyph.index for glyph in alone.glyphs]
        assert [glyph.x for glyph in unit.glyphs] == pytest.approx([glyph.x for glyph in alone.glyphs], abs=0.1)
