"""What a character is that is not drawn, is told where the mouse rests on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from reader.convert.conversion import Conversion, unchanged
from reader.formats.registry import open_document
from reader.model.position import Position, Span
from reader.ui.odd_character_tips import OddCharacterTips
from reader.ui.theme import LIGHT
from reader.view.content import Content
from reader.view.page_style import PageStyle
from reader.view.text_view import TextView

TEXT = "　　船\U0003fffd夜\u200b風\x07岸。"


@pytest.fixture
def told(monkeypatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, __: found.append(text))
    return found


@pytest.fixture
def view(qtbot, tmp_path: Path) -> TextView:
    path = tmp_path / "odd.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = open_document(path, "utf-8")

    def convert(block) -> Conversion:
        return unchanged(block.text)

    made = TextView(PageStyle(("Noto Serif CJK TC",), 20, 180, 30), LIGHT.page)
    qtbot.addWidget(made)
    OddCharacterTips(made)
    made.resize(640, 400)
    made.show()
    made.set_content(Content(document, convert, lambda _, at: Span(at, at)))
    made.grab()
    return made


def rest(view: TextView, point: QPointF) -> None:
    at = point.toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [(3, "U+3FFFD: no font here has this character"), (7, "U+0007"), (2, None), (4, None), (8, None)],
)
def test_what_takes_room_is_told_on_it(view, told, offset: int, sentence: str | None):
    rest(view, view.page.rectangle_of(Position(0, offset)).center())
    assert told == ([sentence] if sentence else [])


def test_what_takes_none_is_told_beside_it(view, told):
    rest(view, view.page.rectangle_of(Position(0, 6)).center() - QPointF(9, 0))
    assert told == ["U+200B ZERO WIDTH SPACE"]


def test_nothing_is_told_below_the_text(view, told):
    rest(view, QPointF(QPoint(320, 390)))
    assert told == []
