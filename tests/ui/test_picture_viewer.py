"""A picture is looked at as large as the window, and left by any key that one would try."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from reader.convert.conversion import as_written
from reader.formats.parsed import Paragraph, Parsed
from reader.formats.parsed_document import ParsedDocument
from reader.formats.parsed_pictures import with_pictures
from reader.model.block import BlockKind
from reader.model.mark import Mark, MarkKind
from reader.model.position import Span
from reader.search.words import word_at
from reader.ui.picture_viewer import PictureViewer
from reader.ui.theme import LIGHT
from reader.view.content import Content
from reader.view.inline_pictures import Picture
from reader.view.page_style import PageStyle
from reader.view.text_view import TextView

WORDS = "岸上的燈塔"


def held(content: bytes) -> str:
    return base64.b64encode(content).decode()


def saved(width: int, height: int, colour: QColor) -> bytes:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(colour)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "png")
    return bytes(content.data())


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def view(window):
    large = saved(2000, 500, QColor("#d02020"))
    damaged = large[:60] + bytes(len(large) - 60)
    images = {
        "large": held(large),
        "small": held(saved(50, 20, QColor("#2030d0"))),
        "clear": held(saved(300, 300, QColor(0, 0, 0, 0))),
        "damaged": held(damaged),
    }
    paragraphs = [
        Paragraph(WORDS, BlockKind.IMAGE, marks=(Mark(Span(0, len(WORDS)), MarkKind.IMAGE, name),)) for name in images
    ]
    document = ParsedDocument(Path("a.epub"), "epub", with_pictures(Parsed(paragraphs, images=images), images.get))
    made = TextView(PageStyle(("Noto Sans CJK TC",), 20, 180, 20), LIGHT.page, window)
    made.resize(600, 400)
    made.show()
    made.set_content(Content(document, as_written, word_at))
    return made


@pytest.fixture
def viewer(view, window):
    return PictureViewer(view, window)


def painted(viewer: PictureViewer, qtbot) -> QImage:
    viewer.grab()
    qtbot.waitUntil(lambda: not viewer._view.pictures._waiting)
    return viewer.grab().toImage()


def columns_of(image: QImage, name: str, row: int) -> int:
    return sum(image.pixelColor(x, row).name() == name for x in range(image.width()))


def test_a_large_picture_fits_the_window(viewer, window, qtbot):
    viewer.show_picture(Picture("large", WORDS))
    image = painted(viewer, qtbot)
    assert image.size() == window.size()
    assert columns_of(image, "#d02020", 184) == pytest.approx(552, abs=2)
    assert viewer.accessibleName() == WORDS
    window.resize(400, 400)
    qtbot.waitUntil(lambda: viewer.width() == 400)
    assert columns_of(painted(viewer, qtbot), "#d02020", 184) == pytest.approx(352, abs=2)


def test_a_small_picture_keeps_its_pixels(viewer, qtbot):
    viewer.show_picture(Picture("small", ""))
    assert columns_of(painted(viewer, qtbot), "#2030d0", 184) == 50


def test_a_drawing_on_nothing_lies_on_paper(viewer, qtbot):
    viewer.show_picture(Picture("clear", ""))
    assert columns_of(painted(viewer, qtbot), "#ffffff", 184) == 300


@pytest.mark.qt_log_ignore("libpng|QPng", extend=True)
def test_a_damaged_picture_is_a_sentence(viewer, qtbot):
    viewer.show_picture(Picture("damaged", ""))
    image = painted(viewer, qtbot)
    assert columns_of(image, "#d02020", 184) == 0
    assert any(image.pixelColor(x, y).lightness() > 150 for x in range(200, 400) for y in range(180, 220))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space, None])
def test_it_is_left_by_a_key_or_a_click(viewer, view, qtbot, key):
    viewer.show_picture(Picture("large", WORDS))
    assert viewer.isVisible()
    qtbot.keyClick(viewer, Qt.Key.Key_Down)
    assert viewer.isVisible()
    if key is None:
        qtbot.mouseClick(viewer, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(viewer, key)
    assert not viewer.isVisible()
    assert view.top_address() == 0
    assert view.window().focusWidget() is view


def test_another_document_closes_it(viewer):
    viewer.shut()
    viewer.show_picture(Picture("large", ""))
    viewer.shut()
    assert not viewer.isVisible()
