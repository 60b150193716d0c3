"""Pictures on the page: in place from the start, painted when they are there, selected and copied by their words."""

from __future__ import annotations

import base64
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from reader.formats.parsed import OBJECT, Paragraph
from reader.model.block import BlockKind
from reader.model.mark import Mark, MarkKind
from reader.model.position import Position, Range, Span
from reader.view import pictures as pictures_module
from reader.view.inline_pictures import Picture
from reader.view.picture_layout import picture_name
from reader.view.pictures import Pictures
from reader.view.text_view import TextView

RED, BLUE = "#d02020", "#2030d0"
WORDS = "岸上的燈塔"
BEFORE = "船在夜裡靠了岸。"
AT = len(BEFORE) + 1


def is_near(one: QColor, other: str) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one.getRgb(), QColor(other).getRgb(), strict=True))


def picture_of(words: str = WORDS, name: str = "tower.png") -> Paragraph:
    return Paragraph(words, BlockKind.IMAGE, 0, (Mark(Span(0, len(words)), MarkKind.IMAGE, name),))


@pytest.fixture
def book(parsed, encoded):
    """A paragraph, a picture, and paragraphs behind it."""

    def make(content: bytes | None = None, words: str = WORDS):
        held = encoded(200, 100) if content is None else content
        others = [Paragraph(f"{number}、天亮以前。") for number in range(60)]
        images = {"tower.png": base64.b64encode(held).decode()}
        return parsed(Paragraph(BEFORE), picture_of(words), *others, images=images)

    return make


def box(view: TextView):
    return view.page.rectangle_of(Position(AT, 0))


def grabbed(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def painted(view: TextView, qtbot: QtBot) -> QImage:
    """The view when every picture that it wants is there."""
    grabbed(view)
    qtbot.waitUntil(lambda: not view._pictures._waiting)
    return grabbed(view)


def test_a_picture_is_shown_where_it_stands(shown, book, qtbot):
    view = shown(book())
    place = box(view)
    assert (place.width(), place.height()) == (200, 100)
    assert place.center().x() == pytest.approx(view.page.left + view.page._layouts.width / 2, abs=1)
    image = painted(view, qtbot)
    middle = round(place.center().y())
    assert image.pixelColor(round(place.left()) + 20, middle).name() == RED
    assert image.pixelColor(round(place.right()) - 20, middle).name() == BLUE
    assert image.pixelColor(round(place.left()) - 5, middle).name() == "#ffffff"


def test_nothing_moves_when_a_picture_becomes_ready(shown, book, qtbot):
    view = shown(book())
    rows = [top for top, _, _ in view.page.lines()]
    waiting = grabbed(view)
    after = painted(view, qtbot)
    assert [top for top, _, _ in view.page.lines()] == rows
    assert waiting != after
    place = box(view).toRect()
    below = QRect(0, place.bottom() + 1, view.viewport().width(), 100)
    assert waiting.copy(below) == after.copy(below)


def test_a_large_picture_fits_the_column_and_the_viewport(shown, book, encoded):
    wide = shown(book(encoded(3000, 60)))
    width = wide.page._layouts.width
    assert box(wide).width() <= width
    assert box(wide).width() == pytest.approx(width, abs=1)
    high = shown(book(encoded(60, 3000)))
    assert box(high).height() == high.viewport().height()


@pytest.mark.parametrize("held", [b"<svg/>", b"nothing"])
@pytest.mark.parametrize("words", [WORDS, OBJECT])
def test_what_cannot_be_shown_is_a_frame_with_its_words_and_a_note(shown, book, held, words):
    view = shown(book(held, words))
    place = box(view)
    assert 100 < place.width() <= view.page._layouts.width
    first = grabbed(view)
    assert first.copy(place.toRect()) != shown(book(held, "別的字")).viewport().grab().toImage().copy(place.toRect())
    inner = place.toRect().adjusted(3, 3, -3, -3)
    rows, columns = range(inner.top(), inner.bottom()), range(inner.left(), inner.right())
    assert any(first.pixelColor(x, y).lightness() < 200 for x in columns for y in rows)
    assert view.page.picture_at(place.center()) is None


def test_a_picture_in_a_line_takes_the_place_of_a_character(shown, parsed, encoded, qtbot):
    small = base64.b64encode(encoded(40, 40)).decode()
    text = f"船{OBJECT}在夜裡"
    document = parsed(
        Paragraph(text, marks=(Mark(Span(1, 2), MarkKind.IMAGE, "a.png"),)),
        Paragraph("船在夜裡"),
        images={"a.png": small},
    )
    view = shown(document)
    place = view.page.rectangle_of(Position(0, 1))
    assert place.width() == pytest.approx(20, abs=0.5)
    image = painted(view, qtbot)
    middle = round(place.center().y())
    assert is_near(image.pixelColor(round(place.left()) + 4, middle), RED)
    assert is_near(image.pixelColor(round(place.right()) - 4, middle), BLUE)
    assert view.page.picture_at(place.center()) == Picture("a.png", "")
    assert view.page.picture_at(place.center() + QPointF(20, 0)) is None
    view.select(Range(Position(0, 0), Position(0, 3)))
    assert view.selected_text() == text[:3]


def test_a_character_whose_picture_is_lost_is_the_mark_that_printers_set(shown, parsed):
    view = shown(parsed(Paragraph(f"船{OBJECT}夜", marks=(Mark(Span(1, 2), MarkKind.IMAGE, "lost.png"),))))
    place = view.page.rectangle_of(Position(0, 1)).toRect()
    drawn = grabbed(view).copy(place)
    assert any(drawn.pixelColor(x, y).name() != "#ffffff" for x in range(drawn.width()) for y in range(drawn.height()))


def test_a_click_on_a_picture_asks_for_it(shown, book, mouse, qtbot):
    view = shown(book())
    asked = []
    view.picture_requested.connect(asked.append)
    inside = box(view).center()
    mouse.move(inside)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    mouse.click(inside)
    assert asked == [Picture("tower.png", WORDS)]
    mouse.move(QPointF(5, 5))
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    mouse.wait()
    mouse.press(inside)
    mouse.move(inside + QPointF(80, 0))
    mouse.release(inside + QPointF(80, 0))
    assert len(asked) == 1


def test_no_size_is_read_from_a_picture(shown, book, monkeypatch):
    document = book()
    readers: list[threading.Thread] = []
    monkeypatch.setattr(type(document), "image", lambda *_: readers.append(threading.current_thread()))
    assert box(shown(document)).width() == 200
    # What is painted may be read already: not by the thread that lays the page out.
    assert threading.main_thread() not in readers


def test_what_turns_out_to_be_damaged_shows_its_words_in_its_frame(shown, book, qtbot, encoded):
    whole = encoded(200, 100, "png")
    body = whole.index(b"IDAT") + 4
    damaged = whole[:body] + b"\xff" * (len(whole) - body)
    view = shown(book(damaged))
    place = box(view).toRect()
    assert place.size() == QSize(200, 100)
    before = grabbed(view).copy(place)
    after = painted(view, qtbot).copy(place)
    inner = QRect(2, 30, 196, 40)
    assert {before.pixelColor(x, 50).name() for x in range(2, 198)} == {"#ffffff"}
    assert before.copy(inner) != after.copy(inner)


def test_a_picture_is_selected_and_copied_as_its_words(shown, book, qtbot, colours):
    view = shown(book())
    plain = painted(view, qtbot)
    place = box(view)
    left, right = QPointF(place.left() + 5, place.center().y()), QPointF(place.right() - 5, place.center().y())
    assert view.page.position_at(left) == Position(AT, 0)
    assert view.page.position_at(right) == Position(AT, len(WORDS))
    assert view.page.position_at(right, is_on_character=True) == Position(AT, 0)
    view.select(Range(view.page.position_at(left), view.page.position_at(right)))
    assert view.selected_text() == WORDS
    tinted = grabbed(view)
    for x in (round(place.left()) + 5, round(place.right()) - 5):
        assert tinted.pixelColor(x, round(place.center().y())) != plain.pixelColor(x, round(place.center().y()))


def test_a_caret_steps_over_a_picture(shown, book):
    caret = shown(book()).page.caret
    start, end = Position(AT, 0), Position(AT, len(WORDS))
    assert caret.beside(start, is_forward=True) == end
    assert caret.beside(end, is_forward=False) == start
    assert caret.beside(end, is_forward=True) == Position(AT + len(WORDS) + 1, 0)
    assert caret.below(Position(0, 0), 1).block == AT
    assert caret.below(Position(0, 0), 2).block == AT + len(WORDS) + 1


def test_scrolling_over_a_picture_goes_both_ways(shown, book, encoded):
    view = shown(book(encoded(300, 380)))
    flow = view.page.flow
    for rows in (1, 50, 137, 200, -100, 90, -11):
        address = flow.top_address()
        moved = flow.scroll_by(rows)
        assert moved == rows
        assert flow.scroll_by(-rows) == -rows
        assert flow.top_address() == pytest.approx(address)
        flow.scroll_by(rows)
    while flow.turn_page(is_down=True):
        pass
    assert view.page.is_in_sight(Position(view.content.document.size - 2, 0))


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_painted_in_strips_is_the_same(shown, book, colours, qtbot, scale):
    view = shown(book())

    def page(height: int) -> QImage:
        image = QImage(round(640 * scale), round(400 * scale), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        for top in range(0, 400, height):
            painter.save()
            painter.setClipRect(QRect(0, top, 640, height))
            view.page.paint(painter, QRect(0, top, 640, height), None, colours)
            painter.restore()
        painter.end()
        return image

    page(400)
    qtbot.waitUntil(lambda: not view._pictures._waiting)
    whole = page(400)
    place = box(view).center() * scale
    assert whole.pixelColor(round(place.x() - 50 * scale), round(place.y())).name() == RED
    for height in (4, 20, 100):
        assert page(height) == whole


def test_a_drawing_on_nothing_has_paper_behind_it_on_a_dark_page(shown, book, qtbot, colours, saved):
    clear = QImage(80, 80, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    view = shown(book(saved(clear)))
    for page, behind in (("#101010", "#ffffff"), ("#f6ecd8", "#f6ecd8")):
        view.set_colours(replace(colours, page=page))
        image = painted(view, qtbot)
        place = box(view)
        assert image.pixelColor(place.center().toPoint()).name() == behind
        assert image.pixelColor(round(place.left()) - 5, round(place.center().y())).name() == page


def test_only_a_whole_block_is_a_picture(parsed):
    document = parsed(
        picture_of(OBJECT, "a.png"), Paragraph("岸" + OBJECT, marks=(Mark(Span(1, 2), MarkKind.IMAGE, "b"),))
    )
    first = document.block_at(0)
    assert picture_name(first) == "a.png"
    assert picture_name(document.block_after(first)) is None


def test_pixels_are_kept_while_there_is_room(qtbot, parsed, monkeypatch: pytest.MonkeyPatch, encoded):
    monkeypatch.setattr(pictures_module, "_KEPT", 100_000)
    names = [f"{number}.png" for number in range(6)]
    images = {name: base64.b64encode(encoded(100, 100)).decode() for name in names}
    pictures = Pictures(parsed(*(picture_of(name=name) for name in names), images=images))
    for name in names:
        assert pictures.size_of(name) == QSize(100, 100)
        assert pictures.image(name, QSize(100, 100)) is None
        with qtbot.waitSignal(pictures.ready):
            pass
        assert pictures.image(name, QSize(100, 100)).size() == QSize(100, 100)
    assert sum(image.sizeInBytes() for image in pictures._kept.values()) == pictures._bytes <= 100_000
    assert [key[0] for key in pictures._kept] == names[-2:]
    assert pictures.size_of("nothing.png") is None
    pictures.close()


def test_what_was_scrolled_past_is_given_up(qtbot, parsed, monkeypatch: pytest.MonkeyPatch, encoded):
    monkeypatch.setattr(pictures_module, "_WAITING", 2)
    names = [f"{number}.png" for number in range(30)]
    images = {name: base64.b64encode(encoded(40, 40)).decode() for name in names}
    pictures = Pictures(parsed(Paragraph(BEFORE), images=images))
    for name in names:
        pictures.image(name, QSize(20, 20))
        assert len(pictures._waiting) <= 2
    qtbot.waitUntil(lambda: not pictures._waiting)
    assert pictures.image(names[-1], QSize(20, 20)) is not None
    pictures.close()


def test_nothing_is_heard_after_the_end(qtbot, parsed, encoded):
    pictures = Pictures(parsed(Paragraph(BEFORE), images={"a": base64.b64encode(encoded(40, 40)).decode()}))
    pictures.image("a", QSize(20, 20))
    pictures.close()
    with qtbot.assertNotEmitted(pictures.ready, wait=80):
        pass
