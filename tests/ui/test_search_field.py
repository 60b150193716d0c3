"""The search box: what is typed is asked a moment later, Enter at once; keys lead on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QToolButton

from reader.formats.registry import open_document
from reader.model.query import EVERY_TIER, SAME_SCRIPT, Query, Tier
from reader.model.script import Script
from reader.state.search import Search
from reader.state.tasks import TaskRunner
from reader.ui.search_field import SearchField
from reader.ui.search_options import SearchOptions
from reader.ui.theme import LIGHT


@pytest.fixture
def options(qapp):
    return SearchOptions()


@pytest.fixture
def field(qtbot, options):
    made = SearchField(options, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def search(qapp, tmp_path):
    runner = TaskRunner()
    path = tmp_path / "book.txt"
    path.write_text("甲乙甲丙甲", encoding="utf-8")
    made = Search(lambda clause: clause, runner)
    made.look_in(open_document(path))
    yield made
    runner.close()


def line(field) -> QLineEdit:
    return field.findChild(QLineEdit)


def test_typing_asks_once_it_pauses(qtbot, field):
    texts = []
    field.text_changed.connect(texts.append)
    qtbot.keyClicks(line(field), "abc")
    assert texts == []
    qtbot.waitUntil(lambda: texts == ["abc"])


def test_enter_asks_at_once_and_steps(qtbot, field):
    heard = []
    field.text_changed.connect(heard.append)
    field.step_requested.connect(heard.append)
    qtbot.keyClicks(line(field), "ab")
    qtbot.keyClick(line(field), Qt.Key.Key_Return)
    qtbot.keyClick(line(field), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert heard == ["ab", True, False]


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_Escape, "close_requested"), (Qt.Key.Key_Down, "results_requested")]
)
def test_keys_that_lead_out(qtbot, field, key, signal):
    line(field).setText("ab")
    with qtbot.waitSignal(getattr(field, signal)):
        qtbot.keyClick(line(field), key)


def test_a_selection_is_typed_over(qtbot, field):
    field.begin("濟南")
    assert line(field).selectedText() == "濟南"
    field.begin()
    assert field.text == "濟南"


def test_emptying_asks_for_nothing(qtbot, field):
    field.begin("濟南")
    with qtbot.waitSignal(field.text_changed):
        pass
    with qtbot.waitSignal(field.text_changed) as heard:
        field.clear()
    assert heard.args == [""]


def counted(field) -> str:
    return next(label.text() for label in field.findChildren(QLabel) if label.isVisible())


def test_the_count_and_the_place(qtbot, field, search):
    field.show_search(search)
    assert not any(button.isVisible() for button in field.findChildren(QToolButton) if button.parent() is field)
    search.ask(Query("甲"))
    field.show_search(search)
    assert counted(field) == "0…"
    qtbot.waitUntil(lambda: search.results.is_complete)
    field.show_search(search)
    assert counted(field) == "3"
    search.step(-1, is_forward=True)
    field.show_search(search)
    assert counted(field) == "1/3"


def test_a_question_that_is_none_has_no_count(qtbot, field, search):
    search.ask(Query("(", is_pattern=True))
    qtbot.waitUntil(lambda: search.error is not None)
    field.show_search(search)
    assert counted(field) == "—"


def test_recent_queries_are_offered(qtbot, field):
    field.show_recent(["甲&乙", "丙"])
    menu = field.made_menu()
    found = [action for action in menu.actions() if action.text() == "甲&&乙"]
    with qtbot.waitSignal(field.text_changed) as heard:
        found[0].trigger()
    assert heard.args == ["甲&乙"]
    with qtbot.waitSignal(field.forget_requested):
        menu.actions()[-1].trigger()


def test_down_in_the_empty_line_opens_the_menu(qtbot, field, monkeypatch):
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, point: opened.append(point))
    qtbot.keyClick(line(field), Qt.Key.Key_Down)
    line(field).setText("甲")
    qtbot.keyClick(line(field), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert len(opened) == 2


def test_what_the_switches_mean(qtbot, options):
    assert options.query("甲", None) == Query("甲")
    options.regional.trigger()
    assert options.query("甲", Script.TAIWAN) == Query("甲", tiers=EVERY_TIER - {Tier.REGIONAL}, script=Script.TAIWAN)
    options.same_script.trigger()
    options.whole_word.trigger()
    assert options.query("甲", None) == Query("甲", is_whole_word=True, tiers=SAME_SCRIPT)
    with qtbot.waitSignal(options.changed):
        options.pattern.trigger()
    assert options.query("甲", None).is_pattern
    assert not options.same_script.isEnabled()
