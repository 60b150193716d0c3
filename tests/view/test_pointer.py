from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from reader.model.position import Position, Range
from reader.view.axes import Axes, WritingMode
from reader.view.pointer import Grain, Pointer
from reader.view.selection import Selection

#: Characters stand 10 pixels apart; words have 4 of them.
CHARACTER, WORD = 10, 4
AXES = Axes(WritingMode.HORIZONTAL, 200, 100)


def place(point: QPointF) -> Position:
    return Position(0, max(0, round(point.x() / CHARACTER)))


def word(point: QPointF, grain: Grain) -> Range:
    start = place(point).offset // WORD * WORD
    return Range(Position(0, start), Position(0, start + WORD))


@pytest.fixture
def pointer(qapp) -> Pointer:
    made = Pointer(place, word)
    made.selections = []
    made.selected.connect(made.selections.append)
    return made


def offsets(selection: Selection) -> tuple[int, int]:
    return selection.anchor.offset, selection.cursor.offset


def test_a_drag_goes_from_the_press_to_the_mouse(pointer):
    pointer.press(QPointF(50, 5), Grain.CHARACTER)
    pointer.move(QPointF(90, 5), 0)
    pointer.move(QPointF(10, 5), 0)
    assert [offsets(selection) for selection in pointer.selections] == [(5, 5), (5, 9), (5, 1)]
    pointer.release()
    assert not pointer.is_dragging
    pointer.move(QPointF(70, 5), 0)
    assert len(pointer.selections) == 3


def test_a_drag_by_words_always_holds_the_first(pointer):
    pointer.press(QPointF(50, 5), Grain.WORD)
    pointer.move(QPointF(130, 5), 0)
    pointer.move(QPointF(10, 5), 0)
    pointer.move(QPointF(60, 5), 0)
    assert [offsets(selection) for selection in pointer.selections] == [(4, 8), (4, 16), (8, 0), (4, 8)]


def test_a_press_can_go_on_with_a_selection(pointer):
    pointer.press(QPointF(50, 5), Grain.CHARACTER, Selection(Position(0, 2), Position(0, 3)))
    assert offsets(pointer.selections[-1]) == (2, 5)


@pytest.mark.parametrize(("y", "sign"), [(101, 1), (180, 1), (900, 1), (-1, -1), (-80, -1)])
def test_beyond_an_edge_it_scrolls_the_faster_the_farther(pointer, qtbot, y, sign):
    pointer.press(QPointF(50, 50), Grain.CHARACTER)
    with qtbot.waitSignal(pointer.scroll_wanted) as wanted:
        pointer.move(QPointF(70, y), AXES.beyond(QPointF(70, y)))
    distance = y - 100 if sign > 0 else -y
    assert wanted.args[0] * sign >= max(1, distance * 0.3)
    assert wanted.args[0] * sign <= distance
    pointer.release()
    with qtbot.assertNotEmitted(pointer.scroll_wanted, wait=70):
        pass


def test_back_within_the_edges_it_rests(pointer, qtbot):
    pointer.press(QPointF(50, 50), Grain.CHARACTER)
    pointer.move(QPointF(50, 150), 50)
    pointer.move(QPointF(50, 50), 0)
    with qtbot.assertNotEmitted(pointer.scroll_wanted, wait=70):
        pass
