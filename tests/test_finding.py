"""Searching in the whole program, with keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from reader.app import ReaderProgram
from reader.formats.kept_chapters import KeptChapters
from reader.ui.results_panel import ResultsPanel
from reader.ui.search_row import SearchRow
from reader.ui.toolbar import ToolBar
from reader.ui.uniform_list import UniformListView

_CHAPTERS = 40


@pytest.fixture
def program(reading: Callable[..., ReaderProgram]) -> ReaderProgram:
    """The program with a Simplified novel in it."""
    lines = ["雨里的人", ""]
    for number in range(1, _CHAPTERS + 1):
        lines += [f"第{number}章　第{number}天", *["　　她坐出租车去市里，后来下雨了。" * 3 for _ in range(6)]]
        lines.append("　　皇后没有来。")
    return reading("\n".join(lines), "雨.txt", size=(1200, 800))


def begin(program: ReaderProgram, qtbot: QtBot) -> QLineEdit:
    """Ctrl+F on the page."""
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = QGuiApplication.focusObject()
    assert isinstance(line, QLineEdit)
    return line


def write(line: QLineEdit, text: str) -> None:
    """As an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QGuiApplication.sendEvent(line, event)


def look_for(program: ReaderProgram, qtbot: QtBot, text: str) -> QLineEdit:
    line = begin(program, qtbot)
    write(line, text)
    qtbot.waitUntil(lambda: program.search.query is not None and program.search.query.text == text)
    qtbot.waitUntil(lambda: program.search.results.is_complete)
    return line


def panel(program: ReaderProgram) -> ResultsPanel:
    return program.window.findChild(ResultsPanel)


def in_sight(program: ReaderProgram) -> bool:
    """Whether the current hit is on the page."""
    document, page = program.session.document, program.window.article.view.page
    assert document is not None
    assert page is not None
    assert program.search.current is not None
    return page.is_in_sight(document.position_of(program.search.results[program.search.current].start))


def test_what_is_typed_in_the_other_script_is_found_and_stepped_through(program: ReaderProgram, qtbot: QtBot) -> None:
    line = look_for(program, qtbot, "計程車")
    assert len(program.search.results) == _CHAPTERS * 18
    assert panel(program).isVisible()
    place = program.session.address
    assert program.search.current is None
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert program.search.current == 0
    assert program.session.address == place
    for expected in (1, 2):
        qtbot.keyClick(line, Qt.Key.Key_F3)
        assert program.search.current == expected
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert program.search.current == 1


def test_stepping_begins_where_the_reader_is(program: ReaderProgram, qtbot: QtBot) -> None:
    program.window.article.go_to_share(0.5)
    place = program.session.address
    line = look_for(program, qtbot, "出租车")
    assert program.session.address == place
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert program.search.current is not None
    assert program.search.results[program.search.current].start >= place
    assert in_sight(program)
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert program.search.results[program.search.current].start < place
    assert in_sight(program)


def test_escape_gives_everything_back(program: ReaderProgram, qtbot: QtBot) -> None:
    line = look_for(program, qtbot, "皇后")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert program.search.query is None
    assert not panel(program).isVisible()
    assert program.window.article.view.hasFocus()
    assert line.text() == ""
    look_for(program, qtbot, "皇后")
    program.window.article.setFocus()
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_Escape)
    assert program.search.query is None


def test_a_panel_that_was_hidden_is_hidden_again(program: ReaderProgram, qtbot: QtBot) -> None:
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = look_for(program, qtbot, "皇后")
    assert panel(program).isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not panel(program).parentWidget().isVisible()


def test_a_row_leads_to_its_hit_and_is_remembered(program: ReaderProgram, qtbot: QtBot) -> None:
    line = look_for(program, qtbot, "皇后")
    hits = panel(program).findChild(UniformListView)
    for _ in range(3):
        qtbot.keyClick(line, Qt.Key.Key_Down)
        line = hits
    assert program.search.current == 2
    for expected in (1, 0):
        qtbot.keyClick(hits, Qt.Key.Key_Up)
        assert program.search.current == expected
    assert in_sight(program)
    qtbot.keyClick(hits, Qt.Key.Key_Return)
    assert program.window.article.view.hasFocus()
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_Escape)
    qtbot.keyClick(begin(program, qtbot), Qt.Key.Key_Return)
    assert program.recent_queries.texts == ("皇后",)


def test_the_empress_is_put_last_where_afterwards_is_meant(program: ReaderProgram, qtbot: QtBot) -> None:
    look_for(program, qtbot, "後")
    results = program.search.results
    assert results.counts[4] == _CHAPTERS
    assert len(results) == _CHAPTERS * 19


def test_what_was_found_can_be_coloured(program: ReaderProgram, qtbot: QtBot) -> None:
    look_for(program, qtbot, "出租车 皇后")
    button = next(one for one in panel(program).findChildren(QToolButton) if one.text() == "Colour this")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [word.text for word in program.keywords.lists[0].keywords] == ["出租车", "皇后"]
    assert program.search.query is None


def test_another_file_is_looked_through_too(program: ReaderProgram, qtbot: QtBot, tmp_path: Path) -> None:
    look_for(program, qtbot, "皇后")
    other = tmp_path / "other.txt"
    other.write_text("皇后和皇后", encoding="utf-8")
    with qtbot.waitSignal(program.session.opened):
        program.session.open(other)
    qtbot.waitUntil(lambda: program.search.results.is_complete and len(program.search.results) == 2)


def test_a_bad_expression_is_a_sentence(program: ReaderProgram, qtbot: QtBot) -> None:
    look_for(program, qtbot, "皇后")
    switch = next(one for one in panel(program).findChildren(QToolButton) if one.text() == "Regular expression")
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    line = begin(program, qtbot)
    write(line, "皇(")
    qtbot.waitUntil(lambda: program.search.error is not None)
    write(line, "后)")
    qtbot.waitUntil(lambda: program.search.error is None and program.search.results.is_complete)
    assert len(program.search.results) == _CHAPTERS


def test_a_narrow_window_has_a_row_for_the_search_box(program: ReaderProgram, qtbot: QtBot) -> None:
    program.window.resize(560, 700)
    row = program.window.findChild(SearchRow)
    assert not row.isVisible()
    line = look_for(program, qtbot, "皇后")
    assert row.isVisible()
    assert line.isVisible()
    assert line.mapTo(program.window, line.rect().bottomRight()).x() < 560
    program.window.resize(1200, 700)
    qtbot.waitUntil(lambda: not row.isVisible() and line.isVisible())
    assert line.text() == "皇后"
    program.window.resize(560, 700)
    qtbot.waitUntil(lambda: row.isVisible() and line.isVisible())
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not row.isVisible()


@pytest.mark.parametrize("width", [600, 700, 859, 900, 1000, 1280])
def test_every_button_has_its_place_in_the_toolbar(program: ReaderProgram, qtbot: QtBot, width: int) -> None:
    program.window.resize(width, 700)
    look_for(program, qtbot, "皇后")
    program.search.step(0, is_forward=True)
    toolbar = program.window.findChild(ToolBar)
    assert toolbar.sizeHint().width() <= width


def test_a_search_goes_on_in_the_document_with_other_chapters(program: ReaderProgram, qtbot: QtBot) -> None:
    look_for(program, qtbot, "皇后")
    document, before = program.session.document, program.search.results
    with qtbot.waitSignal(program.session.chapters_changed):
        program.session.set_chapters(KeptChapters(pattern="^雨"))
    assert program.session.document is not document
    qtbot.waitUntil(lambda: program.search.results is not before and program.search.results.is_complete)
    assert len(program.search.results) == _CHAPTERS
    program.search.step(-1, is_forward=True)
    assert in_sight(program)


def test_the_results_are_there_before_the_first_key(program: ReaderProgram, qtbot: QtBot) -> None:
    parts = program.window._parts
    before = parts.side.page
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    parts.actions.find.trigger()
    qtbot.waitUntil(lambda: parts.side.page is parts.results)
    assert program.search.query is None
    # Nothing was typed.
    parts.article.setFocus()
    qtbot.waitUntil(lambda: parts.side.page is before)
    parts.actions.find.trigger()
    line = parts.toolbar.search.findChild(QLineEdit)
    line.setText("濟南")
    qtbot.waitUntil(lambda: program.search.query is not None)
    line.clear()
    qtbot.waitUntil(lambda: program.search.query is None)
    assert parts.side.page is parts.results
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: parts.side.page is before)
