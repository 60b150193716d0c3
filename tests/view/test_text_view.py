from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.model.position import Position, Range
from reader.view.text_view import TextView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = "　　燈塔還亮著，船在夜裡靠了岸，沒有人出來迎接；只有守塔的老人提著燈。\n　　天亮以前，keeper 走了。"
SECOND = len(TEXT.split("\n")[0].encode()) + 1


def left_of(view: TextView, offset: int, block: int = 0) -> QPointF:
    rectangle = view.page.rectangle_of(Position(block, offset))
    return QPointF(rectangle.left() + 1, rectangle.center().y())


def selected(view: TextView) -> str | None:
    return view.selected_text()


def test_a_drag_selects(shown, mouse, qtbot):
    view = shown(TEXT)
    mouse.press(left_of(view, 2))
    with qtbot.waitSignal(view.selection_changed):
        mouse.move(left_of(view, 6))
    assert selected(view) == "燈塔還亮"
    mouse.move(left_of(view, 3, SECOND))
    mouse.release(left_of(view, 3, SECOND))
    assert selected(view) == TEXT.strip()[: -len("亮以前，keeper 走了。")].replace("\n　　", "\n")
    mouse.press(left_of(view, 6))
    mouse.move(left_of(view, 4))
    assert selected(view) == "還亮"
    mouse.release(left_of(view, 4))
    mouse.move(left_of(view, 9))
    assert selected(view) == "還亮"
    mouse.wait()
    mouse.click(left_of(view, 4))
    assert view.selected is None


def test_a_drag_to_the_margin_takes_the_whole_line(shown, mouse):
    view = shown(TEXT)
    row = view.page.rectangle_of(Position(0, 2)).center().y()
    mouse.press(QPointF(0, row))
    mouse.move(QPointF(view.viewport().width() - 1, row))
    _, layout, line = next(view.page.lines())
    assert selected(view) == layout.text[: layout.line_span(line).end]


def test_a_click_with_shift_extends(shown, mouse):
    view = shown(TEXT)
    mouse.click(left_of(view, 4))
    mouse.click(left_of(view, 8), SHIFT)
    assert selected(view) == "還亮著，"
    mouse.click(left_of(view, 2), SHIFT)
    assert selected(view) == "燈塔"


def test_a_double_click_selects_a_word_and_drags_by_words(shown, mouse):
    view = shown(TEXT)
    point = left_of(view, 9, SECOND)
    mouse.click(point)
    mouse.send(QEvent.Type.MouseButtonDblClick, point)
    assert selected(view) == "keeper"
    mouse.move(left_of(view, 6, SECOND))
    assert selected(view).endswith("，keeper")
    mouse.move(left_of(view, 15, SECOND))
    assert selected(view).startswith("keeper 走")
    mouse.release(point)


def test_a_third_click_selects_the_paragraph(shown, mouse):
    view = shown(TEXT)
    mouse.double_click(left_of(view, 9))
    mouse.press(left_of(view, 9))
    assert selected(view) == TEXT.split("\n")[0].strip()
    mouse.move(left_of(view, 5, SECOND))
    assert selected(view) == TEXT.strip().replace("\n　　", "\n")
    mouse.release(left_of(view, 5, SECOND))
    mouse.wait()
    mouse.click(left_of(view, 9))
    assert view.selected is None


def test_a_third_click_that_comes_late_is_a_first(shown, mouse):
    view = shown(TEXT)
    mouse.double_click(left_of(view, 9))
    mouse.wait()
    mouse.click(left_of(view, 9))
    assert view.selected is None


@pytest.mark.parametrize("is_down", [True, False])
def test_a_drag_beyond_the_edge_scrolls(shown, novel, mouse, qtbot, is_down):
    view = shown(novel)
    view.go_to(view.content.document.position_of(view.content.document.size // 2))
    before = view.top_address()
    mouse.press(QPointF(300, 200))
    start = view.page.position_at(QPointF(300, 200))
    mouse.move(QPointF(300, 480 if is_down else -80))
    qtbot.waitUntil(lambda: abs(view.top_address() - before) > 1500)
    mouse.move(QPointF(300, 200))
    address = view.top_address()
    qtbot.wait(80)
    assert view.top_address() == address
    assert (address > before) == is_down
    here = view.page.position_at(QPointF(300, 200))
    assert view.selected == Range.between(start, here)
    mouse.release(QPointF(300, 200))


def test_taking_the_document_away_ends_a_drag(shown, novel, mouse, qtbot):
    view = shown(novel)
    mouse.press(QPointF(300, 200))
    mouse.move(QPointF(300, 480))
    view.set_content(None)
    qtbot.wait(80)
    mouse.move(QPointF(300, 490))
    mouse.release(QPointF(300, 490))
    mouse.click(QPointF(20, 20))
    mouse.double_click(QPointF(20, 20))
    shown(TEXT)
    mouse.move(QPointF(300, 100))
    assert view.selected is None


def test_other_buttons_select_nothing(shown, qtbot):
    view = shown(TEXT)
    view.select(Range(Position(0, 2), Position(0, 4)))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(300, 100))
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(300, 100))
    # QTest goes on holding the button of a double click.
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(300, 100))
    assert selected(view) == "燈塔"


def test_arrows_with_shift_extend(shown, mouse, qtbot):
    view = shown(TEXT)
    mouse.click(left_of(view, 4))
    for key, expected in [
        (Qt.Key.Key_Right, "還"),
        (Qt.Key.Key_Right, "還亮"),
        (Qt.Key.Key_Left, "還"),
        (Qt.Key.Key_Left, None),
        (Qt.Key.Key_Left, "塔"),
        (Qt.Key.Key_Left, "燈塔"),
    ]:
        qtbot.keyClick(view, key, SHIFT)
        assert selected(view) == expected
    for is_taken in (True, False):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, NONE)
        QApplication.sendEvent(view, event)
        assert event.isAccepted() == is_taken
        assert view.selected is None
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    _, layout, line = next(view.page.lines())
    # From the third character of the first line to the one below it, as far as they stand one above the other.
    assert selected(view) == layout.text[2 : layout.offset_at(line + 1, layout.x_at(line, 2))]
    qtbot.keyClick(view, Qt.Key.Key_End, SHIFT)
    assert selected(view) == TEXT.strip()[2:].replace("\n　　", "\n")
    qtbot.keyClick(view, Qt.Key.Key_Home, SHIFT)
    assert selected(view) == "燈塔"


@pytest.mark.parametrize(("key", "share"), [(Qt.Key.Key_Down, 0), (Qt.Key.Key_Up, 1)])
def test_a_selection_can_be_extended_over_pages(shown, novel, qtbot, key, share):
    view = shown(novel)
    document = view.content.document
    end = document.position_of(document.size * share)
    view.select(Range(end, end))
    view.go_to(end)
    seen = [end]
    for _ in range(60):
        qtbot.keyClick(view, key, SHIFT)
        cursor = view.selected.end if key == Qt.Key.Key_Down else view.selected.start
        assert view.page.is_in_sight(cursor)
        assert cursor not in seen
        seen.append(cursor)
    assert len(selected(view)) > 800


def test_keys_begin_where_the_page_does_if_the_click_is_far(shown, novel, mouse, qtbot):
    view = shown(novel)
    mouse.click(left_of(view, 3))
    view.scroll_by(2000)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.selected.start == view.page.flow.top_position()


def test_the_text_of_the_selection(shown, novel):
    view = shown(TEXT)
    assert view.selected_text() is None
    view.select_all()
    assert view.selected_text() == TEXT.strip().replace("\n　　", "\n")
    shown((novel + "\n") * 9)
    view.select_all()
    # Too much to collect at once.
    assert view.selected_text() is None


def test_the_selection_survives_another_script(shown, content, regional):
    view = shown("　　数据没了，程序员坐公共汽车走了。")
    view.select(Range(Position(0, 2), Position(0, 8)))
    held = view.selected
    view.set_content(content(view.content.document, regional))
    assert view.selected == held
    assert selected(view) == "資料庫沒了，程式設計師"
    shown(TEXT)
    assert view.selected is None


def test_the_menu_is_asked_for_where_the_mouse_is(shown, qtbot):
    view = shown(TEXT)
    with qtbot.waitSignal(view.menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), QPoint(70, 80))
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args == [QPoint(70, 80)]
