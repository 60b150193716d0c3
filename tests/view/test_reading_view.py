"""Gliding, scrolling by itself, and what stands out, by the keys and the wheel of a reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.model.focus import Focus
from reader.view.axes import WritingMode
from reader.view.focus_band import bands, nearest
from reader.view.reading_view import ReadingAids, ReadingView

SMOOTH = ReadingAids(is_smooth=True)


@pytest.fixture
def reading(qtbot, style, colours, opened, content, novel):
    """A view of 640 by 400 pixels on the novel, painted."""

    def show(aids: ReadingAids, mode: WritingMode = WritingMode.HORIZONTAL, text: str = novel) -> ReadingView:
        view = ReadingView(replace(style, mode=mode), colours)
        qtbot.addWidget(view)
        view.resize(640, 400)
        view.set_aids(aids)
        view.set_content(content(opened(text)))
        with qtbot.waitExposed(view):
            view.show()
        view.grab()
        return view

    return show


def turn_wheel(view: ReadingView, angle: int, pixels: int = 0) -> None:
    centre = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        centre,
        view.viewport().mapToGlobal(centre),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def scrolled(view: ReadingView) -> float:
    return view.top_address()


def test_a_notch_of_the_wheel_glides_as_far_as_it_would_jump(reading, qtbot):
    smooth, plain = reading(SMOOTH), reading(ReadingAids())
    turn_wheel(plain, -120)
    turn_wheel(smooth, -120)
    assert scrolled(smooth) < scrolled(plain)
    qtbot.waitUntil(lambda: scrolled(smooth) == scrolled(plain))
    qtbot.wait(50)
    assert scrolled(smooth) == scrolled(plain)


def test_a_touchpad_moves_at_once(reading):
    view = reading(SMOOTH)
    turn_wheel(view, -40, -90)
    assert next(view.page.flow.placed()).top == -90


def test_arrows_glide_by_lines(reading, qtbot):
    smooth, plain = reading(SMOOTH), reading(ReadingAids())
    for view in (smooth, plain):
        for _ in range(4):
            qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: scrolled(smooth) == scrolled(plain) > 0)


def test_a_press_of_the_mouse_and_a_jump_end_gliding(reading, qtbot):
    view = reading(SMOOTH)
    turn_wheel(view, -1200)
    qtbot.keyClick(view, Qt.Key.Key_End)
    end = scrolled(view)
    turn_wheel(view, 1200)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    at = scrolled(view)
    qtbot.wait(80)
    assert scrolled(view) == at <= end


@pytest.mark.parametrize("mode", WritingMode)
def test_it_scrolls_by_itself_until_a_key(reading, qtbot, mode):
    view = reading(ReadingAids(lines_per_minute=120), mode)
    told: list[bool] = []
    view.auto_scroll_changed.connect(told.append)
    view.set_auto_scroll(True)
    qtbot.waitUntil(lambda: scrolled(view) > 0)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    at = scrolled(view)
    qtbot.wait(60)
    assert scrolled(view) == at
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: scrolled(view) > at)
    qtbot.keyClick(view, Qt.Key.Key_A)
    assert told == [True, False]
    at = scrolled(view)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert scrolled(view) > at


def test_it_goes_faster_and_slower_by_plus_and_minus(reading, qtbot):
    view = reading(ReadingAids())
    view.set_auto_scroll(True)
    with qtbot.waitSignal(view.speed_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert asked.args == [1]
    with qtbot.waitSignal(view.speed_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert asked.args == [-1]
    view.set_auto_scroll(False)


def test_a_click_ends_it_and_does_nothing_else(reading, qtbot):
    view = reading(ReadingAids())
    view.set_auto_scroll(True)
    with qtbot.waitSignal(view.auto_scroll_changed) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert told.args == [False]
    assert view.selected is None


def test_it_ends_with_the_document(reading, qtbot):
    view = reading(ReadingAids(lines_per_minute=120), text="短短的一行。\n" * 12)
    view.set_auto_scroll(True)
    view.go_to_end()
    with qtbot.waitSignal(view.auto_scroll_changed) as told:
        view.scroll_by(-20)
    assert told.args == [False]


def inked_rows(view: ReadingView) -> set[int]:
    """The rows on the block axis at which full ink is seen."""
    image = view.viewport().grab().toImage()
    axes = view.page.axes
    found = set()
    for x in range(image.width()):
        for y in range(image.height()):
            if image.pixelColor(x, y) == QColor("#000000"):
                found.add(int(axes.to_logical(QPointF(x, y)).y()))
    return found


@pytest.mark.parametrize("mode", WritingMode)
@pytest.mark.parametrize("focus", [Focus.LINE, Focus.PARAGRAPH])
def test_only_what_is_in_focus_is_seen_in_full(reading, focus, mode):
    view = reading(ReadingAids(focus=focus), mode)
    view.scroll_by(140)
    found = bands(view.page, focus)
    band = found[nearest(found, view._focus_row())]
    rows = inked_rows(view)
    assert rows
    assert band.top - 1 <= min(rows)
    assert max(rows) <= band.bottom + 1
    view.set_aids(ReadingAids())
    assert len(inked_rows(view)) > len(rows)


@pytest.mark.parametrize("focus", [Focus.LINE, Focus.PARAGRAPH])
def test_arrows_lead_from_one_to_the_next_and_reach_all(reading, qtbot, focus):
    text = "\n".join(f"　　{number}、船在夜裡靠了岸，沒有人出來迎接。" * (1 + number % 4) for number in range(30))
    view = reading(ReadingAids(focus=focus), text=text)

    def current() -> str:
        found = bands(view.page, focus)
        band = found[nearest(found, view._focus_row())]
        _, layout, line = next(entry for entry in view.page.lines() if entry[0] == band.top)
        return f"{layout.block.start}/{line if focus is Focus.LINE else 0}"

    view._set_focus_row(0)
    view.go_to_start()
    seen = [current()]
    while True:
        qtbot.keyClick(view, Qt.Key.Key_Down)
        if current() == seen[-1]:
            break
        seen.append(current())
    addresses = [tuple(map(int, place.split("/"))) for place in seen]
    assert addresses == sorted(set(addresses))
    assert len({block for block, _ in addresses}) == 30
    for place in reversed(seen[:-1]):
        qtbot.keyClick(view, Qt.Key.Key_Up)
        assert current() == place


def test_a_click_brings_a_line_into_focus(reading, qtbot):
    view = reading(ReadingAids(focus=Focus.LINE))
    view.scroll_by(100)
    row, _, _ = list(view.page.lines())[5]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, row + 10))
    found = bands(view.page, Focus.LINE)
    assert found[nearest(found, view._focus_row())].top == row
