"""Every change of a setting is known, and remembered at once."""

from __future__ import annotations

import pytest

from reader.errors import StoreError
from reader.model.script import Script
from reader.state.preferences import Preferences
from reader.state.settings import Settings, ThemeChoice
from reader.store.store import Store


@pytest.fixture
def preferences(qapp, store):
    return Preferences(store.settings)


def test_a_new_store_has_the_defaults(preferences):
    assert preferences.settings == Settings()


def test_a_change_is_told_and_stored_at_once(qtbot, preferences, store):
    with qtbot.waitSignal(preferences.changed):
        preferences.set("script", Script.TAIWAN)
    assert preferences.settings.script is Script.TAIWAN
    assert store.settings.load() == {"script": "zh-Hant-TW"}


def test_the_change_is_there_when_it_is_told(qtbot, preferences):
    seen = []
    preferences.changed.connect(lambda: seen.append(preferences.settings.font_size))
    preferences.set("font_size", 30)
    assert seen == [30]


def test_the_next_run_finds_what_was_set(qapp, tmp_path):
    store = Store(tmp_path / "reader.sqlite3")
    first = Preferences(store.settings)
    first.set("theme", ThemeChoice.SEPIA)
    first.set("traditional_family", "明體")
    first.set("has_regional_words", True)
    store.close()
    again = Store(tmp_path / "reader.sqlite3")
    assert Preferences(again.settings).settings == first.settings
    again.close()


def test_what_is_as_it_was_is_neither_told_nor_stored(qtbot, preferences, store):
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.set("font_size", Settings().font_size)
    assert store.settings.load() == {}


def test_beyond_the_bounds_there_is_no_change(qtbot, preferences):
    preferences.set("font_size", 999)
    assert preferences.settings.font_size == 72
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.set("font_size", 73)


def test_a_setting_that_does_not_exist(qtbot, preferences):
    with qtbot.assertNotEmitted(preferences.changed), pytest.raises(TypeError):
        preferences.set("nonsense", 1)


def test_values_of_another_version_are_left_alone(qapp, store):
    store.settings.save({"novelty": [1], "theme": "solarized", "font_size": 28})
    preferences = Preferences(store.settings)
    assert preferences.settings == Settings(font_size=28)
    preferences.set("line_height", 200)
    assert store.settings.load() == {"novelty": [1], "theme": "solarized", "font_size": 28, "line_height": 200}


def test_a_store_that_cannot_be_written(qtbot, preferences, store):
    store.close()
    with qtbot.waitSignal(preferences.changed), qtbot.waitSignal(preferences.failed) as failure:
        preferences.set("font_size", 40)
    assert isinstance(failure.args[0], StoreError)
    assert preferences.settings.font_size == 40


def test_a_store_that_cannot_be_read(qapp, store):
    store.close()
    assert Preferences(store.settings).settings == Settings()


def test_some_settings_have_their_defaults_again_and_are_told_once(qtbot, store):
    preferences = Preferences(store.settings)
    for name, value in (("font_size", 31), ("margin", 300), ("theme", ThemeChoice.SEPIA)):
        preferences.set(name, value)
    told = []
    preferences.changed.connect(lambda: told.append(preferences.settings))
    preferences.reset(("font_size", "margin", "line_height"))
    assert told == [Settings(theme=ThemeChoice.SEPIA)]
    assert Preferences(store.settings).settings == Settings(theme=ThemeChoice.SEPIA)
    preferences.reset(("font_size",))
    assert len(told) == 1
