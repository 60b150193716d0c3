"""Copying: what is shown, what is written, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.app import ReaderProgram
from reader.model.position import Position, Range
from reader.model.script import Script
from reader.state.settings import CopyForm

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def program(qapp, qtbot, tmp_path: Path) -> Iterator[ReaderProgram]:
    path = tmp_path / "远方.md"
    path.write_text("# 出发\n\n雨里**没有**人。\n\n" + "云很低。\n\n" * 9000, encoding="utf-8")
    made = ReaderProgram(qapp, None, tmp_path / "errors.log")
    made.preferences.set("language", "en")
    made.preferences.set("script", Script.TAIWAN)
    with qtbot.waitExposed(made.window):
        made.start(path)
    qtbot.waitUntil(lambda: made.session.outline.is_complete)
    qtbot.waitUntil(lambda: made.session.rendition.route is not None)
    QGuiApplication.clipboard().setText("before")
    yield made
    made.window.close()
    made.close()


def select(program: ReaderProgram, paragraph: int) -> None:
    document = program.session.document
    assert document is not None
    block = document.block_at(program.session.outline.starts[paragraph])
    program.window.article.view.select(Range(Position(block.start, 0), Position(block.start, len(block.text))))


def press(program: ReaderProgram, qtbot, modifiers, key=Qt.Key.Key_C) -> str:
    qtbot.keyClick(program.window.article.view, key, modifiers)
    return QGuiApplication.clipboard().text()


def test_the_three_forms_by_their_keys(program, qtbot):
    select(program, 1)
    assert press(program, qtbot, CTRL) == "雨裡沒有人。"
    assert QGuiApplication.clipboard().mimeData().html() == "<p>雨裡<b>沒有</b>人。</p>"
    assert press(program, qtbot, CTRL | SHIFT) == "雨里没有人。"
    cited = press(program, qtbot, CTRL | ALT, Qt.Key.Key_Q)
    assert cited.splitlines()[0] == "雨裡沒有人。"
    assert "出發" in cited.splitlines()[1]
    assert "¶ 2" in cited.splitlines()[1]


def test_the_ordinary_key_copies_what_is_set(program, qtbot):
    program.preferences.set("copy_form", CopyForm.SOURCE)
    select(program, 1)
    assert press(program, qtbot, CTRL) == "雨里没有人。"


def test_without_marks_there_is_no_html(program, qtbot):
    select(program, 2)
    assert press(program, qtbot, CTRL) == "雲很低。"
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_without_a_selection_the_clipboard_stays(program, qtbot):
    assert press(program, qtbot, CTRL) == "before"


def test_a_long_selection_is_collected_in_the_background(program, qtbot):
    program.window.article.view.select_all()
    press(program, qtbot, CTRL)
    assert QGuiApplication.clipboard().text() == "before"
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "before")
    assert QGuiApplication.clipboard().text().count("雲很低。") == 9000
