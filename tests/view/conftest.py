"""What the tests of the view share: documents of our own sentences, a style, and a view on the (absent) screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion, unchanged
from reader.formats.parsed import Paragraph, Parsed
from reader.formats.parsed_document import ParsedDocument
from reader.formats.parsed_pictures import with_pictures
from reader.formats.registry import open_document
from reader.model.block import Block
from reader.model.document import Document
from reader.search.words import word_at
from reader.view.content import Content, FoundSpan, Highlight, no_highlights, nothing_found
from reader.view.layouts import Layouts
from reader.view.page_style import PageColours, PageStyle, em_width
from reader.view.text_view import TextView

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

#: Words that are longer or shorter in the other script, as regional words are.
REGIONAL = {"数据": "資料庫", "程序员": "程式設計師", "公共汽车": "公車", "夜里": "夜裡", "没": "沒"}


class Mouse:
    """Presses and moves on a view, at times of its own so that clicks are told apart as they should be."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._time = 1_000_000

    def send(self, kind: QEvent.Type, point: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
        event = QMouseEvent(kind, point, self._view.viewport().mapToGlobal(point), LEFT, LEFT, modifiers)
        self._time += 50
        event.setTimestamp(self._time)
        QApplication.sendEvent(self._view.viewport(), event)

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.send(QEvent.Type.MouseButtonPress, point, modifiers)

    def move(self, point: QPointF) -> None:
        self.send(QEvent.Type.MouseMove, point)

    def release(self, point: QPointF) -> None:
        self.send(QEvent.Type.MouseButtonRelease, point)

    def click(self, point: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(point, modifiers)
        self.release(point)

    def double_click(self, point: QPointF) -> None:
        self.click(point)
        self.send(QEvent.Type.MouseButtonDblClick, point)
        self.release(point)

    def wait(self) -> None:
        self._time += 10_000


@pytest.fixture(scope="session")
def style(qapp) -> PageStyle:
    return PageStyle(("Noto Serif CJK TC", "Noto Sans CJK TC"), 20, 180, 30)


@pytest.fixture(scope="session")
def colours() -> PageColours:
    return PageColours(
        page="#ffffff",
        ink="#000000",
        secondary="#808080",
        selection="#600000ff",
        focus="#ff0000",
        highlights=("#ffff00", "#00ff00"),
        inks=("#a06000", "#008000"),
        found="#0000ff",
    )


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Document]:
    """Writes a text into a file and opens it."""
    folder = tmp_path_factory.mktemp("books")
    numbers = count()

    def open_text(text: str, encoding: str = "utf-8", mark: bytes = b"") -> Document:
        path = folder / f"{next(numbers)}.txt"
        path.write_bytes(mark + text.encode(encoding))
        return open_document(path, encoding)

    return open_text


@pytest.fixture(scope="session")
def parsed() -> Callable[..., Document]:
    """The document of paragraphs as a format gives them; ``images`` in base64 by name."""

    def make(*paragraphs: Paragraph, **others: object) -> Document:
        held = with_pictures(Parsed(list(paragraphs), **others), lambda name: None)
        return ParsedDocument(Path("book.epub"), "epub", held)

    return make


@pytest.fixture(scope="session")
def regional() -> Callable[[str], Conversion]:
    """A conversion that changes lengths."""
    pattern = re.compile("|".join(REGIONAL))

    def convert(text: str) -> Conversion:
        pieces, lengths, at = [], [], 0
        for match in pattern.finditer(text):
            for word in (text[at : match.start()], match[0]):
                pieces.append(REGIONAL.get(word, word))
                lengths.append((len(word), len(pieces[-1])))
            at = match.end()
        return Conversion(
            "".join([*pieces, text[at:]]), Alignment.of_lengths([*lengths, (len(text) - at, len(text) - at)])
        )

    return convert


@pytest.fixture(scope="session")
def content() -> Callable[..., Content]:
    def make(
        document: Document,
        convert: Callable[[str], Conversion] = unchanged,
        highlights: Callable[[Block], tuple[Highlight, ...]] = no_highlights,
        found: Callable[[Block], tuple[FoundSpan, ...]] = nothing_found,
    ) -> Content:
        return Content(document, lambda block: convert(block.text), word_at, highlights, found)

    return make


@pytest.fixture(scope="session")
def layouts(opened, content, style) -> Callable[..., Layouts]:
    """The layouts of a text in a column of so many em."""

    def make(text: str | Document, em: int = 20, convert: Callable[[str], Conversion] = unchanged) -> Layouts:
        document = opened(text) if isinstance(text, str) else text
        return Layouts(content(document, convert), style, em * em_width(style))

    return make


@pytest.fixture
def view(qtbot: QtBot, style: PageStyle, colours: PageColours) -> TextView:
    """An empty view of 640 by 400 pixels."""
    made = TextView(style, colours)
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    return made


@pytest.fixture
def mouse(view) -> Mouse:
    return Mouse(view)


@pytest.fixture
def shown(view: TextView, opened, content) -> Callable[..., TextView]:
    """The view, with a text in it that has been painted."""

    def show(text: str | Document, **details: object) -> TextView:
        view.set_content(content(opened(text) if isinstance(text, str) else text, **details))
        view.grab()
        return view

    return show


@pytest.fixture(scope="session")
def novel() -> str:
    """Some eight screens of paragraphs, no two of which begin alike."""
    sentence = "船在夜裡靠了岸，沒有人出來迎接；只有燈塔還亮著。"
    return "\n".join(
        f"第{number}章　夜航" if number % 9 == 0 else f"　　{number}、" + sentence * (1 + number % 4)
        for number in range(60)
    )


@pytest.fixture(scope="session")
def saved(qapp) -> Callable[..., bytes]:
    """An image as a file would hold it."""

    def save(image: QImage, format_name: str = "png") -> bytes:
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert image.save(buffer, format_name)
        return bytes(content.data())

    return save


@pytest.fixture(scope="session")
def encoded(saved) -> Callable[..., bytes]:
    """A picture whose left half is red and whose right half is blue."""

    def encode(width: int, height: int, format_name: str = "png") -> bytes:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("#2030d0"))
        for x in range(width // 2):
            for y in range(height):
                image.setPixelColor(x, y, QColor("#d02020"))
        return saved(image, format_name)

    return encode
