from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from reader.model.block import Block
from reader.model.keyword_list import HighlightStyle
from reader.model.position import Position, Range, Span
from reader.view.content import FoundSpan, Highlight
from reader.view.text_view import TextView

TEXT = "　　燈塔還亮著，船在夜裡靠了岸，沒有人出來迎接；只有守塔的老人提著燈。\n　　天亮以前，数据没了。"
SECOND = len(TEXT.split("\n")[0].encode()) + 1
YELLOW, WHITE, BLACK = "#ffff00", "#ffffff", "#000000"


def words(pattern: str, is_current: bool = False):
    def highlights(block: Block) -> tuple[Highlight, ...]:
        return tuple(Highlight(Span(*match.span()), 0, is_current) for match in re.finditer(pattern, block.text))

    return highlights


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def ground(image: QImage, box: QRectF, *colours: str) -> str:
    """Which of some colours is found most often in the middle of a box."""
    inner = box.adjusted(1, box.height() / 3, -1, -box.height() / 3).toRect()
    rows, columns = range(inner.top(), inner.bottom() + 1), range(inner.left(), inner.right() + 1)
    found = [image.pixelColor(x, y) for y in rows for x in columns]
    return max(colours, key=lambda colour: sum(is_near(pixel, QColor(colour)) for pixel in found))


def is_near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 4 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def box(view: TextView, offset: int, block: int = 0) -> QRectF:
    return view.page.rectangle_of(Position(block, offset))


def test_highlights_are_where_the_characters_are(shown):
    view = shown(TEXT, highlights=words("船在|守塔"))
    image = picture(view)
    for offset in range(2, len(TEXT.split("\n")[0])):
        is_coloured = TEXT[offset] in "船在守" or TEXT[offset - 1 : offset + 1] == "守塔"
        assert (ground(image, box(view, offset), WHITE, YELLOW) == YELLOW) == is_coloured, TEXT[offset]


def test_highlights_stand_on_what_is_shown(shown, regional):
    view = shown(TEXT, convert=regional, highlights=words("据没"))
    image = picture(view)
    # 数据没了 is shown as 資料庫沒了, of which the first four characters stand for the coloured ones.
    start = box(view, 7, SECOND)
    boxes = [start.translated(start.width() * place, 0) for place in range(-1, 5)]
    assert [ground(image, one, WHITE, YELLOW) == YELLOW for one in boxes] == [False, True, True, True, True, False]


def test_a_highlight_over_the_end_of_a_line_is_on_both(shown):
    view = shown(TEXT)
    _, layout, line = next(view.page.lines())
    end = layout.position_at(layout.line_span(line).end).offset
    view = shown(TEXT, highlights=words(TEXT[end - 2 : end + 2]))
    image = picture(view)
    boxes = [box(view, end + place) for place in (-3, -2, -1, 0, 1, 2)]
    assert [ground(image, one, WHITE, YELLOW) == YELLOW for one in boxes] == [False, True, True, True, True, False]
    assert boxes[3].left() < boxes[2].left()


def test_the_current_highlight_has_a_ring(shown, colours):
    for is_current in (False, True):
        view = shown(TEXT, highlights=words("船在", is_current))
        around = box(view, 9).united(box(view, 10))
        image = picture(view)
        column = [image.pixelColor(round(around.left()), y) for y in range(round(around.top()), round(around.bottom()))]
        assert any(pixel.red() > 200 and pixel.green() < 90 for pixel in column) == is_current
        row = round(around.center().y())
        assert image.pixelColor(round(around.left()) - 4, row) != QColor(colours.focus)


def test_the_selection_is_laid_over_highlights(shown, colours):
    view = shown(TEXT, highlights=words("船在"))
    view.select(Range(Position(0, 7), Position(0, 9)))
    image = picture(view)
    over, both = blended(WHITE, colours.selection), blended(YELLOW, colours.selection)
    found = [ground(image, box(view, offset), WHITE, YELLOW, over, both) for offset in range(6, 11)]
    assert found == [WHITE, over, both, YELLOW, WHITE]


def test_selected_lines_join_without_a_gap(shown, novel, colours):
    view = shown(novel.replace("\n", "，"))
    view.select_all()
    image = picture(view)
    x = round(view.page.left + 5)
    column = [image.pixelColor(x, y) for y in range(120, 380)]
    assert not any(is_near(pixel, QColor(WHITE)) for pixel in column)
    assert any(is_near(pixel, QColor(blended(WHITE, colours.selection))) for pixel in column)


def blended(under: str, over: str) -> str:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(QColor(under))
    painter = QPainter(image)
    painter.fillRect(0, 0, 1, 1, QColor(over))
    painter.end()
    return image.pixelColor(0, 0).name()


def test_other_colours(shown, colours):
    view = shown(TEXT)
    assert {BLACK, WHITE} <= {picture(view).pixelColor(x, 90).name() for x in range(600)}
    view.set_colours(replace(colours, page="#101010", ink="#d0d0d0"))
    dark = {picture(view).pixelColor(x, 90).name() for x in range(600)}
    assert {"#101010", "#d0d0d0"} <= dark
    assert max(QColor(colour).lightness() for colour in dark) <= 0xD0
    view.set_content(None)
    assert {picture(view).pixelColor(x, 90).name() for x in range(600)} == {"#101010"}


def on_screen(view: TextView) -> QImage:
    """What was painted bit by bit, not again."""
    QApplication.processEvents()
    return view.screen().grabWindow(view.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_scrolled_pixels_are_those_of_a_fresh_picture(shown, novel):
    view = shown(novel, highlights=words("燈塔|夜裡", is_current=True))
    view.select(Range(Position(0, 3), Position(3000, 5)))
    QApplication.processEvents()
    painted = view.viewport().size()
    before = on_screen(view)
    for rows in (1, 36, 60, -13, 333, -200, 7, -61, 399, -399, 500):
        view.scroll_by(rows)
        moved = on_screen(view)
        assert moved.copy(0, 0, painted.width(), painted.height()) == picture(view)
        assert moved != before
        before = moved


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_page_painted_in_strips_is_the_same(shown, novel, colours, scale):
    view = shown(novel, highlights=words("燈塔|夜裡", is_current=True))
    view.scroll_by(350)
    selected = Range(Position(0, 3), Position(3000, 5))

    def painted(height: int) -> QImage:
        image = QImage(round(640 * scale), round(400 * scale), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        for top in range(0, 400, height):
            strip = QRect(0, top, 640, height)
            painter.save()
            painter.setClipRect(strip)
            view.page.paint(painter, strip, selected, colours)
            painter.restore()
        painter.end()
        return image

    whole = painted(400)
    assert whole.pixelColor(0, 0).name() == WHITE
    # Strips of 4 pixels begin at whole device pixels in every scale.
    for height in (4, 20, 36, 100):
        assert painted(height) == whole


def styled(pattern: str, style: HighlightStyle, colour: int = 0):
    def highlights(block: Block) -> tuple[Highlight, ...]:
        return tuple(Highlight(Span(*match.span()), colour, style=style) for match in re.finditer(pattern, block.text))

    return highlights


def pixels(image: QImage, box: QRectF) -> list[tuple[int, int, int]]:
    inner = box.toAlignedRect()
    rows, columns = range(inner.top(), inner.bottom() + 1), range(inner.left() + 1, inner.right())
    return [image.pixelColor(x, y).getRgb()[:3] for y in rows for x in columns]


def count(image: QImage, box: QRectF, colour: str) -> int:
    """How many pixels of a box have a colour, or nearly."""
    wanted = QColor(colour).getRgb()[:3]
    return sum(max(abs(a - b) for a, b in zip(pixel, wanted, strict=True)) < 30 for pixel in pixels(image, box))


def strokes(image: QImage, box: QRectF) -> set[str]:
    """Which inks of the fixture stand in a box: brown is reddest, green greenest, black neither."""
    dark = [pixel for pixel in pixels(image, box) if min(pixel) < 140]
    return {"black" if max(pixel) - min(pixel) < 16 else "brown" if pixel[0] > pixel[1] else "green" for pixel in dark}


def test_coloured_text_has_its_ink_and_no_ground(shown):
    image = picture(view := shown(TEXT, highlights=styled("船在", HighlightStyle.TEXT)))
    line = TEXT.split("\n")[0]
    for offset in range(2, len(line)):
        assert ground(image, box(view, offset), WHITE, YELLOW) == WHITE
        assert strokes(image, box(view, offset)) == {"brown" if line[offset] in "船在" else "black"}, line[offset]


def test_of_two_inks_the_last_is_seen(shown):
    def highlights(block: Block) -> tuple[Highlight, ...]:
        inner = styled("夜裡", HighlightStyle.TEXT, colour=1)(block)
        return (*styled("船在夜裡", HighlightStyle.TEXT)(block), *inner)

    image = picture(view := shown(TEXT, highlights=highlights))
    first = TEXT.index("船")
    found = [strokes(image, box(view, first + offset)) for offset in range(5)]
    assert found == [{"brown"}, {"brown"}, {"green"}, {"green"}, {"black"}]


def test_an_underline_lies_under_the_characters(shown, colours):
    image = picture(view := shown(TEXT, highlights=styled("船在", HighlightStyle.UNDERLINE)))
    character = box(view, TEXT.index("船"))
    assert count(image, character, colours.inks[0]) >= 2 * (int(character.width()) - 2)
    upper = QRectF(character.left(), character.top(), character.width(), character.height() / 2)
    assert count(image, upper, colours.inks[0]) == 0
    assert count(image, box(view, TEXT.index("夜")), colours.inks[0]) == 0


def test_what_was_found_has_a_frame_over_any_highlight(shown, colours):
    def found(block: Block) -> tuple[FoundSpan, ...]:
        return tuple(FoundSpan(Span(*match.span())) for match in re.finditer("船在", block.text))

    view = shown(TEXT, highlights=words("船"), found=found)
    image = picture(view)
    one, other, last = (box(view, TEXT.index(character)) for character in "船在夜")
    assert count(image, other, colours.found) > 10
    assert count(image, last, colours.found) == 0
    # The ground shows the highlight through.
    assert ground(image, one, "#d7d728", WHITE) == "#d7d728"


def test_a_current_match_has_the_ring_that_leads_the_eye(shown, colours):
    def found(block: Block) -> tuple[FoundSpan, ...]:
        return tuple(FoundSpan(Span(*match.span()), is_current=True) for match in re.finditer("船在", block.text))

    view = shown(TEXT, found=found)
    assert count(picture(view), box(view, TEXT.index("船")), colours.focus) > 10
