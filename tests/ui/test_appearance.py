"""Which theme is shown: what was chosen, light and dark with the desktop, and what the key brings back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from reader.state.preferences import Preferences
from reader.state.settings import ThemeChoice
from reader.store.store import Store
from reader.ui.appearance import Appearance
from reader.ui.theme import BLACK, DARK, LIGHT, PAPER, SEPIA


@pytest.fixture
def preferences(qapp) -> Iterator[Preferences]:
    store = Store(None)
    yield Preferences(store.settings)
    store.close()


@pytest.fixture
def desktop(monkeypatch) -> dict[str, bool]:
    """A desktop whose darkness can be set."""
    state = {"is_dark": False}
    monkeypatch.setattr(Appearance, "system_is_dark", lambda _: state["is_dark"])
    return state


@pytest.fixture
def appearance(preferences, desktop) -> Iterator[Appearance]:
    before = QApplication.palette()
    yield Appearance(preferences)
    QApplication.setPalette(before)


def test_at_first_it_is_as_the_desktop(preferences, appearance, desktop):
    assert appearance.theme is LIGHT
    desktop["is_dark"] = True
    appearance._update()
    assert appearance.theme is DARK
    assert preferences.settings.theme is ThemeChoice.SYSTEM


def test_what_is_chosen_is_shown_and_palettes_follow(preferences, appearance):
    shown = []
    appearance.changed.connect(shown.append)
    appearance.choose(ThemeChoice.BLACK)
    assert shown == [BLACK]
    assert QApplication.palette().color(QPalette.ColorRole.WindowText).name() == BLACK.text
    assert preferences.settings.dark_theme is ThemeChoice.BLACK


def test_a_light_theme_on_a_light_desktop_goes_on_following_it(preferences, appearance, desktop):
    appearance.choose(ThemeChoice.PAPER)
    assert appearance.theme is PAPER
    assert preferences.settings.theme is ThemeChoice.SYSTEM
    desktop["is_dark"] = True
    appearance._update()
    assert appearance.theme is DARK


def test_a_dark_theme_on_a_light_desktop_stays(preferences, appearance):
    appearance.choose(ThemeChoice.BLACK)
    assert preferences.settings.theme is ThemeChoice.BLACK


def test_the_key_leads_between_the_two_that_are_remembered(preferences, appearance):
    appearance.follow_system(False)
    appearance.choose(ThemeChoice.SEPIA)
    appearance.choose(ThemeChoice.BLACK)
    appearance.switch_dark()
    assert appearance.theme is SEPIA
    appearance.switch_dark()
    assert appearance.theme is BLACK


def test_following_ends_with_what_is_shown(preferences, appearance, desktop):
    appearance.choose(ThemeChoice.PAPER)
    appearance.follow_system(False)
    assert preferences.settings.theme is ThemeChoice.PAPER
    desktop["is_dark"] = True
    appearance._update()
    assert appearance.theme is PAPER
    appearance.choose(ThemeChoice.SYSTEM)
    assert appearance.theme is DARK


def test_own_colours_are_light_or_dark_by_what_they_are(preferences, appearance):
    appearance.take_own("#f0f0ff", "#000000", "#004488")
    assert appearance.theme.page.page == "#f0f0ff"
    assert preferences.settings.light_theme is ThemeChoice.OWN
    appearance.take_own("#101020", "#ffffff", "#88aaff")
    assert appearance.theme.page.page == "#101020"
    assert preferences.settings.dark_theme is ThemeChoice.OWN
    # What was the light theme is dark now, so there is another one.
    assert preferences.settings.light_theme is ThemeChoice.LIGHT
