"""The panel of the coloured words, alone and with the owner of the words behind it."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton

from reader.model.highlight import HighlightRule
from reader.search.occurrences import Occurrence, Occurrences
from reader.state.keywords import Keywords
from reader.state.tasks import TaskRunner
from reader.store.store import Store
from reader.ui.keyword_row import KeywordRow
from reader.ui.keywords_panel import KeywordsPanel
from reader.ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
RULES = (HighlightRule("濟南", 0), HighlightRule("临夏", 1, is_on=False), HighlightRule("協作", 2))


@pytest.fixture
def panel(qtbot):
    made = KeywordsPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(240, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows(panel: KeywordsPanel) -> list[KeywordRow]:
    """The rows in sight, from above. Layouts show what is put into them a little later."""
    QApplication.processEvents()
    return sorted((row for row in panel.findChildren(KeywordRow) if not row.isHidden()), key=lambda row: row.y())


def words(panel: KeywordsPanel) -> list[str]:
    return [row.accessibleName() for row in rows(panel)]


def counts(panel: KeywordsPanel) -> list[str]:
    return [row.findChildren(QLabel)[1].text() for row in rows(panel)]


def button(row: KeywordRow, name: str) -> QToolButton:
    return next(found for found in row.findChildren(QToolButton) if found.accessibleName().startswith(name))


def entry(panel: KeywordsPanel) -> QLineEdit:
    return panel.findChild(QLineEdit)


def hint(panel: KeywordsPanel) -> QLabel:
    return next(label for label in panel.findChildren(QLabel) if "Ctrl+H" in label.text())


def test_words_stand_in_their_order(panel):
    assert hint(panel).isVisible()
    panel.set_rules(RULES)
    assert words(panel) == ["濟南", "临夏", "協作"]
    assert not hint(panel).isVisible()
    panel.set_rules(RULES[1:])
    assert words(panel) == ["临夏", "協作"]
    panel.set_rules(())
    assert words(panel) == []
    assert hint(panel).isVisible()


def test_counts_and_the_match_that_the_reader_is_at(panel):
    panel.set_rules(RULES)
    found = Occurrences(9, False, (3, 0, 1), (array("Q", [1, 5, 9]), array("Q"), array("Q", [7])))
    panel.set_occurrences(found, Occurrence(5, 0))
    assert counts(panel) == ["2/3…", "", "1…"]
    panel.set_occurrences(Occurrences(9, True, (3, 0, 1), found._addresses), None)
    assert counts(panel) == ["3", "", "1"]


def test_a_word_is_added_by_enter(qtbot, panel):
    panel.focus_entry()
    assert entry(panel).hasFocus()
    entry(panel).setText("  濟南 ")
    with qtbot.waitSignal(panel.add_requested) as added:
        qtbot.keyClick(entry(panel), Qt.Key.Key_Return)
    assert added.args == ["濟南"]
    assert entry(panel).text() == ""


def test_nothing_is_added_of_nothing(qtbot, panel):
    entry(panel).setText(" \u3000")
    with qtbot.assertNotEmitted(panel.add_requested):
        qtbot.keyClick(entry(panel), Qt.Key.Key_Return)


def test_each_row_asks_for_its_own_word(qtbot, panel):
    panel.set_rules(RULES)
    asked = []
    panel.remove_requested.connect(lambda index: asked.append(("remove", index)))
    panel.switch_requested.connect(lambda index, is_on: asked.append(("switch", index, is_on)))
    panel.recolour_requested.connect(lambda index, colour: asked.append(("recolour", index, colour)))
    panel.step_requested.connect(lambda index, is_forward: asked.append(("step", index, is_forward)))
    for index, row in enumerate(rows(panel)):
        row.show_count(1, is_complete=True)
        button(row, "Show or hide").click()
        button(row, "Next match").click()
        button(row, "Previous match").click()
        button(row, "Change the colour").menu().actions()[6].trigger()
        button(row, "Remove").click()
        assert asked == [
            ("switch", index, not RULES[index].is_on),
            ("step", index, True),
            ("step", index, False),
            ("recolour", index, 6),
            ("remove", index),
        ]
        asked.clear()


def test_another_theme(panel):
    panel.set_rules(RULES)
    panel.set_theme(DARK)
    for row, rule in zip(rows(panel), RULES, strict=True):
        image = button(row, "Change the colour").icon().pixmap(16, 16).toImage()
        assert image.pixelColor(8, 8).name() == DARK.page.highlights[rule.colour]


@pytest.fixture
def keywords(panel):
    """The owner of the words, wired as in the window."""
    store, runner = Store(None), TaskRunner()
    owner = Keywords(store.keywords, runner)
    panel.add_requested.connect(owner.add)
    panel.remove_requested.connect(owner.remove)
    panel.switch_requested.connect(owner.switch)
    panel.recolour_requested.connect(owner.recolour)
    owner.changed.connect(lambda: panel.set_rules(owner.rules))
    yield owner
    runner.close()
    store.close()


def test_what_is_asked_for_is_shown(qtbot, panel, keywords):
    for word in ("甲", "乙", "丙"):
        entry(panel).setText(word)
        qtbot.keyClick(entry(panel), Qt.Key.Key_Return)
    button(rows(panel)[1], "Change the colour").menu().actions()[7].trigger()
    qtbot.mouseClick(button(rows(panel)[1], "Show or hide"), LEFT)
    qtbot.mouseClick(button(rows(panel)[0], "Remove"), LEFT)
    assert keywords.rules == (HighlightRule("乙", 7, is_on=False), HighlightRule("丙", 2))
    assert words(panel) == ["乙", "丙"]


def test_removing_words_one_by_one_with_the_keyboard(qtbot, panel, keywords):
    for word in "甲乙丙":
        keywords.add(word)
    while keywords.rules:
        last = rows(panel)[-1]
        last.setFocus()
        qtbot.keyClick(last, Qt.Key.Key_Delete)
    assert words(panel) == []
