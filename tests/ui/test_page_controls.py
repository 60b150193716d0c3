"""The panel behind "Aa": each change asks for a setting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QToolButton

from reader.model.page_mode import PageMode
from reader.state.settings import BOUNDS, TYPOGRAPHY, Settings, Typeface, WritingChoice
from reader.ui import page_controls
from reader.ui.font_choice import FontChoice
from reader.ui.page_controls import PageControls
from reader.ui.stepper import Stepper
from reader.ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
LABELS = {
    "font_size": "Size",
    "font_weight": "Weight",
    "line_height": "Line height",
    "column_width": "Column",
    "paragraph_indent": "Indent",
    "paragraph_gap": "Paragraph gap",
    "margin": "Margins",
}
SWITCHES = {"is_justified": "Lines of one length", "hangs": "Hanging punctuation"}
FONTS = {"latin_family": "Latin", "simplified_family": "Simplified", "traditional_family": "Traditional"}

#: The offscreen platform has neither, and says so of every popup.
of_a_popup = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)


@pytest.fixture
def controls(qtbot, monkeypatch):
    monkeypatch.setattr(page_controls, "chinese_families", lambda: ["A Song", "B Kai"])
    monkeypatch.setattr(page_controls, "latin_families", lambda: ["C Roman"])
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
    return next(found for found in controls.findChildren(QToolButton) if name in (found.accessibleName(), found.text()))


def font(controls: PageControls, label: str) -> FontChoice:
    return next(found for found in controls.findChildren(FontChoice) if found.accessibleName() == label)


def test_what_is_chosen_is_shown(controls):
    controls.show_settings(
        Settings(
            typeface=Typeface.SANS,
            font_size=24,
            font_weight=500,
            line_height=200,
            column_width=40,
            margin=250,
            paragraph_gap=35,
            paragraph_indent=0,
        )
    )
    assert {stepper.text for stepper in controls.findChildren(Stepper)} == {
        "24 px",
        "500",
        "200 %",
        "40 characters",
        "0 characters",
        "0.35 lines",
        "2.5 characters",
    }
    assert button(controls, "Sans").isChecked()
    assert not button(controls, "Serif").isChecked()


def test_every_measure_and_font_has_a_control(controls):
    assert {*LABELS, *FONTS, *SWITCHES, "typeface"} == set(TYPOGRAPHY)
    assert set(LABELS) <= set(BOUNDS)


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


@pytest.mark.parametrize(("name", "typeface"), [("Serif", Typeface.SERIF), ("Sans", Typeface.SANS)])
def test_typefaces(qtbot, controls, requested, name, typeface):
    qtbot.mouseClick(button(controls, name), LEFT)
    assert requested == [("typeface", typeface)]


@pytest.mark.parametrize(
    ("name", "writing"),
    [
        ("As the book", WritingChoice.BOOK),
        ("Horizontal", WritingChoice.HORIZONTAL),
        ("Vertical", WritingChoice.VERTICAL),
    ],
)
def test_writing_directions(qtbot, controls, requested, name, writing):
    controls.show_settings(Settings(writing=writing))
    assert [button(controls, one).isChecked() for one in ("As the book", "Horizontal", "Vertical")] == [
        one is writing for one in WritingChoice
    ]
    qtbot.mouseClick(button(controls, name), LEFT)
    assert requested == [("writing", writing)]


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("Scroll", PageMode.SCROLLED),
        ("Pages", PageMode.PAGED),
        ("Single page", PageMode.SINGLE),
        ("Two pages", PageMode.FACING),
    ],
)
def test_layouts(qtbot, controls, requested, name, mode):
    qtbot.mouseClick(button(controls, name), LEFT)
    assert requested == [("page_mode", mode)]
    controls.show_settings(Settings(page_mode=mode))
    assert button(controls, name).isChecked()


@pytest.mark.parametrize(("name", "label"), SWITCHES.items())
def test_switches(qtbot, controls, requested, name, label):
    switch = next(found for found in controls.findChildren(QCheckBox) if found.text() == label)
    assert switch.isChecked() is getattr(Settings(), name)
    switch.click()
    assert requested == [(name, not getattr(Settings(), name))]


def test_everything_as_at_first(qtbot, controls):
    reset = next(found for found in controls.findChildren(QPushButton) if found.text() == "As at first")
    with qtbot.waitSignal(controls.reset_requested):
        qtbot.mouseClick(reset, LEFT)


@of_a_popup
@pytest.mark.parametrize(("name", "label"), FONTS.items())
def test_fonts(popped_up, requested, name, label):
    choice = font(popped_up, label)
    offered = ["C Roman"] if name == "latin_family" else ["A Song", "B Kai"]
    assert [choice.itemText(index) for index in range(1, choice.count())] == offered
    for index in (choice.count() - 1, 0):
        choice.setCurrentIndex(index)
        choice.activated.emit(index)
    assert requested == [(name, offered[-1]), (name, "")]


@of_a_popup
def test_the_font_that_is_chosen_is_shown(popped_up):
    choice = font(popped_up, "Traditional")
    for chosen, shown in (("B Kai", "B Kai"), ("", "Automatic"), ("one that is not installed", "Automatic")):
        popped_up.show_settings(Settings(traditional_family=chosen))
        assert choice.currentText() == shown
        assert font(popped_up, "Simplified").currentText() == "Automatic"


@of_a_popup
def test_showing_what_is_chosen_asks_for_nothing(popped_up, requested):
    popped_up.show_settings(Settings(simplified_family="A Song", font_size=30, line_height=150, column_width=20))
    assert requested == []


@of_a_popup
def test_it_opens_below_its_button_and_within_the_screen(popped_up):
    assert popped_up.isVisible()
    assert popped_up.screen().availableGeometry().contains(popped_up.geometry())


def test_another_theme(controls):
    before = controls.themes.grab().toImage()
    controls.set_theme(DARK)
    assert controls.themes.grab().toImage() != before
