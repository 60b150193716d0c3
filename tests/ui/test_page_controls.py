"""The panel behind "Aa": each change asks for a setting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton

from reader.state.settings import BOUNDS, Settings, ThemeChoice
from reader.ui import page_controls
from reader.ui.page_controls import PageControls
from reader.ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
LABELS = {"font_size": "Size", "line_height": "Line height", "column_width": "Column"}

#: The offscreen platform has neither, and says so of every popup.
of_a_popup = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)


@pytest.fixture
def controls(qtbot, monkeypatch):
    monkeypatch.setattr(page_controls, "chinese_families", lambda: ["A Song", "B Kai"])
    made = PageControls(LIGHT)
    qtbot.addWidget(made)
    made.show_settings(Settings())
    return made


@pytest.fixture
def requested(controls):
    """The settings that were asked for."""
    found: list[tuple[str, object]] = []
    controls.setting_requested.connect(lambda name, value: found.append((name, value)))
    return found


@pytest.fixture
def popped_up(qtbot, controls):
    """The panel below a button."""
    button = QPushButton("Aa")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    controls.popup_below(button)
    yield controls
    controls.hide()


def button(controls: PageControls, name: str) -> QToolButton:
    return next(found for found in controls.findChildren(QToolButton) if found.accessibleName() == name)


def values(controls: PageControls) -> list[str]:
    return [label.text() for label in controls.findChildren(QLabel) if label.property("pattern")]


def test_what_is_chosen_is_shown(controls):
    controls.show_settings(Settings(ThemeChoice.SEPIA, "", 24, 200, 40))
    assert values(controls) == ["24 px", "200 %", "40 characters"]
    assert button(controls, "Sepia").isChecked()
    assert not button(controls, "Dark").isChecked()


def test_every_number_has_a_control():
    assert LABELS.keys() == BOUNDS.keys()


@pytest.mark.parametrize(("name", "label"), LABELS.items())
def test_steps(qtbot, controls, requested, name, label):
    value, step = getattr(Settings(), name), BOUNDS[name].step
    qtbot.mouseClick(button(controls, f"{label}: more"), LEFT)
    qtbot.mouseClick(button(controls, f"{label}: less"), LEFT)
    assert requested == [(name, value + step), (name, value - step)]


@pytest.mark.parametrize(("name", "label"), LABELS.items())
def test_the_bounds_end_the_steps(controls, name, label):
    less, more = button(controls, f"{label}: less"), button(controls, f"{label}: more")
    bounds = BOUNDS[name]
    for value, can_shrink, can_grow in (
        (bounds.minimum, False, True),
        (bounds.minimum + 1, True, True),
        (bounds.maximum, True, False),
    ):
        controls.show_settings(replace(Settings(), **{name: value}))
        assert (less.isEnabled(), more.isEnabled()) == (can_shrink, can_grow)


@pytest.mark.parametrize(("name", "label"), LABELS.items())
def test_steps_lead_from_one_bound_to_the_other(controls, name, label):
    chosen = [replace(Settings(), **{name: BOUNDS[name].minimum})]
    controls.setting_requested.connect(lambda name, value: chosen.append(chosen[-1].changed(name, value)))
    controls.show_settings(chosen[0])
    more = button(controls, f"{label}: more")
    while more.isEnabled():
        more.click()
        controls.show_settings(chosen[-1])
    assert getattr(chosen[-1], name) == BOUNDS[name].maximum


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("As the system", ThemeChoice.SYSTEM),
        ("Light", ThemeChoice.LIGHT),
        ("Sepia", ThemeChoice.SEPIA),
        ("Dark", ThemeChoice.DARK),
    ],
)
def test_themes(qtbot, controls, requested, name, choice):
    qtbot.mouseClick(button(controls, name), LEFT)
    assert requested == [("theme", choice)]


@of_a_popup
def test_fonts(popped_up, requested):
    family = popped_up.findChild(QComboBox)
    assert [family.itemText(index) for index in range(family.count())] == ["Automatic", "A Song", "B Kai"]
    for index in (2, 0):
        family.setCurrentIndex(index)
        family.activated.emit(index)
    assert requested == [("font_family", "B Kai"), ("font_family", "")]


@of_a_popup
def test_the_font_that_is_chosen_is_shown(popped_up):
    family = popped_up.findChild(QComboBox)
    for chosen, shown in (("B Kai", "B Kai"), ("", "Automatic"), ("one that is not installed", "Automatic")):
        popped_up.show_settings(Settings(font_family=chosen))
        assert family.currentText() == shown


@of_a_popup
def test_showing_what_is_chosen_asks_for_nothing(popped_up, requested):
    popped_up.show_settings(Settings(ThemeChoice.DARK, "A Song", 30, 150, 20))
    assert requested == []


@of_a_popup
def test_it_opens_below_its_button_and_within_the_screen(popped_up):
    assert popped_up.isVisible()
    assert popped_up.screen().availableGeometry().contains(popped_up.geometry())


def test_another_theme(controls):
    before = button(controls, "Dark").icon().pixmap(20, 20).toImage()
    controls.set_theme(DARK)
    assert button(controls, "Dark").icon().pixmap(20, 20).toImage() != before
