"""A menu of which one entry is chosen."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from reader.convert.choice import Engine
from reader.ui.choice_menu import ChoiceMenu
from reader.ui.menus import engine_menu, language_menu


def test_what_is_chosen_is_marked_and_what_is_clicked_is_asked_for(qtbot: QtBot) -> None:
    menu = ChoiceMenu("Animals", {1: "crane", None: "none", "x": "other"})
    qtbot.addWidget(menu)
    menu.show_choice(None)
    assert [(entry.text(), entry.isChecked()) for entry in menu.actions()] == [
        ("crane", False),
        ("none", True),
        ("other", False),
    ]
    asked: list[object] = []
    menu.requested.connect(asked.append)
    for entry in menu.actions():
        entry.trigger()
    assert asked == [1, None, "x"]


def test_every_engine_can_be_chosen(qtbot: QtBot) -> None:
    menu = engine_menu(None)
    qtbot.addWidget(menu)
    asked: list[object] = []
    menu.requested.connect(asked.append)
    for entry in menu.actions():
        entry.trigger()
    assert asked == list(Engine)


def test_the_systems_language_comes_first(qtbot: QtBot) -> None:
    menu = language_menu(None)
    qtbot.addWidget(menu)
    menu.show_choice("")
    assert menu.actions()[0].isChecked()
    assert [entry.text() for entry in menu.actions()[1:]] == ["繁體中文", "简体中文", "English"]
