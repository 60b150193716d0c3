"""The dialog for one's own colours: shows them, and says how they are read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog

from reader.state.settings import Settings
from reader.ui.own_theme_dialog import ColourButton, OwnThemeDialog, contrast_verdict


@pytest.fixture
def dialog(qtbot):
    made = OwnThemeDialog(Settings(own_page="#ffffff", own_ink="#000000", own_accent="#004488"))
    qtbot.addWidget(made)
    return made


def test_it_begins_with_the_colours_of_before(dialog):
    assert dialog.colours == ("#ffffff", "#000000", "#004488")
    assert "21.0" in dialog.verdict
    assert dialog.theme.page.page == "#ffffff"


def test_a_colour_is_chosen(qtbot, dialog, monkeypatch):
    buttons = dialog.findChildren(ColourButton)
    before = dialog.grab().toImage()
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#888888"))
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert dialog.colours[1] == "#888888"
    assert "hard to read" in dialog.verdict
    assert dialog.grab().toImage() != before


def test_a_choice_that_is_given_up_changes_nothing(qtbot, dialog, monkeypatch):
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor())
    qtbot.mouseClick(dialog.findChildren(ColourButton)[0], Qt.MouseButton.LeftButton)
    assert dialog.colours == ("#ffffff", "#000000", "#004488")


@pytest.mark.parametrize(
    ("ratio", "number", "said"),
    [(7.0, "7.0", "comfortable"), (6.999, "6.9", "readable"), (4.5, "4.5", "readable"), (4.49, "4.4", "hard")],
)
def test_the_verdict(ratio, number, said):
    assert number in contrast_verdict(ratio)
    assert said in contrast_verdict(ratio)
