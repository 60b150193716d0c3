"""The reader's own words, by mouse and keyboard in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFileDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.app import ReaderProgram
from reader.model.own_word import OwnWord
from reader.model.position import Position
from reader.model.script import Script
from reader.ui.own_word_dialog import OwnWordDialog
from reader.ui.own_words_dialog import OwnWordsDialog
from reader.ui.word_menu import WordMenu

#: The offscreen platform has neither, and says so of every popup.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)

TEXT = "他的头发。\n软件的发很长，软件很好。\n" + "后面还有很多行文字。\n" * 60


@pytest.fixture
def program(reading: Callable[..., ReaderProgram]) -> ReaderProgram:
    """The program with a text in Simplified that is shown as in Taiwan."""
    return reading(TEXT, has_regional_words=True, script=Script.TAIWAN)


def shown(program: ReaderProgram, paragraph: int) -> str:
    document = program.session.document
    assert document is not None
    return program.session.rendition.show(document.block_at(program.session.outline.starts[paragraph])).text


def menu_over(program: ReaderProgram, qtbot: QtBot, paragraph: int, word: str) -> QMenu:
    """Right-click a word."""
    view, document = program.window.article.view, program.session.document
    assert view.page is not None
    assert document is not None
    block = document.block_at(program.session.outline.starts[paragraph])
    box = view.page.rectangle_of(Position(block.start, block.text.index(word)))
    assert box is not None
    point = box.center().toPoint()
    where = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def choose(menu: QMenu, text: str) -> None:
    """Trigger an entry of the word's part of the menu."""
    part = menu.findChild(WordMenu) or next(
        action.menu() for action in menu.actions() if isinstance(action.menu(), WordMenu)
    )
    action = next(action for action in part.actions() if action.text() == text)
    menu.close()
    action.trigger()


def in_dialog(kind: type[QDialog], do: Callable[[QDialog], None]) -> None:
    """Do something in the dialog that is about to open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(10, act)
            return
        do(dialog)

    QTimer.singleShot(0, act)


def test_a_word_is_protected_from_the_menu(program: ReaderProgram, qtbot: QtBot) -> None:
    top = program.window.article.view.top_address()
    choose(menu_over(program, qtbot, 1, "软件"), "Never convert it in this document")
    assert shown(program, 1) == "软件的發很長，软件很好。"
    assert program.window.article.view.top_address() == top
    page = program.window.article.view.page
    assert page is not None
    assert "软件" in "".join(layout.text for _, layout, _ in page.lines())


def test_another_form_is_chosen_for_one_place(program: ReaderProgram, qtbot: QtBot) -> None:
    menu = menu_over(program, qtbot, 1, "发")
    assert "“发” is shown as “發”" in [action.text() for action in menu.actions()]
    choose(menu, "髮")
    assert shown(program, 1) == "軟體的髮很長，軟體很好。"
    choose(menu_over(program, qtbot, 1, "发"), "As the dictionaries have it")
    assert shown(program, 1) == "軟體的發很長，軟體很好。"


def test_a_word_is_always_converted_to_another(program: ReaderProgram, qtbot: QtBot) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, OwnWordDialog)
        entry = dialog._result.lineEdit()
        assert entry is not None
        entry.setText("軟件")
        dialog._buttons.button(QDialogButtonBox.StandardButton.Ok).click()

    in_dialog(OwnWordDialog, fill)
    choose(menu_over(program, qtbot, 1, "软件"), "Always convert it to…")
    assert program.vocabulary.everywhere == (OwnWord("软件", "軟件", Script.TAIWAN),)
    assert shown(program, 1) == "軟件的發很長，軟件很好。"


def test_the_table_adds_removes_imports_and_exports(
    program: ReaderProgram, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, written = tmp_path / "given.txt", tmp_path / "written.txt"
    given.write_text("软件\t軟件\n里长\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(given), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(written), ""))

    def press(dialog: QDialog, text: str) -> None:
        next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, OwnWordDialog)
        word = next(entry for entry in dialog.findChildren(QLineEdit) if not entry.text())
        word.setFocus()
        word.setText("头发")
        dialog.accept()

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, OwnWordsDialog)
        press(dialog, "Import…")
        assert shown(program, 1) == "軟件的發很長，軟件很好。"
        in_dialog(OwnWordDialog, fill)
        press(dialog, "Add…")
        assert "头发" in shown(program, 0)
        press(dialog, "Export…")
        table = dialog._table
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(table.model().index(0, 0), rows)
        press(dialog, "Remove")
        dialog.reject()

    in_dialog(OwnWordsDialog, work)
    qtbot.keyClick(
        program.window.article.view,
        Qt.Key.Key_W,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert written.read_text(encoding="utf-8") == "软件\t軟件\n里长\n头发\n"
    assert [one.word for one in program.vocabulary.everywhere] == ["里长", "头发"]


def test_as_written_there_is_nothing_to_say_about_words(program: ReaderProgram, qtbot: QtBot) -> None:
    program.preferences.set("script", None)
    menu = menu_over(program, qtbot, 1, "软件")
    assert not any(isinstance(action.menu(), WordMenu) for action in menu.actions())
    menu.close()
