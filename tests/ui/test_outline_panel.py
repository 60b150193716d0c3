"""The outline in the window: typing filters, clicks and keys lead to a paragraph, and it follows the reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from reader.ui.outline_delegate import CHEVRON
from reader.ui.outline_panel import OutlinePanel
from reader.ui.theme import DARK, LIGHT
from reader.ui.uniform_list import UniformListView

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot):
    made = OutlinePanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.set_text_source(lambda number: f"段落{number}")
    with qtbot.waitExposed(made):
        made.show()
    made.focus_filter()
    return made


@pytest.fixture
def entry(panel):
    return panel.findChild(QLineEdit)


@pytest.fixture
def rows(panel):
    return panel.findChild(UniformListView)


@pytest.fixture
def requested(panel):
    """The paragraphs that were asked for."""
    found: list[int] = []
    panel.paragraph_requested.connect(found.append)
    return found


def shown(rows: UniformListView) -> list[str]:
    return [rows.model().index(row).data() for row in range(rows.model().rowCount())]


def centre(rows: UniformListView, row: int) -> QPoint:
    return rows.visualRect(rows.model().index(row)).center()


def test_typing_filters_after_a_pause(qtbot, panel, entry):
    asked = []
    panel.filter_requested.connect(asked.append)
    with qtbot.waitSignal(panel.filter_requested):
        qtbot.keyClicks(entry, "yi er")
        assert asked == []
    assert asked == ["yi er"]


def test_escape_clears_the_filter(qtbot, panel, entry):
    with qtbot.waitSignal(panel.filter_requested):
        qtbot.keyClicks(entry, "a")
    with qtbot.waitSignal(panel.filter_requested) as asked:
        qtbot.keyClick(entry, Key.Key_Escape)
    assert asked.args == [""]


def test_what_the_filter_found_is_shown(panel, rows, made_outline):
    panel.set_outline(made_outline(6))
    notice = next(label for label in panel.findChildren(QLabel) if label.text() == "No paragraph matches")
    panel.set_filtered((2, 4), is_complete=False)
    assert shown(rows) == ["段落2", "段落4"]
    panel.set_filtered((), is_complete=False)
    assert not notice.isVisible()
    panel.set_filtered((), is_complete=True)
    assert notice.isVisible()
    panel.set_filtered(None, is_complete=True)
    assert not notice.isVisible()
    assert len(shown(rows)) == 6


def test_a_click_leads_to_a_paragraph(qtbot, panel, rows, requested, made_outline):
    panel.set_outline(made_outline(6, [(0, 1)]))
    for row in (3, 0):
        qtbot.mouseClick(rows.viewport(), LEFT, pos=centre(rows, row))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, pos=centre(rows, 2))
    qtbot.mouseClick(rows.viewport(), LEFT, pos=QPoint(50, rows.viewport().height() - 2))
    assert requested == [3, 0]


def test_the_chevron_folds(qtbot, panel, rows, requested, made_outline):
    panel.set_outline(made_outline(1000, [(0, 1), (500, 1)]))
    assert len(shown(rows)) == 2
    at = QPoint(CHEVRON // 2, centre(rows, 1).y())
    qtbot.mouseClick(rows.viewport(), LEFT, pos=at)
    assert len(shown(rows)) == 2 + 499
    qtbot.mouseClick(rows.viewport(), LEFT, pos=at)
    assert len(shown(rows)) == 2
    assert requested == []


def test_where_nothing_folds_there_is_no_chevron(qtbot, panel, rows, requested, made_outline):
    panel.set_outline(made_outline(3, [(0, 1)]))
    qtbot.mouseClick(rows.viewport(), LEFT, pos=QPoint(CHEVRON // 2, centre(rows, 0).y()))
    assert requested == [0]


def test_the_keys_of_the_list(qtbot, panel, entry, rows, requested, made_outline):
    panel.set_outline(made_outline(1000, [(0, 1), (997, 1)]))
    qtbot.keyClick(entry, Key.Key_Down)
    assert rows.hasFocus()
    qtbot.keyClick(rows, Key.Key_Down)
    qtbot.keyClick(rows, Key.Key_Right)
    assert shown(rows)[1:] == ["段落997", "段落998", "段落999"]
    qtbot.keyClick(rows, Key.Key_Down)
    qtbot.keyClick(rows, Key.Key_Return)
    qtbot.keyClick(rows, Key.Key_Up)
    qtbot.keyClick(rows, Key.Key_Left)
    assert shown(rows) == ["段落0", "段落997"]
    qtbot.keyClick(rows, Key.Key_Enter)
    assert requested == [998, 997]


def test_down_from_an_empty_list_stays(qtbot, panel, entry):
    qtbot.keyClick(entry, Key.Key_Down)
    assert entry.hasFocus()


def test_enter_leads_to_what_was_found_first(qtbot, panel, entry, requested, made_outline):
    panel.set_outline(made_outline(9))
    with qtbot.waitSignal(panel.filter_requested):
        qtbot.keyClicks(entry, "a")
    panel.set_filtered((4, 7), is_complete=True)
    qtbot.keyClick(entry, Key.Key_Return)
    assert requested == [4]


def test_enter_without_a_filter_leads_nowhere(qtbot, panel, entry, requested, made_outline):
    panel.set_outline(made_outline(9))
    qtbot.keyClick(entry, Key.Key_Return)
    assert requested == []


@pytest.mark.parametrize("is_paused", [True, False])
def test_enter_waits_for_what_has_not_been_found_yet(qtbot, panel, entry, requested, made_outline, is_paused):
    panel.set_outline(made_outline(9))
    asked = []
    panel.filter_requested.connect(asked.append)
    qtbot.keyClicks(entry, "b")
    if is_paused:
        qtbot.waitUntil(lambda: asked == ["b"])
    qtbot.keyClick(entry, Key.Key_Return)
    assert asked == ["b"]
    assert requested == []
    panel.set_filtered((5, 6), is_complete=False)
    assert requested == [5]
    panel.set_filtered((5, 6, 8), is_complete=True)
    assert requested == [5]


def test_enter_is_forgotten_when_nothing_is_found_or_something_else_is_typed(
    qtbot, panel, entry, requested, made_outline
):
    panel.set_outline(made_outline(9))
    qtbot.keyClicks(entry, "b")
    qtbot.keyClick(entry, Key.Key_Return)
    panel.set_filtered((), is_complete=True)
    panel.set_filtered((3,), is_complete=True)
    qtbot.keyClicks(entry, "c")
    qtbot.keyClick(entry, Key.Key_Return)
    qtbot.keyClicks(entry, "d")
    panel.set_filtered((4,), is_complete=True)
    assert requested == []


def is_in_sight(rows: UniformListView, row: int) -> bool:
    return rows.viewport().rect().contains(rows.visualRect(rows.model().index(row)))


def test_the_reading_position_is_kept_in_sight(panel, rows, made_outline):
    panel.set_outline(made_outline(300))
    for paragraph in (250, 3, 120):
        assert not is_in_sight(rows, paragraph)
        panel.set_current(paragraph)
        assert is_in_sight(rows, paragraph)


def test_the_list_does_not_move_under_the_reader(qtbot, panel, entry, rows, made_outline):
    panel.set_outline(made_outline(300))
    qtbot.keyClick(entry, Key.Key_Down)
    panel.set_current(250)
    assert not is_in_sight(rows, 250)


def test_the_reading_position_is_in_sight_again_after_a_filter(qtbot, panel, rows, made_outline):
    panel.set_outline(made_outline(300))
    panel.set_current(250)
    panel.set_filtered((1, 2), is_complete=True)
    qtbot.waitUntil(lambda: is_in_sight(rows, 1))
    panel.set_filtered(None, is_complete=True)
    assert is_in_sight(rows, 250)


def test_clearing_forgets_the_filter(qtbot, panel, entry, rows, requested, made_outline):
    panel.set_outline(made_outline(9))
    qtbot.keyClicks(entry, "b")
    qtbot.keyClick(entry, Key.Key_Return)
    panel.set_filtered((), is_complete=False)
    with qtbot.assertNotEmitted(panel.filter_requested, wait=250):
        panel.clear()
    assert entry.text() == ""
    assert shown(rows) == []
    panel.set_outline(made_outline(9))
    panel.set_filtered(None, is_complete=True)
    assert requested == []


def test_another_theme(panel, rows, made_outline):
    panel.set_outline(made_outline(5))
    panel.set_current(2)
    before = rows.grab().toImage()
    panel.set_theme(DARK)
    assert rows.grab().toImage() != before
