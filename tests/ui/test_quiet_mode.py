"""Nothing but the text: what is hidden, what comes in at the edges, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QStatusBar, QWidget

from reader.app import ReaderProgram
from reader.ui.drawer import Drawer
from reader.ui.outline_panel import OutlinePanel
from reader.ui.toolbar import ToolBar

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qapp, qtbot, tmp_path: Path) -> Iterator[ReaderProgram]:
    path = tmp_path / "遠方.txt"
    path.write_text("第一章\n" + "雲很低，要下雨了。\n" * 200, encoding="utf-8")
    made = ReaderProgram(qapp, None, tmp_path / "errors.log")
    made.preferences.set("language", "en")
    made.window.resize(1000, 700)
    with qtbot.waitExposed(made.window):
        made.start(path)
    qtbot.waitUntil(lambda: made.session.outline.is_complete)
    yield made
    made.window.close()
    made.close()


def parts(program: ReaderProgram) -> list[QWidget]:
    window = program.window
    panel = window.findChild(OutlinePanel)
    return [window.findChild(ToolBar), window.findChild(QStatusBar), panel]


def move(program: ReaderProgram, x: int, y: int) -> None:
    """Move the mouse over the page to a point of the window."""
    viewport = program.window.article.view.viewport()
    at = QPointF(program.window.mapToGlobal(QPoint(x, y)))
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(viewport.mapFromGlobal(at.toPoint())),
        at,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def toggle(program: ReaderProgram, qtbot) -> None:
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_F11, SHIFT)


def test_only_the_page_is_left_and_the_line_at_the_top_stays(program, qtbot):
    program.window.article.go_to_paragraph(100)
    place = program.window.article.view.place()
    toggle(program, qtbot)
    assert [part.isVisible() for part in parts(program)] == [False] * 3
    qtbot.waitUntil(lambda: program.window.article.geometry() == program.window.rect())
    assert program.window.article.view.place() == place
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_Escape)
    assert [part.isVisible() for part in parts(program)] == [True] * 3
    assert program.window.article.view.place() == place
    qtbot.waitUntil(lambda: program.window.article.y() == parts(program)[0].height())


@pytest.mark.parametrize(
    ("edge", "part"), [((500, 1), 0), ((500, 698), 1), ((1, 350), 2)], ids=["above", "below", "left"]
)
def test_what_is_hidden_comes_in_at_its_edge_over_the_page(program, qtbot, edge, part):
    toggle(program, qtbot)
    page = program.window.rect()
    qtbot.waitUntil(lambda: program.window.article.geometry() == page)
    move(program, *edge)
    shown = [found.isVisible() for found in parts(program)]
    assert shown == [index == part for index in range(3)]
    assert program.window.article.geometry() == page
    move(program, 500, 350)
    assert not any(found.isVisible() for found in parts(program))
    toggle(program, qtbot)
    qtbot.waitUntil(lambda: all(found.isVisible() for found in parts(program)))


def test_a_drawer_stays_while_the_reader_types_into_it(program, qtbot):
    toggle(program, qtbot)
    move(program, 1, 350)
    panel = program.window.findChild(OutlinePanel)
    panel.focus_filter()
    move(program, 600, 350)
    assert panel.isVisible()
    program.window.article.setFocus()
    move(program, 601, 350)
    assert not panel.isVisible()


def test_a_panel_that_is_asked_for_by_its_key_stands_beside_the_page(program, qtbot):
    toggle(program, qtbot)
    move(program, 1, 350)
    keywords = next(dock for dock in program.window.findChildren(QWidget) if dock.objectName() == "keywords")
    assert not keywords.isVisible()
    qtbot.keyClick(program.window, Qt.Key.Key_K, CTRL)
    assert keywords.isVisible()
    assert not any(drawer.is_open for drawer in program.window.findChildren(Drawer))


def test_drawers_follow_the_size_of_the_window(program, qtbot):
    toggle(program, qtbot)
    move(program, 500, 1)
    program.window.resize(800, 600)
    drawer = next(drawer for drawer in program.window.findChildren(Drawer) if drawer.is_open)
    assert drawer.width() == program.window.width()


def test_what_is_remembered_is_the_window_with_its_parts(program, qtbot):
    toggle(program, qtbot)
    program.window.close()
    assert not parts(program)[0].isHidden()
    assert not parts(program)[1].isHidden()


def test_escape_leads_from_the_full_screen_too(program, qtbot):
    qtbot.keyClick(program.window, Qt.Key.Key_F11)
    toggle(program, qtbot)
    for is_full in (True, False):
        qtbot.keyClick(program.window.article.view, Qt.Key.Key_Escape)
        assert program.window.isFullScreen() is is_full


def test_reading_aids_are_set_by_menu_and_keys(program, qtbot):
    menu = next(action.menu() for action in program.window._parts.reading.actions() if action.menu())
    next(action for action in menu.actions() if action.text() == "A line").trigger()
    assert program.window.article.view._aids.focus is program.preferences.settings.focus
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["A line"]
    speed = program.preferences.settings.scroll_speed
    qtbot.keyClick(program.window, Qt.Key.Key_F9)
    assert program.window._parts.actions.auto_scroll.isChecked()
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_Plus)
    assert program.preferences.settings.scroll_speed > speed
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_X)
    assert not program.window._parts.actions.auto_scroll.isChecked()
