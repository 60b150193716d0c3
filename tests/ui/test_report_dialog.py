"""The report beside the text: what it shows, and where a click leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from reader.model.position import Span
from reader.model.report import PLOT_PARTS, Report, ReportPlace, Together, WordReport
from reader.ui.report_dialog import ReportDialog
from reader.ui.report_rows import WORD_ROLE
from reader.ui.result_model import RESULT_ROLE
from reader.ui.theme import LIGHT
from reader.ui.uniform_list import UniformListView
from reader.ui.word_delegate import plot_box, share_at

FIRST = ReportPlace(12, 3, "…刘强在湖邊的村子", Span(4, 6))
LAST = ReportPlace(900, 40, "湖邊", Span(0, 2))
PLOT = (1, *[0] * (PLOT_PARTS - 2), 4)
REPORT = Report(
    "故事",
    41,
    ("", "第一章", "第二章"),
    (
        WordReport("地名", "湖邊", 5, (2, 0, 3), FIRST, LAST, (FIRST,), PLOT),
        WordReport("人物", "刘强", 9, (9, 0, 0), FIRST, FIRST, (FIRST,), PLOT),
    ),
    (Together("湖邊", "刘强", 2),),
)


@pytest.fixture
def dialog(qtbot):
    made = ReportDialog(LIGHT, lambda word: 3, lambda text: text.replace("刘强", "劉強"))
    qtbot.addWidget(made)
    made.show()
    return made


def view(dialog, name: str) -> UniformListView:
    return next(one for one in dialog.findChildren(UniformListView) if one.accessibleName() == name)


def items(dialog, name: str):
    model = view(dialog, name).model()
    return [model.index(row, 0).data(RESULT_ROLE) for row in range(model.rowCount())]


def words(dialog) -> list[str]:
    model = view(dialog, "Words").model()
    return [model.index(row, 0).data(WORD_ROLE).text for row in range(model.rowCount())]


def test_it_tells_how_far_it_is(dialog):
    dialog.show_progress(0.3)
    assert dialog.findChild(QLabel).text() == "Reading the text…"
    assert not next(one for one in dialog.findChildren(QPushButton) if one.text() == "Export…").isEnabled()
    dialog.show_report(REPORT)
    assert dialog.findChild(QLabel).text() == "“故事”: 2 words, 14 places in 41 paragraphs"


def test_words_come_in_order_or_the_most_frequent_first(dialog):
    dialog.show_report(REPORT)
    assert words(dialog) == ["湖邊", "刘强"]
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Most frequent first").click()
    assert words(dialog) == ["刘强", "湖邊"]


def test_the_places_of_a_word_with_the_last_one(dialog):
    dialog.show_report(REPORT)
    found = items(dialog, "Places")
    assert [item.text for item in found] == ["…劉強在湖邊的村子", "湖邊"]
    assert [item.text[item.match.start : item.match.end] for item in found] == ["湖邊", "湖邊"]
    assert [item.paragraph for item in found] == [3, 40]
    assert [(item.text, item.count) for item in items(dialog, "Chapters")] == [
        ("Before the first heading", 2),
        ("第二章", 3),
    ]
    assert [(item.text, item.count) for item in items(dialog, "Together")] == [("湖邊 ＋ 劉強", 2)]


def test_another_word_is_shown_when_it_is_chosen(dialog):
    dialog.show_report(REPORT)
    view(dialog, "Words").setCurrentIndex(view(dialog, "Words").model().index(1, 0))
    assert [item.text for item in items(dialog, "Places")] == ["…劉強在湖邊的村子"]


def test_a_click_on_a_place_leads_there(qtbot, dialog):
    dialog.show_report(REPORT)
    places = view(dialog, "Places")
    with qtbot.waitSignal(dialog.address_requested) as heard:
        box = places.visualRect(places.model().index(1, 0))
        qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert heard.args == [900]


def test_a_click_on_the_strip_leads_to_its_share(qtbot, dialog):
    dialog.show_report(REPORT)
    rows = view(dialog, "Words")
    box = rows.visualRect(rows.model().index(0, 0))
    strip = plot_box(box)
    with qtbot.waitSignal(dialog.share_requested) as heard:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=strip.center())
    assert heard.args[0] == pytest.approx(0.5, abs=0.02)
    assert share_at(box, QPoint(2, strip.center().y())) is None


def test_the_strip_is_drawn_in_the_colour_of_the_word(dialog):
    dialog.show_report(REPORT)
    rows = view(dialog, "Words")
    strip = plot_box(rows.visualRect(rows.model().index(0, 0)))
    image = rows.viewport().grab().toImage()
    y = strip.center().y()
    assert image.pixelColor(strip.right() - 2, y).name() == LIGHT.page.inks[3]
    assert image.pixelColor(strip.center()).name() != LIGHT.page.inks[3]


def test_without_words_it_says_what_to_do(dialog):
    dialog.show_report(Report("故事", 41, ("",), (), ()))
    assert dialog.findChild(QLabel).text().startswith("No word is coloured.")
    assert items(dialog, "Places") == []
