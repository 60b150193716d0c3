"""The control for the script."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from reader.model.script import Script
from reader.ui.script_control import SCRIPTS, ScriptControl, script_name

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def control(qtbot):
    made = ScriptControl()
    qtbot.addWidget(made)
    made.show_choice(None, has_regional_words=False)
    made.show()
    return made


def button(control: ScriptControl, name: str) -> QToolButton:
    return next(found for found in control.findChildren(QToolButton) if found.accessibleName() == name)


def pressed(control: ScriptControl) -> list[str]:
    return [found.text() for found in control.findChildren(QToolButton) if found.isChecked()]


def test_every_script_has_a_button():
    assert {script for _, _, script in SCRIPTS} == {None, *Script}


@pytest.mark.parametrize(("label", "script"), [(label, script) for label, _, script in SCRIPTS])
def test_a_click_asks_for_a_script(qtbot, control, label, script):
    with qtbot.waitSignal(control.script_requested) as asked:
        qtbot.mouseClick(button(control, script_name(script)), LEFT)
    assert asked.args == [script]
    assert pressed(control) == [label]


@pytest.mark.parametrize(("label", "script"), [(label, script) for label, _, script in SCRIPTS])
def test_what_is_chosen_is_pressed_and_nothing_is_asked_for(qtbot, control, label, script):
    with qtbot.assertNotEmitted(control.script_requested), qtbot.assertNotEmitted(control.words_requested):
        control.show_choice(script, has_regional_words=True)
    assert pressed(control) == [label, "Words"]


def test_regional_words(qtbot, control):
    control.show_choice(Script.TAIWAN, has_regional_words=False)
    words = button(control, "Regional words")
    with qtbot.waitSignal(control.words_requested) as asked:
        qtbot.mouseClick(words, LEFT)
    assert asked.args == [True]
    with qtbot.waitSignal(control.words_requested) as asked:
        qtbot.mouseClick(words, LEFT)
    assert asked.args == [False]


def test_only_scripts_with_a_region_have_regional_words(control):
    able = []
    for _, _, script in SCRIPTS:
        control.show_choice(script, has_regional_words=False)
        if button(control, "Regional words").isEnabled():
            able.append(script)
    assert able == [Script.SIMPLIFIED, Script.TAIWAN, Script.HONG_KONG]


def test_every_button_says_its_key(control):
    tips = [found.toolTip() for found in control.findChildren(QToolButton) if found.isVisible()]
    assert [f"(Ctrl+{number})" in tip for number, tip in enumerate(tips, start=1)] == [True] * 6


def test_names():
    assert len({script_name(script) for script in (None, *Script)}) == 5
    assert script_name(Script.SIMPLIFIED) == "Simplified"


@pytest.mark.parametrize(("label", "script"), [(label, script) for label, _, script in SCRIPTS])
def test_where_there_is_no_room_one_button_offers_them_all(qtbot, control, label, script):
    control.set_room(has_room=False)
    control.show_choice(script, has_regional_words=True)
    assert [found.text() for found in control.findChildren(QToolButton) if found.isVisible()] == [f"{label} ▾"]
    menu = button(control, "Script").menu()
    assert [action.text() for action in menu.actions() if action.isChecked()] == [script_name(script), "Regional words"]
    choice = next(action for action in menu.actions() if action.text() == script_name(script))
    with qtbot.waitSignal(control.script_requested) as asked:
        choice.trigger()
    assert asked.args == [script]
    with qtbot.waitSignal(control.words_requested) as asked:
        menu.actions()[-1].setEnabled(True)
        menu.actions()[-1].trigger()
    assert asked.args == [False]
    control.set_room(has_room=True)
    assert not button(control, "Script").isVisible()
