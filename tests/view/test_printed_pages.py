"""Sheets of paper: the whole text is on them, within the margins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from reader.view.axes import WritingMode
from reader.view.printed_pages import PrintedPages, Sheet, printed_style

SHEET = Sheet(90, 122, 12, 9, "書名")


@pytest.fixture
def printed(opened, content, style, colours, novel):
    def make(sheet: Sheet = SHEET, mode: WritingMode = WritingMode.HORIZONTAL, text: str = novel) -> PrintedPages:
        return PrintedPages(content(opened(text)), replace(style, mode=mode), sheet, colours, None)

    return make


def painted(pages: PrintedPages) -> QImage:
    image = QImage(pages.sheet.size, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    pages.paint_sheet(painter)
    painter.end()
    return image


def is_inked(image: QImage, box: QRect) -> bool:
    return any(
        image.pixelColor(x, y).lightness() < 140
        for x in range(box.left(), box.right(), 2)
        for y in range(box.top(), box.bottom(), 2)
    )


@pytest.mark.parametrize("mode", WritingMode)
def test_the_whole_text_is_printed_in_order(printed, mode):
    pages = printed(mode=mode)
    ends = [pages.start, pages.end]
    while pages.turn():
        assert pages.start == ends[-1]
        assert pages.number == len(ends) - 1
        ends.append(pages.end)
    assert ends[0] == 0
    assert ends[-1] == pages.content.document.size
    assert ends == sorted(set(ends))
    assert pages.turn(is_on=False)
    assert pages.number == len(ends) - 3


@pytest.mark.parametrize("mode", WritingMode)
def test_the_text_keeps_to_its_margins(printed, mode):
    pages = printed(replace(SHEET, header="", has_folio=False), mode)
    pages.turn()
    image = painted(pages)
    width, height, box = image.width(), image.height(), pages.sheet.text_box
    margin = box.left() - 4
    assert is_inked(image, box)
    for outside in (
        QRect(0, 0, width, margin),
        QRect(0, height - margin, width, margin),
        QRect(0, 0, margin, height),
        QRect(width - margin, 0, margin, height),
    ):
        assert not is_inked(image, outside)


def test_the_title_and_the_number_stand_in_the_margins(printed):
    pages = printed()
    image = painted(pages)
    box = pages.sheet.text_box
    assert is_inked(image, QRect(0, 0, image.width(), box.top() - 4))
    below = QRect(0, box.bottom() + 4, image.width(), image.height() - box.bottom() - 4)
    first = image.copy(below)
    assert is_inked(image, below)
    pages.turn()
    assert painted(pages).copy(below) != first


def test_the_typography_is_that_of_the_screen_in_points(style):
    made = printed_style(replace(style, line_height=150, indent=1), Sheet(210, 297, 20, 12))
    assert made.font_size == 50
    assert (made.families, made.line_height, made.indent) == (style.families, 150, 1)


def test_margins_leave_room_for_text(printed):
    assert printed(replace(SHEET, margin=500)).sheet.text_box.width() > 0


def test_pictures_are_as_large_as_on_a_screen_and_fit(opened, content, style, colours):
    from PySide6.QtCore import QSize

    class Sized:
        def size_of(self, name: str) -> QSize:
            return QSize(96, 48) if name == "small" else QSize(9000, 9000)

    pages = PrintedPages(content(opened("字")), style, SHEET, colours, Sized())
    assert pages._picture_size("small") == QSize(300, 150)
    large = pages._picture_size("large")
    assert large.width() <= pages.sheet.text_box.width()
    assert large.height() <= pages.sheet.text_box.height()
