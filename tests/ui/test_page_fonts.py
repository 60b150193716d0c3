"""Which fonts the page is set in."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase

from reader.model.script import Script
from reader.state.settings import Settings, Typeface
from reader.ui.book_faces import sans_faces, serif_faces
from reader.ui.page_fonts import chinese_families, latin_families, page_families, page_style

HAVE = ["Noto Serif CJK SC", "Noto Serif CJK TC", "Noto Sans CJK SC", "Noto Sans CJK HK", "Songti TC", "Arial"]


@pytest.fixture
def _installed(qapp, monkeypatch):
    """Some of the fonts that are asked for, and one that is not."""
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: HAVE)


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize(
    ("script", "families"),
    [
        (Script.SIMPLIFIED, ("Noto Serif CJK SC", "Noto Sans CJK SC")),
        (None, ("Noto Serif CJK SC", "Noto Sans CJK SC")),
        (Script.TAIWAN, ("Noto Serif CJK TC", "Songti TC")),
        (Script.TRADITIONAL, ("Noto Serif CJK TC", "Songti TC")),
        (Script.HONG_KONG, ("Noto Serif CJK TC", "Songti TC", "Noto Sans CJK HK")),
    ],
)
def test_book_faces_of_the_script_that_are_installed(script, families):
    assert page_families("", script) == families


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize(
    ("chosen", "script", "first"),
    [
        ("Noto Serif CJK SC", Script.TAIWAN, "Noto Serif CJK TC"),
        ("Noto Serif CJK TC", Script.SIMPLIFIED, "Noto Serif CJK SC"),
        ("Noto Sans CJK SC", Script.HONG_KONG, "Noto Sans CJK HK"),
        # Of one of which there is no sibling here, it stays.
        ("Noto Sans CJK SC", Script.TAIWAN, "Noto Sans CJK SC"),
        ("Songti TC", Script.SIMPLIFIED, "Songti TC"),
    ],
)
def test_a_chosen_font_follows_the_script(chosen, script, first):
    families = page_families(chosen, script)
    assert families[0] == first
    assert chosen in families


def test_fonts_of_rare_characters_are_asked_last(qapp, monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [*HAVE, "Jigmo2", "HanaMinB"])
    assert page_families("Arial", Script.TAIWAN)[-2:] == ("Jigmo2", "HanaMinB")


@pytest.mark.parametrize("script", list(Script))
def test_every_script_has_faces_for_every_system(script):
    for faces in (serif_faces(script), sans_faces(script)):
        assert len(faces) == len(set(faces)) > 5
        assert faces[0].startswith("Noto")
    # PingFang and JhengHei or YaHei, Songti and a Ming: macOS and Windows.
    assert {face.split()[0] for face in sans_faces(script)} >= {"PingFang", "Microsoft"}
    assert any("Ming" in face or "SimSun" in face for face in serif_faces(script))


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize("chosen", ["Arial", "Noto Sans CJK SC", "one that is not installed"])
def test_the_readers_choice_comes_first(chosen):
    families = page_families(chosen, Script.SIMPLIFIED)
    assert families[0] == chosen
    assert set(families) == {chosen, "Noto Serif CJK SC", "Noto Sans CJK SC"}


def test_without_any_of_them_the_system_chooses(qapp, monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: ["Arial"])
    assert page_families("", Script.TAIWAN) == ("serif",)


def test_fonts_that_can_write_chinese(qapp):
    families = chinese_families()
    assert families == sorted(set(families))
    assert set(families) <= set(QFontDatabase.families())
    for family in families:
        systems = set(QFontDatabase.writingSystems(family))
        assert systems & {
            QFontDatabase.WritingSystem.SimplifiedChinese,
            QFontDatabase.WritingSystem.TraditionalChinese,
        }


@pytest.mark.usefixtures("_installed")
def test_sans_comes_first_where_it_is_wanted():
    assert page_families("", Script.SIMPLIFIED, Typeface.SANS) == ("Noto Sans CJK SC", "Noto Serif CJK SC")


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize(
    ("script", "first"),
    [(Script.SIMPLIFIED, "A Song"), (None, "A Song"), (Script.TAIWAN, "B Ming"), (Script.HONG_KONG, "B Ming")],
)
def test_each_script_has_its_own_choice(script, first):
    settings = Settings(simplified_family="A Song", traditional_family="B Ming")
    assert page_style(settings, script).families[0] == first


def test_the_page_is_set_as_the_reader_wants_it(qapp):
    settings = Settings(
        latin_family="C Roman",
        font_size=24,
        font_weight=500,
        line_height=150,
        column_width=30,
        margin=300,
        paragraph_gap=0,
        paragraph_indent=1,
        is_justified=False,
        hangs=True,
    )
    style = page_style(settings, Script.TAIWAN)
    assert style.latin_families == ("C Roman",)
    assert (style.font_size, style.weight, style.line_height, style.column_width) == (24, 500, 150, 30)
    assert (style.margin, style.paragraph_gap, style.indent) == (300, 0, 1)
    assert (style.is_justified, style.hangs) == (False, True)
    assert page_style(Settings(), None).latin_families == ()


def test_latin_fonts_are_those_that_write_no_chinese(qapp):
    families = latin_families()
    assert families == sorted(set(families))
    assert not set(families) & set(chinese_families())
