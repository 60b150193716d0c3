"""Which fonts the page is set in."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase

from reader.model.script import Script
from reader.ui.page_fonts import chinese_families, page_families

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
