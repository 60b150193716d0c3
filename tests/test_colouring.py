"""Colouring what is selected, and what has a form, in the whole program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import ReaderProgram
from reader.model.keyword_list import HighlightStyle, Keyword
from reader.model.position import Position
from reader.ui.colour_popover import ColourPopover
from reader.ui.coloured_forms import INKS, ColouredForms
from reader.ui.keywords_panel import KeywordsPanel
from reader.ui.menus import article_menu
from reader.ui.report_dialog import ReportDialog
from reader.ui.theme import LIGHT

TEXT = "第一章　湖邊\n" + "　　王建國來到湖邊，說：「《邊城》我讀了三遍。」那是二〇二四年三月的事。\n" * 12


@pytest.fixture
def program(reading: Callable[..., ReaderProgram]) -> ReaderProgram:
    return reading(TEXT, "湖.txt")


def box_of(program: ReaderProgram, word: str, paragraph: int = 3) -> QRect:
    document, page = program.session.document, program.window.article.view.page
    assert document is not None
    assert page is not None
    block = document.block_at(program.session.outline.starts[paragraph])
    start = block.text.index(word)
    first, last = (page.rectangle_of(Position(block.start, at)) for at in (start, start + len(word) - 1))
    assert first is not None
    assert last is not None
    return first.united(last).toAlignedRect()


def select(program: ReaderProgram, qtbot: QtBot, word: str) -> ColourPopover:
    """Drag over a word, and wait for the colours."""
    view = program.window.article.view.viewport()
    box = box_of(program, word)
    start, end = box.center(), box.center()
    start.setX(box.left() + 1)
    end.setX(box.right() - 1)
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=start)
    qtbot.mouseMove(view, pos=(start + end) / 2)
    qtbot.mouseMove(view, pos=end)
    qtbot.mouseRelease(view, left, pos=end)
    popover = program.window.findChild(ColourPopover)
    qtbot.waitUntil(popover.isVisible)
    return popover


def button(popover: ColourPopover, name: str) -> QToolButton:
    return next(one for one in popover.findChildren(QToolButton) if name in (one.text(), one.accessibleName()))


def test_a_selected_word_is_offered_colours_beside_it(program: ReaderProgram, qtbot: QtBot) -> None:
    number = program.keywords.add_list("地名")
    popover = select(program, qtbot, "湖邊")
    view = program.window.article.view
    covered = QRect(popover.mapTo(program.window, QPoint(0, 0)), popover.size())
    selected = box_of(program, "湖邊").translated(view.viewport().mapTo(program.window, QPoint(0, 0)))
    assert not covered.intersects(selected)
    assert view.hasFocus()
    qtbot.mouseClick(button(popover, "Colour 6"), Qt.MouseButton.LeftButton)
    assert program.keywords.lists[0].keywords == (Keyword("湖邊", colour=5),)
    assert not popover.isVisible()
    assert view.selected is None
    popover = select(program, qtbot, "建國")
    qtbot.mouseClick(button(popover, "地名"), Qt.MouseButton.LeftButton)
    assert [word.text for word in program.keywords.lists[number + 1].keywords] == ["建國"]


def test_a_word_that_has_a_colour_gets_the_new_one(program: ReaderProgram, qtbot: QtBot) -> None:
    program.keywords.add("湖边")
    popover = select(program, qtbot, "湖邊")
    qtbot.mouseClick(button(popover, "Colour 3"), Qt.MouseButton.LeftButton)
    assert program.keywords.lists[0].keywords == (Keyword("湖边", colour=2),)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Space])
def test_any_key_ends_the_offer(program: ReaderProgram, qtbot: QtBot, key: Qt.Key) -> None:
    popover = select(program, qtbot, "湖邊")
    qtbot.keyClick(program.window.article.view, key)
    assert not popover.isVisible()


def test_a_click_elsewhere_ends_the_offer(program: ReaderProgram, qtbot: QtBot) -> None:
    popover = select(program, qtbot, "湖邊")
    view = program.window.article.view.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=box_of(program, "事", 6).center())
    assert not popover.isVisible()
    qtbot.wait(400)
    assert not popover.isVisible()


def test_the_word_can_be_looked_for(program: ReaderProgram, qtbot: QtBot) -> None:
    popover = select(program, qtbot, "湖邊")
    qtbot.mouseClick(button(popover, "Search for it"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.search.query is not None and program.search.query.text == "湖邊")
    assert any(line.text() == "湖邊" for line in program.window.findChildren(QLineEdit))


@pytest.mark.parametrize(
    "selected",
    [
        QRect(300, 300, 40, 20),
        QRect(300, 5, 40, 20),
        QRect(0, 200, 20, 20),
        QRect(590, 200, 9, 20),
        QRect(9, 9, 90, 380),
    ],
)
def test_the_popover_never_covers_what_is_selected(qtbot: QtBot, selected: QRect) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    parent.show()
    popover = ColourPopover(LIGHT, parent)
    popover.show_lists(())
    popover.popup_beside(selected)
    assert popover.isVisible()
    assert not popover.geometry().intersects(selected)
    assert parent.rect().contains(popover.geometry())


def test_where_there_is_no_room_nothing_is_offered(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(200, 100)
    parent.show()
    popover = ColourPopover(LIGHT, parent)
    popover.popup_beside(QRect(10, 5, 180, 90))
    assert not popover.isVisible()


def test_forms_are_coloured_by_switches(program: ReaderProgram) -> None:
    document, content = program.session.document, program.window.article.view.content
    assert document is not None
    assert content is not None
    block = document.block_at(program.session.outline.starts[1])
    assert content.highlights(block) == ()
    for name in ("colours_dialogue", "colours_titles", "colours_dates"):
        program.preferences.set(name, True)
    found = {
        block.text[one.span.start : one.span.end]: one.colour
        for one in content.highlights(block)
        if one.style is HighlightStyle.TEXT
    }
    forms = dict(zip(["「《邊城》我讀了三遍。」", "《邊城》", "二〇二四年三月"], INKS.values(), strict=False))
    assert found == forms
    program.keywords.add("邊城")
    assert content.highlights(block)[-1].style is HighlightStyle.BACKGROUND


def test_wanting_the_same_forms_is_no_change() -> None:
    forms = ColouredForms()
    assert forms.want(frozenset(INKS))
    assert not forms.want(frozenset(INKS))


def test_suggestions_are_read_when_they_are_looked_at_and_coloured_by_a_click(
    program: ReaderProgram, qtbot: QtBot
) -> None:
    tabs = {one.text(): one for one in program.window.findChildren(QToolButton) if one.objectName() == "tab"}
    qtbot.mouseClick(tabs["Suggestions"], Qt.MouseButton.LeftButton)

    def chip(word: str) -> QToolButton | None:
        chips = [one for one in program.window.findChildren(QToolButton) if one.objectName() == "chip"]
        return next((one for one in chips if one.property("word") == word and one.isVisible()), None)

    qtbot.waitUntil(lambda: chip("王建國") is not None)
    qtbot.mouseClick(chip("王建國"), Qt.MouseButton.LeftButton)
    assert [word.text for word in program.keywords.lists[0].keywords] == ["王建國"]
    assert chip("王建國").isChecked()
    qtbot.mouseClick(chip("王建國"), Qt.MouseButton.LeftButton)
    assert program.keywords.lists[0].keywords == ()
    make = [one for one in program.window.findChildren(QToolButton) if one.accessibleName() == "Make a list of these"]
    qtbot.mouseClick(next(one for one in make if one.isVisible()), Qt.MouseButton.LeftButton)
    assert program.keywords.lists[-1].name == "People"
    assert "王建國" in [word.text for word in program.keywords.lists[-1].keywords]


def test_a_report_is_made_on_the_lists_and_leads_into_the_text(
    program: ReaderProgram, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.keywords.add_words("地名", ["湖邊"])
    program.window.findChild(KeywordsPanel).report_requested.emit()
    dialog = program.window.findChild(ReportDialog)
    qtbot.waitUntil(lambda: dialog.report is not None)
    assert [(word.text, word.count) for word in dialog.report.words] == [("湖邊", 13)]
    dialog.address_requested.emit(dialog.report.words[0].last.address)
    page = program.window.article.view.page
    assert page is not None
    assert page.is_in_sight(program.session.document.position_of(dialog.report.words[0].last.address))
    target = tmp_path / "報告"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(target), args[-1].split(";;")[1]))
    dialog.export_requested.emit()
    qtbot.waitUntil(lambda: target.with_name("報告.md").exists())
    assert "湖邊" in target.with_name("報告.md").read_text(encoding="utf-8")
    dialog.reject()
    qtbot.waitUntil(lambda: program.window.findChild(ReportDialog) is None)


def test_lists_are_made_exported_and_imported(
    program: ReaderProgram, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = program.window.findChild(KeywordsPanel)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("人物", True))
    panel.new_list_requested.emit()
    program.keywords.add_words("人物", ["王建國", "李", "張"], 0)
    target = tmp_path / "lists.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(target), args[-1].split(";;")[0]))
    panel.export_requested.emit(-1)
    qtbot.waitUntil(target.exists)
    before = program.keywords.lists
    panel.list_remove_requested.emit(0)
    assert program.keywords.lists == ()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    panel.import_requested.emit()
    qtbot.waitUntil(lambda: program.keywords.lists == before)
    target.write_text("{")
    panel.import_requested.emit()
    messages = program.window.article.messages
    qtbot.waitUntil(lambda: messages.message is not None and "holds no keyword lists" in messages.message.text)


def test_what_is_removed_can_be_put_back(program: ReaderProgram, qtbot: QtBot) -> None:
    panel, bar = program.window.findChild(KeywordsPanel), program.window.article.messages
    program.keywords.add_words("人物", ["王建國", "李", "張"])
    before = program.keywords.lists

    def put_back() -> None:
        button = next(found for found in bar.findChildren(QPushButton) if found.isVisible())
        assert button.text() == "Put back"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    panel.list_remove_requested.emit(0)
    assert program.keywords.lists == ()
    assert bar.message is not None
    assert bar.message.text == "The list “人物” and its 3 words are removed."
    put_back()
    assert program.keywords.lists == before
    assert bar.message is None
    panel.remove_requested.emit(0, 1)
    assert "李" not in [word.text for word in program.keywords.lists[0].keywords]
    put_back()
    assert program.keywords.lists == before
    panel.remove_requested.emit(0, 1)
    program.keywords.add("湖邊")
    assert bar.message is None


def test_the_menu_of_a_selected_word_colours_it_and_looks_for_it(program: ReaderProgram, qtbot: QtBot) -> None:
    select(program, qtbot, "湖邊")
    actions = program.window._parts.actions
    menu = article_menu(actions, program.window.article.selected_word(), None, program.window)
    named = {action.text(): action for action in menu.actions()}
    named["Search “湖邊”"].trigger()
    qtbot.waitUntil(lambda: program.search.query is not None and program.search.query.text == "湖邊")
    assert program.window.article.selected_word() == "湖邊"
    named["Colour “湖邊”"].trigger()
    assert [word.text for word in program.keywords.lists[0].keywords] == ["湖邊"]
    actions.report.trigger()
    dialog = program.window.findChild(ReportDialog)
    qtbot.waitUntil(lambda: dialog.report is not None)
    menu.deleteLater()
