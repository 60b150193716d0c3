from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QStyle, QStyleOptionSlider

from reader.convert.conversion import unchanged
from reader.model.position import Position, Range
from reader.view.page_style import PageStyle


def turn(view, angle: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def top_line(view) -> str:
    """The first line that is seen whole."""
    _, layout, line = next(row for row in view.page.lines() if row[0] >= 0)
    span = layout.line_span(line)
    return layout.text[span.start : span.end]


def row_of(view, position: Position) -> float:
    return view.page.rectangle_of(position).top()


def test_keys_move_about(shown, novel, qtbot):
    view = shown(novel)
    end = view.page.flow.end_address()
    address = [view.top_address()]
    for key, modifier, is_down in [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier, False),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.KeypadModifier, False),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, False),
    ]:
        qtbot.keyClick(view, key, modifier)
        address.append(view.top_address())
        assert (address[-1] > address[-2]) == is_down
        if key in (Qt.Key.Key_End, Qt.Key.Key_Home):
            assert address[-1] == (end if is_down else 0)
            assert view.is_at_end() == is_down
    assert view.place() == Position(0, 0)


def test_the_wheel_scrolls_and_with_control_asks_for_a_size(shown, novel, qtbot):
    view = shown(novel)
    position = view.page.position_at(QPointF(300, 300))
    before = row_of(view, position)
    turn(view, -120)
    assert row_of(view, position) == before - QApplication.styleHints().wheelScrollLines() * view.page.slot
    with qtbot.waitSignal(view.size_requested) as asked:
        turn(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [1]
    turn(view, 120)
    assert row_of(view, position) == before


@pytest.mark.parametrize("rows", [1, 130, 777, 1212])
def test_another_size_keeps_the_line_at_the_top(shown, novel, rows):
    view = shown(novel)
    view.scroll_by(rows)
    place, row = view.place(), row_of(view, view.place())
    for width, height in [(640, 300), (320, 300), (900, 700), (250, 90), (640, 400)]:
        view.resize(width, height)
        view.grab()
        assert row_of(view, place) == row
    assert view.page.flow.top_position() == place


def test_the_start_stays_the_start(shown, novel, style):
    view = shown(novel)
    for size in (12, 30, 20):
        view.set_style(PageStyle(style.families, size, 180, 30))
        view.resize(400 + size, 300)
        assert view.top_address() == 0
    view.go_to(Position(0, 0))
    view.set_style(PageStyle(style.families, 40, 180, 30))
    assert view.top_address() == 0


def test_another_script_moves_nothing(shown, novel, content, regional):
    view = shown(novel.replace("夜", "数据夜"))
    for rows in (7, 95, 413, 1111):
        view.scroll_by(rows)
        place, row, selected = view.place(), row_of(view, view.place()), view.selected
        for convert in (regional, unchanged):
            view.set_content(content(view.content.document, convert))
            assert (view.place(), row_of(view, place), view.selected) == (place, row, selected)
        view.select(Range(place, view.page.position_at(QPointF(300, 300))))


def test_another_style_keeps_the_place(shown, novel, style):
    view = shown(novel)
    view.scroll_by(1000)
    place = view.place()
    for size in (12, 40, 20):
        view.set_style(PageStyle(style.families, size, 150, 20))
        assert view.place() == place
        assert view.page.is_in_sight(place) or row_of(view, place) < 0


def test_going_to_a_place(shown, novel, opened):
    view = shown(novel)
    document = view.content.document
    position = document.position_of(document.size // 2)
    view.go_to(position)
    assert row_of(view, position) == 0
    assert view.place() == position
    view.go_to(document.position_of(document.size))
    assert view.is_at_end()
    view.set_content(view.content, position)
    assert row_of(view, position) == 0


def test_a_range_in_sight_is_shown_without_moving(shown, novel):
    view = shown(novel)
    view.scroll_by(500)
    address = view.top_address()
    here = view.page.position_at(QPointF(300, 200))
    view.show_range(Range(here, here))
    assert view.top_address() == address
    last = Position(view.content.document.block_at(view.content.document.size).start, 0)
    view.show_range(Range(last, last))
    assert view.page.is_in_sight(last)


def test_a_place_is_revealed_with_little_movement(shown, novel):
    view = shown(novel)
    view.scroll_by(500)
    below = view.page.position_at(QPointF(300, 399))
    view.reveal(below)
    rectangle = view.page.rectangle_of(below)
    assert rectangle.bottom() == pytest.approx(view.viewport().height(), abs=1)
    above = view.page.flow.top_position()
    view.scroll_by(-20)
    view.scroll_by(30)
    view.reveal(above)
    assert -1 <= row_of(view, above) <= 60
    assert view.page.is_in_sight(above)


def test_the_scrollbar_shows_addresses(shown, novel, qtbot):
    view = shown(novel)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.maximum() == round(view.page.flow.end_address())
    assert bar.maximum() + bar.pageStep() == view.content.document.size
    view.scroll_by(700)
    assert bar.value() == round(view.top_address())
    view.go_to_end()
    assert bar.value() == bar.maximum()


def test_the_scrollbar_moves_the_page(shown, novel, qtbot):
    view = shown(novel)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    middle = bar.maximum() // 2
    for move in (
        lambda: bar.setSliderPosition(middle),
        lambda: bar.setValue(middle // 2),
        lambda: bar.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd),
        lambda: bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd),
        lambda: bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub),
        lambda: bar.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepSub),
    ):
        before = view.top_address()
        move()
        assert view.top_address() != before
        assert bar.value() == bar.sliderPosition() == round(view.top_address())
    bar.setSliderPosition(middle)
    assert view.top_address() == pytest.approx(middle, abs=3)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    assert view.is_at_end()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    assert view.top_address() == 0


def test_the_slider_can_be_dragged_to_the_end(shown, novel, qtbot):
    view = shown(novel)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    handle = bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=handle.center())
    for y in range(handle.center().y(), bar.height() + 30, 20):
        before = view.top_address()
        qtbot.mouseMove(bar, QPoint(handle.center().x(), y))
        assert view.top_address() >= before
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(handle.center().x(), bar.height() - 1))
    assert view.is_at_end()


def test_the_extent_is_announced_when_it_is_known(view, content, opened, novel, qtbot):
    known: list[bool] = []
    view.place_changed.connect(lambda: known.append(view.page.flow.is_end_known))
    view.set_content(content(opened(novel)))
    qtbot.waitUntil(lambda: len(known) > 1)
    assert (known[0], known[-1]) == (False, True)


def test_an_empty_view(view, qtbot):
    view.grab()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_A):
        qtbot.keyClick(view, key)
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)
    turn(view, -120)
    turn(view, -120, Qt.KeyboardModifier.ControlModifier)
    view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    view.go_to(Position(9, 9))
    view.show_range(Range(Position(1, 1), Position(2, 2)))
    view.reveal(Position(1, 1))
    view.scroll_by(30)
    view.turn_page(is_down=True)
    assert (view.page, view.place(), view.top_address(), view.is_at_end()) == (None, Position(0, 0), 0, False)


def test_a_document_can_be_taken_away(shown, novel, qtbot):
    view = shown(novel)
    view.scroll_by(500)
    view.set_content(None)
    view.grab()
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)
    assert view.place() == Position(0, 0)
    shown("船")
    assert view.top_address() == 0


def test_one_character(shown, qtbot):
    view = shown("船")
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    view.resize(10, 10)
    view.grab()
    view.resize(600, 900)
    view.grab()
    assert (view.place(), view.top_address(), view.is_at_end()) == (Position(0, 0), 0, True)


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16-le"])
def test_every_encoding_scrolls_alike(shown, opened, novel, encoding):
    view = shown(opened(novel, encoding))
    for _ in range(3):
        view.turn_page(is_down=True)
    line = top_line(view)
    other = shown(novel)
    for _ in range(3):
        other.turn_page(is_down=True)
    assert line == top_line(other)
