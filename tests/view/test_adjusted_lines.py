"""Adjusted lines in use: mouse and keys know nothing of what was squeezed or stretched."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from reader.model.position import Position, Range
from reader.view.text_view import TextView

TEXT = (
    "　　他說：「好。」「是嗎？」（很久）……——用Windows 11打開了3個文件，共50%；"
    "“可是，”她答，「沒有用。」於是兩人沉默了。\n"
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(shown) -> TextView:
    return shown(TEXT)


def edge(view: TextView, offset: int, is_end: bool = False) -> QPointF:
    box = view.page.rectangle_of(Position(0, offset))
    return QPointF(box.right() - 1 if is_end else box.left() + 1, box.center().y())


@pytest.mark.parametrize("words", ["。」「是", "）……——", "用Windows 11打", "3個", "“可是，”", "。」於是"])
def test_a_drag_selects_what_it_goes_over(view, mouse, words: str):
    start = TEXT.index(words)
    mouse.press(edge(view, start))
    mouse.move(edge(view, start + len(words) - 1, is_end=True))
    mouse.release(edge(view, start + len(words) - 1, is_end=True))
    assert view.selected == Range(Position(0, start), Position(0, start + len(words)))
    assert view.selected_text() == words


def test_keys_step_over_marks_one_by_one(view, mouse, qtbot: QtBot):
    start = TEXT.index("。」「")
    mouse.click(edge(view, start))
    for count in (1, 2, 3, 4):
        qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
        assert view.selected == Range(Position(0, start), Position(0, start + count))


def test_a_word_between_han_is_selected_whole(view, mouse):
    start = TEXT.index("Windows")
    mouse.double_click(edge(view, start + 3))
    assert view.selected == Range(Position(0, start), Position(0, start + len("Windows")))


def test_the_text_is_as_it_is_written(view):
    view.select_all()
    assert view.selected_text() == TEXT.strip()


def test_characters_stand_side_by_side_without_seams(view):
    _, layout, _ = next(view.page.lines())
    for line in range(layout.count):
        span = layout.line_span(line)
        boxes = [view.page.rectangle_of(layout.position_at(offset)) for offset in range(span.start, span.end)]
        for one, other in pairwise(boxes):
            assert other.left() == pytest.approx(one.right(), abs=1e-6)
