"""Links: where they can be pointed at, and that a click, and nothing but a click, asks to follow one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.formats.parsed import Paragraph
from reader.model.mark import Mark, MarkKind
from reader.model.position import Position, Span
from reader.view.text_view import TextView

TEXT = "船在夜裡的燈塔旁靠了岸，公共汽车没來；" * 4
URL = "https://lighthouse.example/"
LINK = Span(5, 7)
#: Lies over the end of a line.
LONG = Span(20, 50)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def book(parsed, *marks: Mark):
    return parsed(Paragraph(TEXT, marks=marks), Paragraph("天亮以前。"))


@pytest.fixture
def linked(shown, parsed) -> TextView:
    return shown(book(parsed, Mark(LINK, MarkKind.LINK, URL), Mark(LONG, MarkKind.LINK, "#1")))


@pytest.fixture
def asked(linked) -> list[str]:
    found: list[str] = []
    linked.link_requested.connect(found.append)
    return found


def middle(view: TextView, offset: int) -> QPointF:
    return view.page.rectangle_of(Position(0, offset)).center()


def send(view: TextView, kind: QEvent.Type, point: QPointF, is_held: bool = True, modifiers=NONE) -> None:
    button = LEFT if is_held else Qt.MouseButton.NoButton
    event = QMouseEvent(kind, point, view.viewport().mapToGlobal(point), button, button, modifiers)
    QApplication.sendEvent(view.viewport(), event)


def press(view: TextView, point: QPointF, modifiers=NONE) -> None:
    send(view, QEvent.Type.MouseButtonPress, point, modifiers=modifiers)


def release(view: TextView, point: QPointF) -> None:
    send(view, QEvent.Type.MouseButtonRelease, point)


def test_a_link_is_where_its_characters_are_and_nowhere_else(linked):
    for offset in range(len(TEXT)):
        wanted = URL if LINK.start <= offset < LINK.end else "#77" if LONG.start <= offset < LONG.end else None
        assert linked.page.link_at(middle(linked, offset)) == wanted, offset
    beside = middle(linked, 40)
    assert linked.page.link_at(QPointF(1, beside.y())) is None
    assert linked.page.link_at(QPointF(beside.x(), 5000)) is None


def test_a_link_stands_where_the_conversion_puts_it(shown, parsed, regional):
    at = TEXT.index("公共汽车")
    view = shown(book(parsed, Mark(Span(at, at + 4), MarkKind.LINK, URL)), convert=regional)
    _, layout, _ = next(view.page.lines())
    start = layout.text.index("公車")
    for offset in range(start - 2, start + 4):
        [(_, box)] = layout.rectangles(Span(offset, offset + 1))
        found = view.page.link_at(box.translated(view.page.left, next(view.page.flow.placed()).top).center())
        assert (found == URL) == (start <= offset < start + 2)


def test_a_click_asks(linked, asked):
    press(linked, middle(linked, 5))
    assert asked == []
    release(linked, middle(linked, 5))
    assert asked == [URL]
    # A release alone is no click.
    release(linked, middle(linked, 5))
    assert asked == [URL]


def test_a_click_beside_a_link_asks_for_nothing(linked, asked):
    press(linked, middle(linked, 9))
    release(linked, middle(linked, 9))
    press(linked, middle(linked, 9))
    release(linked, middle(linked, 5))
    assert asked == []


def test_a_drag_selects_and_asks_for_nothing(linked, asked):
    for end in (30, 5):
        press(linked, middle(linked, 5))
        send(linked, QEvent.Type.MouseMove, middle(linked, 30))
        assert linked.selected is not None
        send(linked, QEvent.Type.MouseMove, middle(linked, end))
        release(linked, middle(linked, end))
    assert asked == []


def test_extending_a_selection_asks_for_nothing(linked, asked):
    press(linked, middle(linked, 2))
    release(linked, middle(linked, 2))
    press(linked, middle(linked, 6), SHIFT)
    release(linked, middle(linked, 6))
    assert linked.selected is not None
    assert asked == []


def test_another_document_under_the_mouse_asks_for_nothing(linked, asked, content, parsed):
    press(linked, middle(linked, 5))
    linked.set_content(content(book(parsed, Mark(LINK, MarkKind.LINK, URL))))
    release(linked, middle(linked, 5))
    assert asked == []


def test_the_cursor_shows_a_link(linked):
    shapes = []
    for offset in (3, 5, 6, 9, 25):
        send(linked, QEvent.Type.MouseMove, middle(linked, offset), is_held=False)
        shapes.append(linked.viewport().cursor().shape())
    hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
    assert shapes == [beam, hand, hand, beam, hand]
    linked.set_content(None)
    send(linked, QEvent.Type.MouseMove, QPointF(200, 100), is_held=False)
    assert linked.viewport().cursor().shape() == beam
