from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent

from reader.view.wheel import Wheel


@pytest.fixture
def turned(qapp):
    def make(angle: int, pixels: int = 0) -> QWheelEvent:
        return QWheelEvent(
            QPointF(),
            QPointF(),
            QPoint(0, pixels),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )

    return make


def test_a_notch_is_as_many_lines_as_the_system_says(turned):
    lines = QGuiApplication.styleHints().wheelScrollLines()
    assert Wheel().rows(turned(-120), 36) == lines * 36
    assert Wheel().rows(turned(240), 36) == -2 * lines * 36


@pytest.mark.parametrize("angle", [-1, 1, 7, -13])
def test_small_turns_add_up(turned, angle: int):
    wheel = Wheel()
    total = sum(wheel.rows(turned(angle), 35) for _ in range(120))
    assert total == pytest.approx(-angle * QGuiApplication.styleHints().wheelScrollLines() * 35, abs=1)


def test_a_touchpad_gives_pixels(turned):
    assert Wheel().rows(turned(-8, -5), 36) == 5


def test_steps_are_whole_notches(turned):
    wheel = Wheel()
    assert [wheel.steps(turned(40)) for _ in range(7)] == [0, 0, 1, 0, 0, 1, 0]
    assert [wheel.steps(turned(-40)) for _ in range(5)] == [0, 0, 0, -1, 0]
    assert wheel.steps(turned(-360)) == -3
