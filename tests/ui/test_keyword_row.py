"""One coloured word: each button and key asks for one thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from reader.model.highlight import PALETTE_SIZE, HighlightRule
from reader.ui.keyword_row import KeywordRow
from reader.ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row(qtbot):
    made = KeywordRow()
    qtbot.addWidget(made)
    made.show_rule(HighlightRule("濟南", 2), LIGHT)
    made.show_count(5, is_complete=True)
    made.resize(260, 30)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def requested(row):
    """What the row asked for."""
    found: list[object] = []
    row.remove_requested.connect(lambda: found.append("remove"))
    row.switch_requested.connect(lambda is_on: found.append(("switch", is_on)))
    row.recolour_requested.connect(lambda colour: found.append(("recolour", colour)))
    row.step_requested.connect(lambda is_forward: found.append(("step", is_forward)))
    return found


def button(row: KeywordRow, name: str) -> QToolButton:
    return next(found for found in row.findChildren(QToolButton) if found.accessibleName().startswith(name))


def texts(row: KeywordRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel)]


def test_the_word_and_its_count(row):
    assert texts(row) == ["濟南", "5"]
    assert row.accessibleName() == "濟南"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Next match", ("step", True)),
        ("Previous match", ("step", False)),
        ("Remove", "remove"),
        ("Show or hide", ("switch", False)),
    ],
)
def test_the_buttons(qtbot, row, requested, name, expected):
    qtbot.mouseClick(button(row, name), LEFT)
    assert requested == [expected]


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, ("step", True)),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, ("step", True)),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, ("step", False)),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, ("switch", False)),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove"),
    ],
)
def test_the_keys(qtbot, row, requested, key, modifier, expected):
    qtbot.keyClick(row, key, modifier)
    assert requested == [expected]


def test_other_keys_are_not_taken(qtbot, row, requested):
    qtbot.keyClick(row, Qt.Key.Key_X)
    assert requested == []


def test_a_word_that_is_off(qtbot, row, requested):
    row.show_rule(HighlightRule("濟南", 2, is_on=False), LIGHT)
    row.show_count(0, is_complete=True)
    assert texts(row) == ["濟南", ""]
    assert not button(row, "Next match").isEnabled()
    assert not button(row, "Previous match").isEnabled()
    assert not button(row, "Show or hide").isChecked()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert requested == [("switch", True)]


@pytest.mark.parametrize(
    ("count", "is_complete", "rank", "text"),
    [
        (0, True, None, "0"),
        (0, False, None, "0…"),
        (1234567, True, None, "1,234,567"),
        (12, False, None, "12…"),
        (12, True, 0, "1/12"),
        (5000, False, 1233, "1,234/5,000…"),
    ],
)
def test_counts(row, count, is_complete, rank, text):
    row.show_count(count, is_complete, rank)
    assert texts(row)[1] == text
    assert button(row, "Next match").isEnabled() == (count > 0)


def test_every_colour_can_be_chosen(row, requested):
    actions = button(row, "Change the colour").menu().actions()
    assert [action.text() for action in actions] == [f"Colour {number}" for number in range(1, PALETTE_SIZE + 1)]
    for action in actions:
        action.trigger()
    assert requested == [("recolour", colour) for colour in range(PALETTE_SIZE)]


def test_the_colour_that_is_chosen_is_there_while_it_is_shown(row):
    """The row is shown anew while the action that asked for it is still being told of."""
    row.recolour_requested.connect(lambda colour: row.show_rule(HighlightRule("濟南", colour), LIGHT))
    actions = button(row, "Change the colour").menu().actions()
    actions[4].trigger()
    assert button(row, "Change the colour").menu().actions() == actions
    actions[5].trigger()


def swatch(row: KeywordRow) -> str:
    return button(row, "Change the colour").icon().pixmap(16, 16).toImage().pixelColor(8, 8).name()


def test_the_swatch_has_the_colour_of_the_theme(row):
    for theme in (LIGHT, DARK):
        for colour in range(PALETTE_SIZE):
            row.show_rule(HighlightRule("濟南", colour), theme)
            assert swatch(row) == theme.page.highlights[colour]
            action = button(row, "Change the colour").menu().actions()[colour]
            assert action.icon().pixmap(16, 16).toImage().pixelColor(8, 8).name() == theme.page.highlights[colour]


@pytest.mark.parametrize("word", ["<b>粗</b>", "&amp;", "a&b", "很長的詞" * 25])
def test_any_word_is_plain_text_and_fits(qtbot, row, word):
    row.show_rule(HighlightRule(word, 0), LIGHT)
    label = row.findChildren(QLabel)[0]
    assert label.text() == word
    assert label.textFormat() is Qt.TextFormat.PlainText
    qtbot.wait(1)
    assert row.width() == 260
    assert button(row, "Remove").geometry().right() < 260
