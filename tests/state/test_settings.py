"""Settings keep their bounds, and come back from the store as they were."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.annotation import Phonetics
from reader.model.script import Script
from reader.state.settings import BOUNDS, Bounds, PhoneticsChoice, Settings, ThemeChoice, WritingChoice

NAMES = [entry.name for entry in fields(Settings)]
NUMBERS = {name: st.integers(bounds.minimum, bounds.maximum) for name, bounds in BOUNDS.items()}
SETTINGS = st.builds(
    Settings,
    theme=st.sampled_from(ThemeChoice),
    simplified_family=st.text(st.characters(codec="utf-8"), max_size=30),
    writing=st.sampled_from(WritingChoice),
    script=st.none() | st.sampled_from(Script),
    has_regional_words=st.booleans(),
    language=st.sampled_from(["", "en", "zh_TW", "zh_CN"]),
    light_theme=st.sampled_from(sorted(set(ThemeChoice) - {ThemeChoice.SYSTEM}, key=str)),
    own_ink=st.from_regex("#[0-9a-f]{6}", fullmatch=True),
    **NUMBERS,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(SETTINGS)
def test_what_is_stored_comes_back(settings):
    assert Settings.from_stored(json.loads(json.dumps(settings.to_stored()))) == settings


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(), JSON))
def test_whatever_is_stored_gives_settings(stored):
    settings = Settings.from_stored(stored)
    for name, bounds in BOUNDS.items():
        assert bounds.minimum <= getattr(settings, name) <= bounds.maximum
        assert type(getattr(settings, name)) is int
    for entry in fields(Settings):
        default, value = getattr(Settings(), entry.name), getattr(settings, entry.name)
        assert isinstance(value, type(default) if default is not None else Script | None)


@pytest.mark.parametrize("choice", WritingChoice)
@pytest.mark.parametrize("is_book_vertical", [False, True])
def test_a_switch_of_the_writing_shows_the_file_the_other_way(choice, is_book_vertical):
    switched = choice.switched(is_book_vertical)
    assert switched.is_vertical(is_book_vertical) is not choice.is_vertical(is_book_vertical)
    again = switched.switched(is_book_vertical)
    assert again.is_vertical(is_book_vertical) is choice.is_vertical(is_book_vertical)
    assert WritingChoice.BOOK in (switched, again)


@given(SETTINGS, st.sampled_from(sorted(BOUNDS)), st.integers())
def test_numbers_are_brought_within_their_bounds(settings, name, value):
    changed = settings.changed(name, value)
    bounds = BOUNDS[name]
    assert getattr(changed, name) == min(bounds.maximum, max(bounds.minimum, value))
    assert changed.changed(name, getattr(settings, name)) == settings


@pytest.mark.parametrize(("name", "bounds"), BOUNDS.items())
def test_defaults_lie_within_the_bounds_and_steps_reach_the_ends(name, bounds):
    assert bounds.clamp(getattr(Settings(), name)) == getattr(Settings(), name)
    assert bounds.step > 0
    assert (bounds.maximum - bounds.minimum) % bounds.step == 0


def test_clamp():
    bounds = Bounds(2, 8, 2)
    assert [bounds.clamp(value) for value in (-1, 2, 5, 8, 9)] == [2, 2, 5, 8, 8]


def test_a_setting_that_does_not_exist():
    with pytest.raises(TypeError):
        Settings().changed("nonsense", 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "solarized"),
        ("theme", 3),
        ("theme", None),
        ("light_theme", "system"),
        ("own_page", "white"),
        ("own_page", "#FFFFFF"),
        ("own_page", 0xFFFFFF),
        ("simplified_family", None),
        ("simplified_family", ["Songti SC"]),
        ("font_size", "24"),
        ("font_size", 24.5),
        ("font_size", True),
        ("font_size", None),
        ("script", "zh-Hant-SG"),
        ("script", False),
        ("has_regional_words", 1),
        ("has_regional_words", "yes"),
        ("language", 5),
        ("margins", 12),
        ("typeface", "round"),
        ("font_weight", "bold"),
    ],
)
def test_what_another_version_wrote_keeps_its_default(name, value):
    assert Settings.from_stored({name: value}) == Settings()


def test_one_malformed_value_spoils_no_other():
    stored = {"theme": 7, "font_size": 31, "script": "zh-Hant-TW", "line_height": "wide", "new": {}}
    assert Settings.from_stored(stored) == Settings(font_size=31, script=Script.TAIWAN)


def test_numbers_from_another_version_are_brought_within_the_bounds():
    assert Settings.from_stored({"font_size": 4000, "column_width": -1}) == Settings(font_size=72, column_width=16)


def test_stored_values_are_plain():
    stored = Settings(ThemeChoice.DARK, simplified_family="宋体", script=Script.HONG_KONG).to_stored()
    assert (
        stored.items()
        >= {
            "theme": "dark",
            "simplified_family": "宋体",
            "font_size": 20,
            "line_height": 180,
            "column_width": 36,
            "script": "zh-Hant-HK",
            "has_regional_words": False,
            "engine": "jianfan",
            "language": "",
            "dark_theme": "dark",
        }.items()
    )


def test_zhuyin_goes_with_taiwan_unless_the_reader_says_otherwise():
    assert PhoneticsChoice.SCRIPT.of(Script.TAIWAN) is Phonetics.ZHUYIN
    for script in (Script.SIMPLIFIED, Script.TRADITIONAL, Script.HONG_KONG, None):
        assert PhoneticsChoice.SCRIPT.of(script) is Phonetics.PINYIN
    assert PhoneticsChoice.PINYIN.of(Script.TAIWAN) is Phonetics.PINYIN
    assert PhoneticsChoice.ZHUYIN.of(None) is Phonetics.ZHUYIN
