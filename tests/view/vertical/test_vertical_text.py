"""What is painted: upright what is to be read upright, on its side what is to lie."""

from __future__ import annotations

import base64
import re
import unicodedata
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QPdfWriter

from reader.formats.parsed import Paragraph
from reader.model.block import BlockKind
from reader.model.mark import Mark, MarkKind
from reader.model.position import Position, Span
from reader.view.axes import WritingMode
from reader.view.text_view import TextView


@pytest.fixture
def shown(view: TextView, shown, style):
    view.set_style(replace(style, mode=WritingMode.VERTICAL, font_size=30))
    return shown


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def ink(image: QImage, view: TextView, offset: int, length: int = 1) -> QRect:
    """Where something is painted in the boxes of some characters of the first block."""
    first = view.page.rectangle_of(Position(0, offset))
    last = view.page.rectangle_of(Position(0, offset + length - 1))
    box = first.united(last).toAlignedRect()
    found = [
        (x, y)
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
        if image.pixelColor(x, y).lightness() < 140
    ]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


TEXT = "　　一丨「船」——他說，用Windows寫12頁……"


@pytest.mark.parametrize(
    ("piece", "is_wide"), [("一", True), ("丨", False), ("——", False), ("Windows", False), ("……", False), ("，", None)]
)
def test_pieces_are_painted_as_they_stand(shown, piece, is_wide):
    view = shown(TEXT)
    found = ink(picture(view), view, TEXT.index(piece), len(piece))
    if is_wide is None:
        assert max(found.width(), found.height()) < 15
    else:
        assert (found.width() > 2 * found.height()) is is_wide
        assert (found.height() > 2 * found.width()) is not is_wide


def test_a_dash_is_one_stroke_through_the_middle_of_the_line(shown):
    view = shown(TEXT)
    image = picture(view)
    found = ink(image, view, TEXT.index("——"), 2)
    assert found.height() > 50
    x = found.center().x()
    assert all(image.pixelColor(x, y).lightness() < 200 for y in range(found.top() + 1, found.bottom()))
    han = ink(image, view, TEXT.index("船"))
    assert found.center().x() == pytest.approx(han.center().x(), abs=3)


def test_two_digits_stand_beside_each_other_in_one_cell(shown):
    view = shown(TEXT)
    image = picture(view)
    at = TEXT.index("12")
    found = ink(image, view, at, 2)
    assert 14 < found.height() < 30
    assert 20 < found.width() <= 31


def test_underlines_stand_left_of_the_characters(shown, parsed):
    marks = (Mark(Span(0, 3), MarkKind.UNDERLINE, ""),)
    plain, lined = (shown(parsed(Paragraph("船在岸，", BlockKind.PARAGRAPH, 0, one))) for one in ((), marks))
    assert plain is lined
    found = ink(picture(lined), lined, 0, 3)
    view = shown(parsed(Paragraph("船在岸，", BlockKind.PARAGRAPH, 0, ())))
    without = ink(picture(view), view, 0, 3)
    assert found.left() < without.left() - 1
    assert found.right() <= without.right() + 1


def test_pictures_stand_upright(shown, parsed, encoded, qtbot):
    image = Paragraph("燈塔", BlockKind.IMAGE, 0, (Mark(Span(0, 2), MarkKind.IMAGE, "tower.png"),))
    images = {"tower.png": base64.b64encode(encoded(200, 100)).decode()}
    view = shown(parsed(image, Paragraph("船在岸。"), images=images))
    picture(view)
    qtbot.waitUntil(lambda: not view._pictures._waiting)
    box = view.page.rectangle_of(Position(0, 0))
    assert (box.width(), box.height()) == (200, 100)
    painted = picture(view)
    middle = round(box.center().y())
    assert painted.pixelColor(round(box.left()) + 20, middle).name() == "#d02020"
    assert painted.pixelColor(round(box.right()) - 20, middle).name() == "#2030d0"
    wide = parsed(image, images={"tower.png": base64.b64encode(encoded(3000, 60)).decode()})
    assert shown(wide).page.rectangle_of(Position(0, 0)).width() == view.viewport().width()


def test_a_pdf_reads_in_the_order_of_the_text(shown, tmp_path):
    text = "三月23日，用Windows寫了12頁——「好」！"
    view = shown(text)
    writer = QPdfWriter(str(tmp_path / "page.pdf"))
    painter = QPainter(writer)
    view.page.paint(painter, view.viewport().rect(), None, view._colours)
    painter.end()
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    found = unicodedata.normalize("NFKC", document[0].get_textpage().get_text_range())
    # Dashes are one glyph, and fonts name vertical marks as they like: what tells the order is the rest.
    words = [word for word in re.split(r"[^\w]+", found) if word]
    assert "".join(words) == "三月23日用Windows寫了12頁好"
