from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent

from reader.view.axes import Axes, WritingMode
from reader.view.wheel import Wheel

HORIZONTAL = Axes(WritingMode.HORIZONTAL, 640, 400)
VERTICAL = Axes(WritingMode.VERTICAL, 640, 400)


@pytest.fixture
def turned(qapp):
    def make(angle: int, pixels: int = 0, sideways: int = 0, sideways_pixels: int = 0) -> QWheelEvent:
        return QWheelEvent(
            QPointF(),
            QPointF(),
            QPoint(sideways_pixels, pixels),
            QPoint(sideways, angle),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )

    return make


@pytest.mark.parametrize("axes", [HORIZONTAL, VERTICAL])
def test_a_notch_is_as_many_lines_as_the_system_says(turned, axes):
    lines = QGuiApplication.styleHints().wheelScrollLines()
    assert Wheel().rows(turned(-120), 36, axes) == lines * 36
    assert Wheel().rows(turned(240), 36, axes) == -2 * lines * 36


@pytest.mark.parametrize("axes", [HORIZONTAL, VERTICAL])
@pytest.mark.parametrize("angle", [-1, 1, 7, -13])
def test_small_turns_add_up(turned, axes, angle: int):
    wheel = Wheel()
    total = sum(wheel.rows(turned(angle), 35, axes) for _ in range(120))
    assert total == pytest.approx(-angle * QGuiApplication.styleHints().wheelScrollLines() * 35, abs=1)


@pytest.mark.parametrize("axes", [HORIZONTAL, VERTICAL])
def test_a_touchpad_gives_pixels(turned, axes):
    assert Wheel().rows(turned(-8, -5), 36, axes) == 5


def test_sideways_follows_the_fingers_in_vertical_writing_alone(turned):
    assert Wheel().rows(turned(2, 1, 8, 7), 36, VERTICAL) == 7
    assert Wheel().rows(turned(-2, -1, -8, -7), 36, VERTICAL) == -7
    assert Wheel().rows(turned(2, -9, 8, 7), 36, VERTICAL) == 9
    assert Wheel().rows(turned(0, 0, 8, 7), 36, HORIZONTAL) == 0
    lines = QGuiApplication.styleHints().wheelScrollLines()
    assert Wheel().rows(turned(0, 0, 120), 36, VERTICAL) == lines * 36
    assert Wheel().rows(turned(0, 0, 120), 36, HORIZONTAL) == 0


def test_steps_are_whole_notches(turned):
    wheel = Wheel()
    assert [wheel.steps(turned(40)) for _ in range(7)] == [0, 0, 1, 0, 0, 1, 0]
    assert [wheel.steps(turned(-40)) for _ in range(5)] == [0, 0, 0, -1, 0]
    assert wheel.steps(turned(-360)) == -3
