"""Words are looked up with keys and mouse, and dictionaries installed, in the whole program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from reader.app import ReaderProgram
from reader.model.position import Position, Range
from reader.model.script import Script
from reader.ui.dictionaries_dialog import DictionariesDialog
from reader.ui.word_popover import WordPopover

TEXT = "银行的行长坐出租车回家，用鼠标改了一个软件。"


@pytest.fixture
def program(reading: Callable[..., ReaderProgram]) -> ReaderProgram:
    return reading("\n".join([TEXT] * 80))


@pytest.fixture
def popover(program: ReaderProgram) -> WordPopover:
    return program.window.findChild(WordPopover)


def centre(program: ReaderProgram, offset: int) -> QPoint:
    box = program.window.article.view.page.rectangle_of(Position(0, offset))
    return box.center().toPoint()


def move_mouse(program: ReaderProgram, point: QPoint) -> None:
    """Move the mouse over the page, no button held, whatever QTest remembers of other tests."""
    viewport = program.window.article.view.viewport()
    place, none = QPointF(point), Qt.MouseButton.NoButton
    over = viewport.mapToGlobal(place)
    event = QMouseEvent(QEvent.Type.MouseMove, place, over, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def open_by_key(program: ReaderProgram, popover: WordPopover, qtbot: QtBot, offset: int) -> None:
    viewport = program.window.article.view.viewport()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=centre(program, offset))
    # QTest holds the button of a double click until it is told.
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=centre(program, offset))
    qtbot.keyClick(program.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(popover.isVisible)


def test_a_key_opens_the_panel_and_escape_closes_it(program, popover, qtbot):
    open_by_key(program, popover, qtbot, 3)
    assert "行长" in popover.text
    assert "háng zhǎng" in popover.text
    assert "ㄏㄤˊ ㄓㄤˇ" in popover.text
    qtbot.waitUntil(lambda: "80 times in this text" in popover.text)
    text = popover.findChild(QTextBrowser)
    qtbot.waitUntil(text.hasFocus)
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert program.window.article.view.hasFocus()
    assert program.window.article.selected_word() == "行长"


def test_the_key_closes_what_it_opened(program, popover, qtbot):
    open_by_key(program, popover, qtbot, 3)
    qtbot.keyClick(program.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not popover.isVisible()
    assert program.window.article.view.hasFocus()


def test_the_key_takes_over_what_the_mouse_asked_for(program, popover, qtbot):
    program.preferences.set("looks_up_on_hover", True)
    move_mouse(program, centre(program, 3))
    qtbot.waitUntil(popover.isVisible)
    program.window.article.view.select(Range(Position(0, 5), Position(0, 6)))
    qtbot.keyClick(program.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: popover.findChild(QTextBrowser).hasFocus())
    assert popover.text.startswith("坐\nzuò")


def test_what_it_says_can_be_selected_and_copied(program, popover, qtbot):
    open_by_key(program, popover, qtbot, 3)
    text = popover.findChild(QTextBrowser)
    qtbot.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "háng zhǎng" in QGuiApplication.clipboard().text()


def test_the_panel_speaks_of_what_the_page_shows(program, popover, qtbot):
    program.preferences.set("has_regional_words", True)
    program.preferences.set("script", Script.TAIWAN)
    qtbot.waitUntil(lambda: program.session.rendition.target is Script.TAIWAN)
    open_by_key(program, popover, qtbot, TEXT.index("软件"))
    assert popover.text.startswith("軟體\nruǎn tǐ")
    assert "软件" in popover.text


def test_a_click_on_the_page_closes_it(program, popover, qtbot):
    open_by_key(program, popover, qtbot, 3)
    qtbot.mouseClick(program.window.article.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 600))
    assert not popover.isVisible()


def test_it_goes_along_with_its_word_and_ends_with_it(program, popover, qtbot):
    open_by_key(program, popover, qtbot, TEXT.index("软件"))
    view, before = program.window.article.view, popover.pos()
    view.scroll_by(20)
    assert popover.pos() == before - QPoint(0, 20)
    view.turn_page(is_down=True)
    assert not popover.isVisible()


def test_it_stays_inside_the_article_and_off_its_word(program, popover, qtbot):
    view = program.window.article.view
    for offset in (0, TEXT.index("软件")):
        open_by_key(program, popover, qtbot, offset)
        assert program.window.article.rect().contains(popover.geometry())
        box = view.page.rectangle_of(Position(0, offset)).toRect()
        corner = view.viewport().mapTo(program.window.article, box.topLeft())
        assert not popover.geometry().intersects(box.translated(corner - box.topLeft()))
        qtbot.keyClick(popover, Qt.Key.Key_Escape)


def test_a_selection_of_several_words_is_looked_up_as_it_is(program, popover, qtbot):
    program.window.article.view.select(Range(Position(0, 0), Position(0, 5)))
    qtbot.keyClick(program.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(popover.isVisible)
    assert popover.text.startswith("银行的行长\nyín háng de háng zhǎng")


def test_the_mouse_asks_by_resting_only_where_that_is_wanted(program, popover, qtbot):
    move_mouse(program, centre(program, 3))
    qtbot.wait(700)
    assert not popover.isVisible()
    program.preferences.set("looks_up_on_hover", True)
    move_mouse(program, centre(program, 4) + QPoint(1, 0))
    qtbot.waitUntil(popover.isVisible)
    assert popover.text.startswith("行长")
    assert not popover.findChild(QTextBrowser).hasFocus()
    assert program.window.article.selected_word() == ""


def test_its_word_can_be_coloured(program, popover, qtbot):
    open_by_key(program, popover, qtbot, 3)
    button = next(one for one in popover.findChildren(QPushButton) if one.text() == "Colour it")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [keyword.text for keyword in program.keywords.lists[0].keywords] == ["行长"]
    assert not popover.isVisible()


def drop(dialog: DictionariesDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(event)


def test_a_dictionary_is_dropped_asked_and_removed(program, popover, qtbot, tmp_path):
    open_by_key(program, popover, qtbot, 3)
    button = next(one for one in popover.findChildren(QPushButton) if one.text().startswith("Add"))
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = program.window.findChild(DictionariesDialog)
    assert dialog.isVisible()
    good, bad = tmp_path / "own.u8", tmp_path / "bad.ifo"
    good.write_text("行長 行长 [hang2 zhang3] /bank manager/\n", encoding="utf-8")
    bad.write_text("nothing", encoding="utf-8")
    drop(dialog, bad)
    drop(dialog, good)
    listed = dialog.findChild(QListWidget)
    qtbot.waitUntil(lambda: listed.count() == 1)
    assert listed.item(0).text() == "own: 1 entries"
    assert any("bad.ifo" in label.text() and "no dictionary" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    open_by_key(program, popover, qtbot, 3)
    qtbot.waitUntil(lambda: "bank manager" in popover.text)
    program.dictionaries.remove(program.dictionaries.installed()[0].number)
    assert program.dictionaries.installed() == []
