"""What conversion has changed, seen and stepped through by keyboard and mouse in the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from reader.app import ReaderProgram
from reader.model.position import Position
from reader.model.script import Script
from reader.view.text_view import TextView

TEXT = "山水在这里。\n软件很好，皇后的头发白了。\n" + "他说:“走…”\n" + "前面还有很多行文字。\n" * 80 + "最后是鼠标。\n"


@pytest.fixture
def program(reading: Callable[..., ReaderProgram]) -> ReaderProgram:
    """The program with a text in Simplified that is shown as in Taiwan."""
    return reading(TEXT, size=(900, 700), has_regional_words=True, script=Script.TAIWAN)


def view_of(program: ReaderProgram) -> TextView:
    return program.window.article.view


def point_on(program: ReaderProgram, paragraph: int, word: str) -> QPoint:
    document, page = program.session.document, view_of(program).page
    assert document is not None
    assert page is not None
    block = document.block_at(program.session.outline.starts[paragraph])
    box = page.rectangle_of(Position(block.start, block.text.index(word)))
    assert box is not None
    return box.center().toPoint()


def painted(program: ReaderProgram) -> QImage:
    return view_of(program).viewport().grab().toImage()


def in_sight(program: ReaderProgram) -> str:
    page = view_of(program).page
    assert page is not None
    return "".join(layout.text for _, layout, _ in page.lines())


def test_changes_are_underlined_and_no_more(program: ReaderProgram, qtbot: QtBot) -> None:
    before = painted(program)
    qtbot.keyClick(view_of(program), Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert painted(program) != before
    qtbot.keyClick(view_of(program), Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert painted(program) == before


def test_the_status_bar_counts_them_and_shows_them(program: ReaderProgram, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.session.changes.counts.is_complete)
    total = program.session.changes.counts.total
    assert total > 80
    field = next(
        button
        for button in program.window.statusBar().findChildren(QToolButton)
        if button.text() == f"Changes: {total:,}"
    )
    field.click()
    assert program.preferences.settings.shows_changes
    program.preferences.set("script", None)
    assert field.isHidden()


def test_f2_steps_through_what_deserves_a_look(program: ReaderProgram, qtbot: QtBot) -> None:
    view = view_of(program)

    def step(is_forward: bool = True) -> str:
        modifier = Qt.KeyboardModifier.NoModifier if is_forward else Qt.KeyboardModifier.ShiftModifier
        with qtbot.waitSignal(program.session.changes.found):
            qtbot.keyClick(view, Qt.Key.Key_F2, modifier)
        return view.selected_text() or ""

    assert [step(), step(), step()] == ["裡", "軟體", "髮"]
    assert program.preferences.settings.shows_changes
    assert step(is_forward=False) == "軟體"
    assert step(is_forward=False) == "裡"
    assert step(is_forward=False) == "滑鼠"
    page = view.page
    assert page is not None
    assert view.selected is not None
    assert page.is_in_sight(view.selected.start)
    assert step() == "裡"


def test_under_the_mouse_a_change_is_explained(program: ReaderProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    program.preferences.set("shows_changes", True)
    viewport = view_of(program).viewport()
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, __: told.append(text))

    def tip(paragraph: int, word: str) -> str:
        told.clear()
        point = point_on(program, paragraph, word)
        QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
        return "".join(told)

    explained = tip(1, "软件")
    assert "软件 → 軟體" in explained
    assert "TWPhrases: 軟件 → 軟體" in explained
    assert "軟件" in explained.split("Could be: ")[1]
    assert tip(0, "山") == ""


def test_the_original_is_seen_while_a_key_is_held(program: ReaderProgram, qtbot: QtBot) -> None:
    view = view_of(program)
    top = view.top_address()
    assert "軟體很好" in in_sight(program)
    qtbot.keyPress(view, Qt.Key.Key_QuoteLeft)
    assert "软件很好，皇后的头发" in in_sight(program)
    assert view.top_address() == top
    qtbot.keyRelease(view, Qt.Key.Key_QuoteLeft)
    assert "軟體很好" in in_sight(program)
    qtbot.keyPress(view, Qt.Key.Key_QuoteLeft)
    QApplication.sendEvent(view, QFocusEvent(QFocusEvent.Type.FocusOut))
    assert "軟體很好" in in_sight(program)


def test_punctuation_is_shown_as_the_region_has_it(program: ReaderProgram, qtbot: QtBot) -> None:
    actions = {action.text(): action for action in program.window.actions()}
    assert "他說:“走…”" in in_sight(program)
    actions["Quotation marks of the region"].trigger()
    assert "他說:「走…」" in in_sight(program)
    actions["Full-width punctuation"].trigger()
    actions["Long ellipses and dashes"].trigger()
    assert "他說：「走……」" in in_sight(program)
    assert all(actions[text].isChecked() for text in ("Quotation marks of the region", "Full-width punctuation"))
    program.preferences.set("script", None)
    assert "他说:“走…”" in in_sight(program)
    program.preferences.set("script", Script.SIMPLIFIED)
    qtbot.waitUntil(lambda: "他说：“走……”" in in_sight(program))
