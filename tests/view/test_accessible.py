from __future__ import annotations

import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from reader.model.position import Position, Range
from reader.view.accessible import AccessibleViews, VisibleText
from reader.view.text_view import TextView

TEXT = "　　燈塔𠀀還亮著，船在夜裡靠了岸，沒有人出來迎接；只有守塔的老人提著燈。 \n　　天亮以前，数据没了。"
SECOND = len(TEXT.split("\n")[0].encode()) + 1
READ = "燈塔𠀀還亮著，船在夜裡靠了岸，沒有人出來迎接；只有守塔的老人提著燈。\n天亮以前，数据没了。\n"


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def interface_of(view: TextView) -> QAccessibleInterface:
    """What the program's application gives to a screen reader."""
    return QAccessible.queryAccessibleInterface(view)


def test_the_text_is_what_is_in_sight(shown, novel):
    text = VisibleText(shown(TEXT).page)
    assert text.text == READ
    assert text.length == units(READ)
    view = shown(novel)
    view.scroll_by(345)
    lines = [
        layout.text[layout.line_span(line).start : layout.line_span(line).end] for _, layout, line in view.page.lines()
    ]
    assert VisibleText(view.page).text.replace("\n", "") == "".join(lines)


def test_units_and_places(shown, regional):
    for convert in (None, regional):
        view = shown(TEXT, convert=convert) if convert else shown(TEXT)
        text = VisibleText(view.page)
        assert text.position(0) == Position(0, 2)
        assert text.position(text.length + 50) == text.position(text.length - 1)
        places = [text.position(unit) for unit in range(text.length)]
        assert places == sorted(places)
        for unit, place in enumerate(places):
            # A word that another number of characters is shown for, and a pair of units, count from their start.
            assert text.unit(place) <= unit
            assert text.position(text.unit(place)) == place
    assert text.unit(Position(SECOND, 99)) == text.length


def test_parts_of_the_text(shown):
    text = VisibleText(shown(TEXT).page)
    assert text.between(0, 4) == "燈塔𠀀"
    assert text.between(4, 6) == "還亮"
    assert text.between(-5, 9999) == READ
    assert text.between(5, 5) == ""


def test_characters_stand_where_they_are_drawn(shown):
    view = shown(TEXT)
    text = VisibleText(view.page)
    for unit in (0, 2, 5, units(READ) - 3):
        box = text.rectangle(unit)
        assert box.contains(view.page.rectangle_of(text.position(unit)).center().toPoint())
        assert 18 < box.width() < 25


def test_an_empty_page_reads_as_nothing(view):
    text = VisibleText(None)
    assert (text.text, text.length, text.between(0, 5), text.position(3)) == ("", 0, "", None)
    assert text.unit(Position(0, 0)) == 0
    assert text.rectangle(0).isEmpty()


def test_a_screen_reader_is_given_the_text(shown):
    view = shown(TEXT)
    interface = interface_of(view)
    assert interface.role() == QAccessible.Role.Document
    assert interface.text(QAccessible.Text.Name) == "Article"
    text = interface.textInterface()
    assert text.characterCount() == units(READ)
    assert text.text(0, 4) == "燈塔𠀀"
    box = text.characterRect(5)
    assert view.viewport().rect().contains(view.viewport().mapFromGlobal(box.center()))
    assert text.offsetAtPoint(box.center()) == 5


def test_a_screen_reader_can_select_and_go(shown, novel):
    view = shown(novel)
    text = interface_of(view).textInterface()
    text.setSelection(0, 1, 3)
    assert view.selected_text() == text.text(1, 3)
    assert text.cursorPosition() == 3
    text.removeSelection(0)
    assert (view.selected, text.cursorPosition(), text.selectionCount()) == (None, 0, 0)
    text.addSelection(2, 5)
    assert view.selected_text() == text.text(2, 5)
    view.select(Range(Position(0, 1), Position(0, 2)))
    address = view.top_address()
    text.setCursorPosition(0)
    assert view.top_address() == address
    view.set_content(None)
    assert (text.characterCount(), text.text(0, 9), text.offsetAtPoint(text.characterRect(0).topLeft())) == (0, "", -1)
    text.setSelection(0, 0, 1)
    text.setCursorPosition(1)


@pytest.mark.parametrize(
    "kind",
    ["attributesInterface", "editableTextInterface", "selectionInterface", "tableCellInterface", "valueInterface"],
)
def test_asking_for_what_an_article_is_not_is_harmless(shown, kind):
    # A screen reader asks for each of these; an address made of None killed the process.
    assert getattr(interface_of(shown(TEXT)), kind)() is None


def test_an_article_can_be_focused(shown):
    interface = interface_of(shown(TEXT))
    # Qt 6.12 writes it in two words.
    assert [name.replace(" ", "") for name in interface.actionInterface().actionNames()] == ["SetFocus"]
    assert interface.textInterface() is not None


def test_an_interface_does_not_keep_its_view(qapp, style, colours):
    for number in range(60):
        view = TextView(style, colours)
        interface = interface_of(view)
        assert interface.textInterface().characterCount() == 0
        assert interface_of(view) is interface
        gone = weakref.ref(view)
        if number % 3 == 0:
            view.deleteLater()
            QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
        elif number % 3 == 1:
            shiboken6.delete(view)
        del view
        gc.collect()
        assert gone() is None
        assert not shiboken6.isValid(interface)


def test_nothing_else_is_taken_for_an_article(qtbot, view):
    views = AccessibleViews()
    other = QWidget()
    qtbot.addWidget(other)
    assert views("QWidget", other) is None
    assert views("PageView", view) is None


def test_movement_is_announced_while_somebody_listens(shown, novel, monkeypatch):
    view = shown(novel)
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    view.scroll_by(50)
    assert told == []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    view.scroll_by(50)
    assert told == [QAccessible.Event.VisibleDataChanged]
