"""Pages on the screen: what is painted, pointed at, selected and turned, in both writing modes."""

from __future__ import annotations

from dataclasses import replace
from inspect import signature

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.formats.parsed import Paragraph
from reader.model.focus import Focus
from reader.model.mark import Mark, MarkKind
from reader.model.page_mode import PageMode
from reader.model.position import Position, Range, Span
from reader.view.axes import WritingMode
from reader.view.page import Page
from reader.view.reading_view import ReadingAids, ReadingView
from reader.view.spread import Spread, leaf_count

VERTICAL, HORIZONTAL = WritingMode.VERTICAL, WritingMode.HORIZONTAL
CASES = [(mode, count) for mode in WritingMode for count in (PageMode.SINGLE, PageMode.FACING)]


@pytest.fixture
def paged(qtbot, style, colours, opened, content, novel):
    """A view of 900 by 500 pixels on the novel, in pages."""

    def show(mode: WritingMode = HORIZONTAL, pages: PageMode = PageMode.FACING, text: str = novel) -> ReadingView:
        view = ReadingView(replace(style, mode=mode), colours)
        qtbot.addWidget(view)
        view.resize(900, 500)
        view.set_aids(ReadingAids(mode=pages))
        view.set_content(content(opened(text)))
        with qtbot.waitExposed(view):
            view.show()
        view.grab()
        return view

    return show


def spread(view: ReadingView) -> Spread:
    assert isinstance(view.page, Spread)
    return view.page


def first(view: ReadingView) -> tuple[int, int]:
    return spread(view).flow.leaves[0].start.key


def on_page(view: ReadingView) -> list[Position]:
    """The places of the first characters of the lines on the pages."""
    return [layout.position_at(layout.line_span(line).start) for _, layout, line in spread(view).lines()]


def turn_wheel(view: ReadingView, angle: int) -> None:
    centre = QPointF(view.viewport().rect().center())
    at = view.viewport().mapToGlobal(centre)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    QApplication.sendEvent(view.viewport(), QWheelEvent(centre, at, QPoint(), QPoint(0, angle), *none))


@pytest.mark.parametrize(("mode", "pages"), CASES)
def test_no_line_is_cut_and_every_one_can_be_pointed_at(paged, mode, pages):
    view = paged(mode, pages)
    view.turn_page(is_down=True)
    whole = view.viewport().rect()
    places = on_page(view)
    assert len(places) > 5
    boxes = [spread(view).rectangle_of(place) for place in places]
    for place, box in zip(places, boxes, strict=True):
        assert box is not None
        assert whole.contains(box.toAlignedRect())
        assert spread(view).position_at(box.center(), is_on_character=True) == place
        assert spread(view).is_in_sight(place)
    for index, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:index])


@pytest.mark.parametrize(("mode", "pages"), CASES)
def test_ink_stands_where_lines_are_and_nowhere_else(paged, mode, pages):
    view = paged(mode, pages)
    view.turn_page(is_down=True)
    view.select(None)
    image = view.viewport().grab().toImage()
    boxes = []
    for _, layout, line in spread(view).lines():
        place = layout.position_at(layout.line_span(line).start)
        boxes.append(spread(view).rectangle_of(place))
    reached = [box.adjusted(-9, -900, 9, 900) if mode is VERTICAL else box.adjusted(-900, -9, 900, 9) for box in boxes]
    ink = [
        QPointF(x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y) == QColor("#000000")
    ]
    assert len(ink) > 100
    assert all(any(box.contains(point) for box in reached) for point in ink)


@pytest.mark.parametrize(("mode", "on", "back"), [(HORIZONTAL, "right", "left"), (VERTICAL, "left", "right")])
def test_keys_and_clicks_at_the_sides_turn_as_the_writing_runs(paged, qtbot, mode, on, back):
    view = paged(mode)
    begin = first(view)
    keys = {"left": Qt.Key.Key_Left, "right": Qt.Key.Key_Right}
    points = {"left": QPoint(3, 250), "right": QPoint(view.viewport().width() - 3, 250)}
    for turn in (
        lambda side: qtbot.keyClick(view, keys[side]),
        lambda side: qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=points[side]),
    ):
        turn(on)
        assert first(view) > begin
        turn(back)
        assert first(view) == begin
    assert view.selected is None


def test_space_arrows_and_the_wheel_turn_pages(paged, qtbot):
    view = paged()
    begin, following = first(view), spread(view).flow.leaves[-1].following.key
    for on, back in (
        (lambda: qtbot.keyClick(view, Qt.Key.Key_Space), lambda: qtbot.keyClick(view, Qt.Key.Key_PageUp)),
        (lambda: qtbot.keyClick(view, Qt.Key.Key_Down), lambda: qtbot.keyClick(view, Qt.Key.Key_Up)),
        (lambda: turn_wheel(view, -120), lambda: turn_wheel(view, 120)),
        (lambda: [turn_wheel(view, -40) for _ in range(3)], lambda: [turn_wheel(view, 60) for _ in range(2)]),
    ):
        on()
        assert first(view) == following
        back()
        assert first(view) == begin
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.is_at_end()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert first(view) == begin


@pytest.mark.parametrize("mode", WritingMode)
def test_the_place_is_kept_between_scroll_and_pages(paged, mode):
    view = paged(mode)
    view.go_to(view.content.document.position_of(3000))
    place = view.place()
    for pages in (PageMode.SCROLLED, PageMode.SINGLE, PageMode.FACING, PageMode.SCROLLED):
        view.set_aids(ReadingAids(mode=pages))
        assert view.place() == place
    view.resize(700, 420)
    view.set_aids(ReadingAids(mode=PageMode.PAGED))
    assert spread(view).is_in_sight(place)


@pytest.mark.parametrize("mode", WritingMode)
def test_a_selection_reaches_from_page_to_page(paged, qtbot, mode):
    view = paged(mode)
    lines = on_page(view)
    start, end = lines[1], lines[-2]
    boxes = [spread(view).rectangle_of(place).center().toPoint() for place in (start, end)]
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=boxes[0])
    qtbot.mouseMove(view.viewport(), boxes[1])
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=boxes[1])
    assert view.selected is not None
    assert abs(view.selected.start.block - start.block) == 0
    assert view.selected.end.block == end.block
    assert spread(view).flow.leaves[0].start.key < spread(view).flow.leaves[1].start.key <= (end.block, 999)


def test_what_is_found_and_selected_by_keys_comes_into_sight(paged):
    view = paged()
    far = view.content.document.position_of(5000)
    view.show_range(Range(far, far))
    assert spread(view).is_in_sight(far)
    at = first(view)
    view.show_range(Range(far, far))
    assert first(view) == at
    following = spread(view).flow.leaves[-1].following
    beyond = Position(following.block.start, len(following.block.text) - 1)
    view.reveal(beyond)
    assert spread(view).is_in_sight(beyond)


def test_rows_come_together_until_a_page_is_turned(paged):
    view = paged()
    begin = first(view)
    for _ in range(3):
        view.scroll_by(40)
    assert first(view) == begin
    view.scroll_by(-40)
    view.scroll_by(spread(view).flow.height)
    assert first(view) == begin
    view.scroll_by(spread(view).flow.height)
    assert first(view) > begin


@pytest.mark.parametrize(("mode", "narrow", "wide"), [(HORIZONTAL, 600, 1200), (VERTICAL, 700, 1200)])
def test_two_pages_where_there_is_room_for_them(style, mode, narrow, wide):
    turned = replace(style, mode=mode)
    assert leaf_count(PageMode.PAGED, turned, narrow) == 1
    assert leaf_count(PageMode.PAGED, turned, wide) == 2
    assert leaf_count(PageMode.SINGLE, turned, wide) == 1
    assert leaf_count(PageMode.FACING, turned, narrow) == 2


def test_a_folio_tells_how_much_there_is_up_to_the_end_of_the_page(paged):
    view = paged(pages=PageMode.SINGLE)
    before = view.viewport().grab().toImage()
    height = view.viewport().height()
    rows = range(height - 30, height)
    found = {before.pixelColor(x, y).name() for x in range(before.width()) for y in rows}
    assert "#808080" in found or any(QColor(colour).lightness() < 200 for colour in found)
    assert "#000000" not in found


def test_a_tiny_viewport_has_a_page_all_the_same(paged):
    view = paged()
    for width, height in ((40, 30), (1, 1), (900, 20)):
        view.resize(width, height)
        view.grab()
        assert spread(view).flow.leaves


def test_scrolling_by_itself_turns_pages_and_ends_with_the_last(paged, qtbot):
    view = paged(pages=PageMode.SINGLE)
    begin = first(view)
    view.set_auto_scroll(True)
    view._auto.moved.emit(spread(view).flow.height // 2)
    assert first(view) == begin
    view._auto.moved.emit(spread(view).flow.height)
    assert first(view) > begin
    view.go_to_end()
    with qtbot.waitSignal(view.auto_scroll_changed) as told:
        view._auto.moved.emit(1)
    assert told.args == [False]


def test_whatever_is_asked_of_a_point_is_asked_of_the_page_under_it():
    """A spread answers for all its pages: what a page says of a point has to be said anew."""
    asked = {name for name, found in vars(Page).items() if callable(found) and "point" in signature(found).parameters}
    assert {"position_at", "link_at", "picture_at"} <= asked
    # A word or a paragraph is told from the position.
    assert asked - {"grown"} <= set(vars(Spread))


def move_mouse(view: ReadingView, x: int) -> None:
    """Move with no button held, whatever QTest remembers of other tests."""
    at, none = QPointF(x, 200), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), moved)


def test_the_cursor_tells_where_a_click_turns_the_page(paged):
    view = paged()
    text, arrow = Qt.CursorShape.IBeamCursor, Qt.CursorShape.ArrowCursor
    for x, shape in ((300, text), (3, arrow), (301, text), (880, arrow)):
        move_mouse(view, x)
        assert view.viewport().cursor().shape() == shape


def test_the_cursor_of_the_text_is_that_of_its_writing_mode_when_the_mouse_comes_back(paged, style):
    view = paged()
    move_mouse(view, 3)
    view.set_style(replace(style, mode=VERTICAL))
    for x, shape in ((300, Qt.CursorShape.BitmapCursor), (3, Qt.CursorShape.ArrowCursor)):
        move_mouse(view, x)
        assert view.viewport().cursor().shape() == shape


def test_links_are_followed_on_either_page(paged, qtbot, parsed, content):
    lines = [Paragraph("船在夜裡靠了岸。") for _ in range(40)]
    lines[9] = Paragraph("鏈", marks=(Mark(Span(0, 1), MarkKind.LINK, "https://a.example/"),))
    view = paged()
    view.set_content(content(parsed(*lines)))
    place = next(place for place in on_page(view) if view.content.document.block_at(place.block).marks)
    box = spread(view).rectangle_of(place)
    assert box.left() > view.viewport().width() / 2
    assert spread(view).link_at(box.center()) == "https://a.example/"
    assert spread(view).link_at(QPointF(box.center().x(), 2)) is None
    with qtbot.waitSignal(view.link_requested):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())


def seen_in_full(view: ReadingView) -> list[int]:
    """The numbers of the lines on the pages that are seen in full ink."""
    image = view.viewport().grab().toImage()
    found = []
    for number, (box, _, _) in enumerate(spread(view).line_boxes()):
        inside = box.toAlignedRect().adjusted(2, 2, -2, -2).intersected(image.rect())
        points = [(x, y) for x in range(inside.left(), inside.right()) for y in range(inside.top(), inside.bottom())]
        if any(image.pixelColor(x, y) == QColor("#000000") for x, y in points):
            found.append(number)
    return found


@pytest.mark.parametrize("mode", WritingMode)
def test_one_line_stands_out_and_leads_over_the_pages(paged, qtbot, mode):
    view = paged(mode)
    view.set_aids(ReadingAids(mode=PageMode.FACING, focus=Focus.LINE))
    count = len(on_page(view))
    begin = first(view)
    assert seen_in_full(view) == [0]
    for number in (1, 2):
        qtbot.keyClick(view, Qt.Key.Key_Left if mode is VERTICAL else Qt.Key.Key_Down)
        assert seen_in_full(view) == [number]
    last = spread(view).rectangle_of(on_page(view)[-1]).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert seen_in_full(view) == [count - 1]
    view.scroll_line(is_down=True)
    assert first(view) > begin
    assert seen_in_full(view) == [0]
    view.scroll_line(is_down=False)
    assert first(view) == begin
    assert seen_in_full(view) == [count - 1]


def test_a_paragraph_stands_out_on_both_pages(paged):
    view = paged()
    view.set_aids(ReadingAids(mode=PageMode.FACING, focus=Focus.PARAGRAPH))
    second = spread(view).flow.leaves[1].start
    assert second.line > 0
    box = spread(view).rectangle_of(on_page(view)[-1])
    assert box is not None
    index = next(n for n, (_, layout, _) in enumerate(spread(view).line_boxes()) if layout.block == second.block)
    at = next(found for found, layout, _ in spread(view).line_boxes() if layout.block == second.block).center()
    view._page_focus.choose(spread(view), Focus.PARAGRAPH, at)
    seen = seen_in_full(view)
    assert seen[0] == index
    assert len(seen) > 1
    assert {list(spread(view).line_boxes())[n][0].left() > 440 for n in seen} == {True, False}
