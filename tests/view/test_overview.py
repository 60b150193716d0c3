from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.view.axes import WritingMode
from reader.view.overview import OverviewStrip


@pytest.fixture
def strip(qtbot) -> OverviewStrip:
    made = OverviewStrip()
    qtbot.addWidget(made)
    made.resize(14, 200)
    made.set_colours("#ffffff", "#000000", "#0000ff")
    made.show()
    return made


def colours_at(strip: OverviewStrip, *rows: int) -> list[str]:
    image = strip.grab().toImage()
    return [image.pixelColor(7, row).name() for row in rows]


def test_marks_stand_at_their_rows(strip):
    strip.set_ticks(lambda rows: [(10, "#ff0000"), (rows - 1, "#0000ff")])
    assert colours_at(strip, 9, 10, 12, 13, 196, 197, 199) == [
        "#ffffff",
        "#ff0000",
        "#ff0000",
        "#ffffff",
        "#ffffff",
        "#0000ff",
        "#0000ff",
    ]


def test_marks_are_asked_for_once_for_a_height(strip):
    asked: list[int] = []
    strip.set_ticks(lambda rows: asked.append(rows) or [])
    strip.grab()
    strip.grab()
    assert asked == [200]
    strip.resize(14, 300)
    strip.grab()
    assert asked == [200, 300]


def test_the_stretch_in_sight(strip):
    strip.set_window(0.5, 0.6)
    ground = QColor(colours_at(strip, 105)[0])
    assert 200 < ground.lightness() < 230
    assert colours_at(strip, 99, 100, 119, 120) == ["#ffffff", ground.name(), ground.name(), "#ffffff"]
    strip.set_window(1.0, 1.0)
    assert colours_at(strip, 196, 197, 199) == ["#ffffff", ground.name(), ground.name()]


def test_nothing_is_in_sight_while_nothing_is_shown(strip):
    assert colours_at(strip, 0, 2, 100) == ["#ffffff"] * 3


def mouse(kind: QEvent.Type, y: float, button: Qt.MouseButton) -> QMouseEvent:
    point = QPointF(7, y)
    return QMouseEvent(kind, point, point, button, button, Qt.KeyboardModifier.NoModifier)


def test_a_click_and_a_drag_ask_for_a_share(strip):
    asked: list[float] = []
    strip.share_requested.connect(asked.append)
    QApplication.sendEvent(strip, mouse(QEvent.Type.MouseButtonPress, 50, Qt.MouseButton.LeftButton))
    QApplication.sendEvent(strip, mouse(QEvent.Type.MouseMove, 150, Qt.MouseButton.LeftButton))
    QApplication.sendEvent(strip, mouse(QEvent.Type.MouseMove, 900, Qt.MouseButton.LeftButton))
    QApplication.sendEvent(strip, mouse(QEvent.Type.MouseMove, -9, Qt.MouseButton.LeftButton))
    QApplication.sendEvent(strip, mouse(QEvent.Type.MouseButtonPress, 20, Qt.MouseButton.RightButton))
    assert asked == [0.25, 0.75, 1.0, 0.0]


def test_under_a_vertical_page_it_runs_from_right_to_left(strip):
    strip.set_mode(WritingMode.VERTICAL)
    assert strip.sizeHint().height() == 14
    strip.resize(200, 14)
    asked: list[int] = []
    strip.set_ticks(lambda rows: asked.append(rows) or [(10, "#ff0000")])
    image = strip.grab().toImage()
    assert asked == [200]
    assert [image.pixelColor(x, 7).name() for x in (190, 189, 187, 186)] == ["#ffffff", "#ff0000", "#ff0000", "#ffffff"]
    shares: list[float] = []
    strip.share_requested.connect(shares.append)
    for x in (150, 50, -9):
        point = QPointF(x, 7)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(strip, QMouseEvent(QEvent.Type.MouseButtonPress, point, point, left, left, none))
    assert shares == [0.25, 0.75, 1.0]
