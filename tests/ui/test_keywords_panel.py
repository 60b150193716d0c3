"""The panel of the keyword lists, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from reader.formats.registry import open_document
from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList
from reader.state.keyword_places import KeywordPlaces
from reader.state.tasks import TaskRunner
from reader.ui.keyword_delegate import KeywordZone, zone_box
from reader.ui.keyword_list_view import KeywordListView
from reader.ui.keyword_model import KEYWORD_ROLE, KeywordItem
from reader.ui.keywords_panel import KeywordsPanel
from reader.ui.theme import LIGHT

LISTS = (
    KeywordList("", (Keyword("濟南", colour=1), Keyword("临夏", colour=2, is_on=False))),
    KeywordList("人物", (Keyword("劉強"), Keyword("李.默", is_pattern=True)), 3, HighlightStyle.UNDERLINE),
)
TEXT = "濟南的劉強和李海默，济南的刘强和临夏。"


@pytest.fixture
def places(qapp, qtbot, tmp_path):
    runner = TaskRunner()
    path = tmp_path / "book.txt"
    path.write_text(TEXT, encoding="utf-8")
    made = KeywordPlaces(runner)
    made.look_for(LISTS)
    with qtbot.waitSignal(made.counted, check_params_cb=lambda: made.occurrences.is_complete):
        made.look_in(open_document(path))
    yield made
    runner.close()


@pytest.fixture
def panel(qtbot, places):
    made = KeywordsPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.set_lists(LISTS, places, can_limit=True)
    made.show()
    return made


def rows(panel) -> KeywordListView:
    return panel.findChild(KeywordListView)


def item(panel, row: int) -> KeywordItem:
    return rows(panel).model().index(row, 0).data(KEYWORD_ROLE)


def point(panel, row: int, zone: KeywordZone) -> QPoint:
    box = rows(panel).visualRect(rows(panel).model().index(row, 0))
    if zone is KeywordZone.TEXT:
        return box.center() - QPoint(40, 0)
    return zone_box(box, item(panel, row), zone).center()


def click(qtbot, panel, row: int, zone: KeywordZone) -> None:
    qtbot.mouseClick(rows(panel).viewport(), Qt.MouseButton.LeftButton, pos=point(panel, row, zone))


def entry(panel) -> QLineEdit:
    return panel.findChild(QLineEdit)


def test_lists_and_words_are_shown_with_their_counts(panel):
    shown = [item(panel, row) for row in range(6)]
    assert [one.text for one in shown] == ["Single words", "濟南", "临夏", "人物", "劉強", "李.默"]
    assert [one.count for one in shown] == ["2", "2", "", "3", "2", "1"]
    assert [one.colour for one in shown] == [None, 1, 2, 3, 3, 3]
    assert [one.is_on for one in shown] == [True, True, False, True, True, True]
    assert shown[5].note == "Regular expression"
    assert rows(panel).model().rowCount() == 6


def test_the_place_among_the_matches_is_shown(panel, places):
    places.step(-1, is_forward=True)
    panel.show_counts()
    assert item(panel, 1).count == "1/2"


@pytest.mark.parametrize(
    ("row", "zone", "signal", "expected"),
    [
        (1, KeywordZone.NEXT, "step_requested", [range(1), True]),
        (1, KeywordZone.TEXT, "step_requested", [range(1), True]),
        (4, KeywordZone.PREVIOUS, "step_requested", [range(2, 3), False]),
        (3, KeywordZone.NEXT, "step_requested", [range(2, 4), True]),
        (1, KeywordZone.SWITCH, "keyword_requested", [0, 0, Keyword("濟南", colour=1, is_on=False)]),
        (5, KeywordZone.REMOVE, "remove_requested", [1, 1]),
        (3, KeywordZone.REMOVE, "list_remove_requested", [1]),
    ],
)
def test_what_is_clicked_is_asked_for(qtbot, panel, row, zone, signal, expected):
    with qtbot.waitSignal(getattr(panel, signal)) as heard:
        click(qtbot, panel, row, zone)
    assert list(heard.args) == expected


def test_a_list_is_switched_off_as_a_whole(qtbot, panel):
    with qtbot.waitSignal(panel.list_requested) as heard:
        click(qtbot, panel, 3, KeywordZone.SWITCH)
    assert heard.args[0] == 1
    assert not heard.args[1].is_on
    assert heard.args[1].keywords == LISTS[1].keywords


def test_lists_fold(qtbot, panel, places):
    click(qtbot, panel, 0, KeywordZone.CHEVRON)
    assert [item(panel, row).text for row in range(rows(panel).model().rowCount())] == [
        "Single words", "人物", "劉強", "李.默",
    ]  # fmt: skip
    panel.set_lists(LISTS, places, can_limit=True)
    assert rows(panel).model().rowCount() == 4
    qtbot.keyClick(rows(panel), Qt.Key.Key_Right)
    assert rows(panel).model().rowCount() == 6
    qtbot.keyClick(rows(panel), Qt.Key.Key_Left)
    assert rows(panel).model().rowCount() == 4


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "expected"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "step_requested", [range(2, 3), True]),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "step_requested", [range(2, 3), False]),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, "keyword_requested", [1, 0, Keyword("劉強", is_on=False)]),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove_requested", [1, 0]),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "move_requested", [1, 0, 1, 2]),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "move_requested", [1, 0, 0, 2]),
    ],
)
def test_keys_do_what_the_mouse_does(qtbot, panel, key, modifier, signal, expected):
    rows(panel).setCurrentIndex(rows(panel).model().index(4, 0))
    with qtbot.waitSignal(getattr(panel, signal)) as heard:
        qtbot.keyClick(rows(panel), key, modifier)
    assert list(heard.args) == expected


def test_lists_move_by_keys(qtbot, panel):
    rows(panel).setCurrentIndex(rows(panel).model().index(3, 0))
    with qtbot.waitSignal(panel.list_move_requested) as heard:
        qtbot.keyClick(rows(panel), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert heard.args == [1, 0]


def drag(panel, start: QPoint, end: QPoint) -> None:
    """Press, move and release, as far as the window system would tell."""
    view = rows(panel).viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, place, button, buttons in (
        (QMouseEvent.Type.MouseButtonPress, start, left, left),
        (QMouseEvent.Type.MouseMove, (start + end) / 2, none, left),
        (QMouseEvent.Type.MouseMove, end, none, left),
        (QMouseEvent.Type.MouseButtonRelease, end, left, none),
    ):
        point = QPointF(place)
        event = QMouseEvent(
            kind, point, QPointF(view.mapToGlobal(point)), button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(view, event)


def box(panel, row: int):
    return rows(panel).visualRect(rows(panel).model().index(row, 0))


def test_a_word_is_dragged_into_another_list(qtbot, panel):
    with qtbot.waitSignal(panel.move_requested) as heard, qtbot.assertNotEmitted(panel.step_requested):
        drag(panel, point(panel, 1, KeywordZone.TEXT), box(panel, 5).center() - QPoint(0, 4))
    assert heard.args == [0, 0, 1, 1]


def test_a_list_is_dragged_before_another(qtbot, panel):
    with qtbot.waitSignal(panel.list_move_requested) as heard:
        drag(panel, point(panel, 3, KeywordZone.TEXT), box(panel, 0).center() - QPoint(0, 6))
    assert heard.args == [1, 0]


def test_what_is_dropped_where_it_was_stays(qtbot, panel):
    with qtbot.assertNotEmitted(panel.move_requested), qtbot.assertNotEmitted(panel.step_requested):
        drag(panel, point(panel, 4, KeywordZone.TEXT), box(panel, 4).center() + QPoint(30, 9))


def test_typing_adds_to_the_list_that_is_current(qtbot, panel):
    heard = []
    panel.add_requested.connect(lambda *args: heard.append(args))
    entry(panel).setText("  韓偉 ")
    qtbot.keyClick(entry(panel), Qt.Key.Key_Return)
    rows(panel).setCurrentIndex(rows(panel).model().index(4, 0))
    assert "人物" in entry(panel).placeholderText()
    entry(panel).setText("/韓.{1,2}/")
    qtbot.keyClick(entry(panel), Qt.Key.Key_Return)
    entry(panel).setText(" ")
    qtbot.keyClick(entry(panel), Qt.Key.Key_Return)
    assert heard == [("韓偉", None, False), ("韓.{1,2}", 1, True)]


def actions(menu) -> dict[str, QAction]:
    found = {action.text(): action for action in menu.actions()}
    for action in menu.actions():
        if action.menu() is not None:
            found.update({f"{action.text()}/{inner.text()}": inner for inner in action.menu().actions()})
    return found


@pytest.mark.parametrize(
    ("row", "name", "signal", "expected"),
    [
        (4, "Colour/Colour 6", "keyword_requested", [1, 0, Keyword("劉強", colour=5)]),
        (4, "Regular expression", "keyword_requested", [1, 0, Keyword("劉強", is_pattern=True)]),
        (4, "Move to/Single words", "move_requested", [1, 0, 0, 2]),
        (4, "Remove", "remove_requested", [1, 0]),
        (3, "Only for this file", "limit_requested", [1, True]),
        (3, "Rename…", "rename_requested", [1]),
        (3, "Export this list…", "export_requested", [1]),
        (3, "Remove the list", "list_remove_requested", [1]),
    ],
)
def test_the_menus_of_rows(qtbot, panel, row, name, signal, expected):
    menu = panel.row_menu(row)
    with qtbot.waitSignal(getattr(panel, signal)) as heard:
        actions(menu)[name].trigger()
    assert list(heard.args) == expected


@pytest.mark.parametrize(
    ("name", "attribute", "value"),
    [("Style/Colour of the text", "style", HighlightStyle.TEXT), ("Colour/Colour 8", "colour", 7)],
)
def test_the_look_of_a_list(qtbot, panel, name, attribute, value):
    menu = panel.row_menu(3)
    with qtbot.waitSignal(panel.list_requested) as heard:
        actions(menu)[name].trigger()
    assert getattr(heard.args[1], attribute) is value or getattr(heard.args[1], attribute) == value


def test_the_menu_of_a_row_is_opened_there(panel, monkeypatch):
    asked = []
    monkeypatch.setattr(panel, "_popup", lambda menu, point: asked.append(list(actions(menu))))
    place = point(panel, 4, KeywordZone.TEXT)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, rows(panel).viewport().mapToGlobal(place))
    QApplication.sendEvent(rows(panel).viewport(), event)
    assert "Remove" in asked[0]


def test_the_hint_goes_with_the_first_word(panel, places):
    hint = panel.findChild(QLabel)
    assert not hint.isVisible()
    panel.set_lists((), places, can_limit=False)
    assert hint.isVisible()


def test_colours_are_those_of_the_page(panel, theme):
    panel.set_theme(theme)
    image = panel.grab().toImage()
    swatch = zone_box(box(panel, 1), item(panel, 1), KeywordZone.SWATCH).center()
    corner = rows(panel).viewport().mapTo(panel, swatch)
    assert image.pixelColor(corner) == QColor(theme.page.highlights[1])


def test_a_list_of_many_words_costs_no_more(panel, places, qtbot):
    """Ten thousand rows: what is not in sight is not asked for."""
    words = KeywordList("詞", tuple(Keyword(f"詞{number}") for number in range(10_000)))
    asked = []
    panel.set_lists((words,), places, can_limit=False)
    model = rows(panel).model()
    data = model.data
    model.data = lambda index, role: asked.append(index.row()) or data(index, role)
    panel.grab()
    assert model.rowCount() == 10_001
    assert len(set(asked)) < 60


def test_a_drag_at_the_edge_scrolls(panel, places):
    words = KeywordList("詞", tuple(Keyword(f"詞{number}") for number in range(100)))
    panel.set_lists((words,), places, can_limit=False)
    bar = rows(panel).verticalScrollBar()
    assert bar.value() == 0
    height = rows(panel).viewport().height()
    drag(panel, point(panel, 2, KeywordZone.TEXT), QPoint(100, height - 2))
    assert bar.value() > 0
