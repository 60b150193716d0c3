"""Vertical writing used as a reader does: what holds of the horizontal page holds of the vertical one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QStyle, QStyleOptionSlider

from reader.formats.parsed import Paragraph
from reader.model.document import Document
from reader.model.mark import Mark, MarkKind
from reader.model.position import Position, Range, Span
from reader.view.accessible import VisibleText
from reader.view.axes import WritingMode
from reader.view.page_style import PageStyle
from reader.view.text_view import TextView

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "　　燈塔還亮著，船在夜裡靠了岸，沒有人出來迎接；只有守塔的老人提著燈。\n　　天亮以前，keeper 走了。"


@pytest.fixture
def upright(style: PageStyle) -> PageStyle:
    return replace(style, mode=WritingMode.VERTICAL)


@pytest.fixture
def shown(view: TextView, shown, upright: PageStyle) -> Callable[..., TextView]:
    view.set_style(upright)
    return shown


def turn(view: TextView, angle: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    at, button = QPointF(50, 50), Qt.MouseButton.NoButton
    event = QWheelEvent(at, at, QPoint(), angle, button, modifiers, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view.viewport(), event)


def right_of(view: TextView, position: Position) -> float:
    return view.page.rectangle_of(position).right()


def test_columns_run_from_right_to_left(shown):
    view = shown(TEXT)
    first, below = (view.page.rectangle_of(Position(0, offset)) for offset in (2, 3))
    assert first.left() > view.viewport().width() * 0.7
    assert below.top() == pytest.approx(first.bottom(), abs=0.5)
    assert (below.left(), below.right()) == (first.left(), first.right())
    second = view.page.rectangle_of(Position(len(TEXT.split("\n")[0].encode()) + 1, 2))
    assert second.right() < first.left()
    assert second.top() == first.top()


def test_a_place_is_found_where_it_is_drawn(shown, novel):
    view = shown(novel)
    view.scroll_by(330)
    seen = 0
    for _, layout, line in view.page.lines():
        span = layout.line_span(line)
        for offset in range(span.start, span.end):
            position = layout.position_at(offset)
            box = view.page.rectangle_of(position)
            assert view.page.position_at(box.center(), is_on_character=True) == position
            assert view.page.position_at(box.center() - QPointF(0, 2)) == position
            seen += 1
    assert seen > 100


@pytest.mark.parametrize(
    ("key", "modifier", "is_on"),
    [
        (Qt.Key.Key_Left, NONE, True),
        (Qt.Key.Key_Down, NONE, True),
        (Qt.Key.Key_Space, NONE, True),
        (Qt.Key.Key_PageDown, NONE, True),
        (Qt.Key.Key_End, NONE, True),
        (Qt.Key.Key_Right, NONE, False),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.KeypadModifier, False),
        (Qt.Key.Key_PageUp, NONE, False),
        (Qt.Key.Key_Space, SHIFT, False),
        (Qt.Key.Key_Home, NONE, False),
    ],
)
def test_keys_turn_naturally(shown, novel, qtbot, key, modifier, is_on):
    view = shown(novel)
    view.scroll_by(800)
    position = view.page.position_at(QPointF(300, 200))
    before = view.top_address()
    edge = right_of(view, position)
    qtbot.keyClick(view, key, modifier)
    assert (view.top_address() > before) == is_on
    assert view.top_address() != before
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        assert right_of(view, position) == edge + (view.page.slot if is_on else -view.page.slot)


def test_a_page_begins_with_a_whole_column(shown, novel):
    view = shown(novel)
    view.turn_page(is_down=True)
    view.turn_page(is_down=True)
    assert right_of(view, view.page.flow.top_position()) == view.viewport().width()


def test_the_wheel_turned_down_reads_on(shown, novel):
    view = shown(novel)
    view.scroll_by(300)
    position = view.page.position_at(QPointF(300, 200))
    before = right_of(view, position)
    notch = QApplication.styleHints().wheelScrollLines() * view.page.slot
    for angle, moved in ((QPoint(0, -120), notch), (QPoint(0, 120), 0), (QPoint(120, 0), notch), (QPoint(-120, 0), 0)):
        turn(view, angle)
        assert right_of(view, position) == before + moved


def top_of(view: TextView, offset: int, block: int = 0) -> QPointF:
    box = view.page.rectangle_of(Position(block, offset))
    return QPointF(box.center().x(), box.top() + 1)


def test_dragging_down_and_leftward_selects(shown, mouse):
    view = shown(TEXT)
    mouse.press(top_of(view, 4))
    mouse.move(top_of(view, 9))
    assert view.selected == Range(Position(0, 4), Position(0, 9))
    column = view.page.rectangle_of(Position(0, 4))
    mouse.move(QPointF(column.center().x() - view.page.slot, column.top() + 1))
    far = view.selected.end.offset
    assert view.page.rectangle_of(Position(0, far)).right() < column.left() + 1
    mouse.release(top_of(view, far))
    mouse.wait()
    mouse.double_click(view.page.rectangle_of(Position(0, 8)).center())
    assert view.selected_text() == "船"
    mouse.wait()
    keeper = TEXT.index("keeper") - TEXT.index("\n") - 1
    second = len(TEXT.split("\n")[0].encode()) + 1
    mouse.double_click(view.page.rectangle_of(Position(second, keeper + 3)).center())
    assert view.selected_text() == "keeper"


def test_shift_and_a_third_click_extend_as_they_do_in_horizontal_writing(shown, mouse):
    view = shown(TEXT)
    mouse.click(top_of(view, 4))
    mouse.click(top_of(view, 9), SHIFT)
    assert view.selected == Range(Position(0, 4), Position(0, 9))
    mouse.wait()
    mouse.double_click(top_of(view, 9))
    mouse.press(top_of(view, 9))
    assert view.selected_text() == TEXT.split("\n")[0].strip()
    mouse.release(top_of(view, 9))


def test_a_word_lying_on_its_side_is_parted_by_its_letters(shown, mouse):
    view = shown(TEXT)
    second = len(TEXT.split("\n")[0].encode()) + 1
    start = TEXT.index("keeper") - TEXT.index("\n") - 1
    tops = [view.page.rectangle_of(Position(second, start + letter)).top() for letter in range(6)]
    assert tops == sorted(set(tops))
    mouse.press(top_of(view, start + 1, second))
    mouse.move(top_of(view, start + 4, second))
    assert view.selected_text() == "eep"
    mouse.release(top_of(view, start + 4, second))


def test_links_are_where_their_characters_are(shown, parsed, mouse, qtbot):
    mark = Mark(Span(5, 30), MarkKind.LINK, "https://lighthouse.example/")
    view = shown(parsed(Paragraph("船在夜裡的燈塔旁靠了岸，" * 4, marks=(mark,))))
    for offset in range(40):
        found = view.page.link_at(view.page.rectangle_of(Position(0, offset)).center())
        assert (found == mark.value) == (5 <= offset < 30)
    with qtbot.waitSignal(view.link_requested) as asked:
        mouse.click(view.page.rectangle_of(Position(0, 20)).center())
    assert asked.args == [mark.value]


def test_the_wheel_with_control_asks_for_a_size(shown, novel, qtbot):
    view = shown(novel)
    with qtbot.waitSignal(view.size_requested) as asked:
        turn(view, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [1]
    assert view.top_address() == 0


def test_a_drag_beyond_the_left_edge_reads_on(shown, novel, mouse, qtbot):
    view = shown(novel)
    before = view.top_address()
    mouse.press(QPointF(300, 100))
    mouse.move(QPointF(-60, 300))
    qtbot.waitUntil(lambda: view.top_address() > before)
    mouse.release(QPointF(-60, 300))
    address = view.top_address()
    mouse.press(QPointF(300, 100))
    mouse.move(QPointF(view.viewport().width() + 200, 300))
    qtbot.waitUntil(lambda: view.top_address() < address)
    mouse.release(QPointF(view.viewport().width() + 200, 300))


def test_arrows_extend_the_selection_where_they_point(shown, mouse, qtbot):
    view = shown(TEXT)
    mouse.click(top_of(view, 4))
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert view.selected == Range(Position(0, 4), Position(0, 5))
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    below = view.page.rectangle_of(view.selected.end)
    assert below.top() == pytest.approx(view.page.rectangle_of(Position(0, 5)).top(), abs=below.height() / 4)
    assert below.right() == view.page.rectangle_of(Position(0, 5)).right() - view.page.slot
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.selected == Range(Position(0, 4), Position(0, 5))


@pytest.mark.parametrize("rows", [1, 130, 777])
def test_another_size_keeps_the_column_at_the_right(shown, novel, rows):
    view = shown(novel)
    view.scroll_by(rows)
    place = view.place()
    from_right = view.viewport().width() - right_of(view, place)
    for width, height in [(300, 640), (300, 320), (700, 900), (90, 250), (640, 400)]:
        view.resize(width, height)
        view.grab()
        assert view.viewport().width() - right_of(view, place) == from_right
    assert view.page.flow.top_position() == place


def test_another_writing_mode_keeps_the_place(shown, novel, style, upright):
    view = shown(novel)
    for rows in (700, 333):
        view.scroll_by(rows)
        place = view.place()
        for one in (style, upright):
            view.set_style(one)
            assert view.place() == place
            assert view.page.axes.mode is one.mode


def test_the_scrollbar_runs_from_right_to_left(shown, novel, qtbot):
    view = shown(novel)
    bar = view.horizontalScrollBar()
    assert bar.isVisible()
    assert not view.verticalScrollBar().isVisible()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.maximum() == round(view.page.flow.end_address())
    for action, is_on in (
        (QAbstractSlider.SliderAction.SliderSingleStepAdd, True),
        (QAbstractSlider.SliderAction.SliderPageStepAdd, True),
        (QAbstractSlider.SliderAction.SliderPageStepSub, False),
        (QAbstractSlider.SliderAction.SliderSingleStepSub, False),
    ):
        before = view.top_address()
        bar.triggerAction(action)
        assert (view.top_address() > before) == is_on
    view.go_to_start()
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    handle = bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )
    assert handle.center().x() > bar.width() * 0.7
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=handle.center())
    for x in range(handle.center().x(), -30, -20):
        before = view.top_address()
        qtbot.mouseMove(bar, QPoint(x, handle.center().y()))
        assert view.top_address() >= before
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(1, handle.center().y()))
    assert view.is_at_end()


def test_places_are_shown_and_revealed(shown, novel):
    view = shown(novel)
    document: Document = view.content.document
    position = document.position_of(document.size // 2)
    view.go_to(position)
    assert right_of(view, position) == view.viewport().width()
    last = Position(document.block_at(document.size).start, 0)
    view.show_range(Range(last, last))
    assert view.page.is_in_sight(last)
    view.go_to(position)
    left = view.page.position_at(QPointF(1, 200))
    view.reveal(left)
    assert view.page.rectangle_of(left).left() == pytest.approx(0, abs=1)


def test_a_screen_reader_is_told_where_characters_stand(shown):
    view = shown(TEXT)
    text = VisibleText(view.page)
    for unit in (0, 3, 12):
        box = text.rectangle(unit)
        assert box.contains(view.page.rectangle_of(text.position(unit)).center().toPoint())
        assert 18 < box.height() < 25


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def on_screen(view: TextView) -> QImage:
    QApplication.processEvents()
    return view.screen().grabWindow(view.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_scrolled_pixels_are_those_of_a_fresh_picture(shown, novel):
    view = shown(novel)
    view.select(Range(Position(0, 3), Position(3000, 5)))
    QApplication.processEvents()
    painted = view.viewport().size()
    for rows in (1, 36, 60, -13, 333, -200, 7, -61, 639, -639, 800):
        view.scroll_by(rows)
        assert on_screen(view).copy(0, 0, painted.width(), painted.height()) == picture(view)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_page_painted_in_strips_is_the_same(shown, novel, colours, scale):
    view = shown(novel.replace("燈塔", "２座lighthouse——燈塔12"))
    view.scroll_by(350)
    selected = Range(Position(0, 3), Position(3000, 5))

    def painted(width: int) -> QImage:
        image = QImage(round(640 * scale), round(400 * scale), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        for left in range(0, 640, width):
            strip = QRect(left, 0, width, 400)
            painter.save()
            painter.setClipRect(strip)
            view.page.paint(painter, strip, selected, colours)
            painter.restore()
        painter.end()
        return image

    whole = painted(640)
    # Strips of 4 pixels begin at whole device pixels in every scale.
    for width in (4, 20, 40, 160):
        assert painted(width) == whole


def test_the_cursor_lies_between_characters(shown, style, upright):
    view = shown(TEXT)
    lying = view.viewport().cursor()
    assert lying.shape() == Qt.CursorShape.BitmapCursor
    image = lying.pixmap().toImage()
    pixels = {(x, y): image.pixelColor(x, y) for x in range(24) for y in range(24)}
    xs, ys = zip(*(at for at, pixel in pixels.items() if pixel.alpha() and not pixel.red()), strict=True)
    assert max(xs) - min(xs) > 2 * (max(ys) - min(ys))
    view.set_style(style)
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_an_empty_view(view, upright, qtbot):
    view.set_style(upright)
    view.grab()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
    view.horizontalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    assert view.page is None
