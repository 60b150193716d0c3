"""The panel of hits: what was found in words, and the way from a row to the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from reader.formats.registry import open_document
from reader.model.position import Span
from reader.model.query import Query, Tier
from reader.search.results import excerpt_at
from reader.state.search import Search
from reader.state.tasks import TaskRunner
from reader.ui.result_model import RESULT_ROLE, ResultItem, ShownExcerpt
from reader.ui.results_panel import ResultsPanel
from reader.ui.search_options import SearchOptions
from reader.ui.theme import LIGHT
from reader.ui.uniform_list import UniformListView

TEXT = "第一章　開始\n" + "他在濟南。\n" * 3 + "第二章　後來\n" + "他離開济南，到臨夏去。\n" * 2


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "book.txt"
    path.write_text(TEXT, encoding="utf-8")
    return open_document(path)


@pytest.fixture
def outline(document):
    *_, last = document.outlines()
    return last


@pytest.fixture
def search(qapp, document):
    runner = TaskRunner()
    made = Search(lambda clause: clause, runner)
    made.look_in(document)
    yield made
    runner.close()


@pytest.fixture
def panel(qtbot, document, outline):
    made = ResultsPanel(SearchOptions(), LIGHT)
    qtbot.addWidget(made)
    made.resize(260, 600)
    made.show()

    def excerpt_of(hit):
        excerpt = excerpt_at(document, hit)
        return ShownExcerpt(excerpt.text, excerpt.match)

    made.set_sources(excerpt_of, lambda index: outline.headings[index].text)
    return made


@pytest.fixture
def found(qtbot, panel, search, outline):
    def find(query: str | Query):
        search.ask(Query(query) if isinstance(query, str) else query)
        qtbot.waitUntil(lambda: search.results.is_complete or search.error is not None)
        panel.show_search(search, outline)

    return find


def rows(panel) -> list[ResultItem]:
    model = hits(panel).model()
    return [model.index(row, 0).data(RESULT_ROLE) for row in range(model.rowCount())]


def hits(panel) -> UniformListView:
    return panel.findChild(UniformListView)


def summary(panel) -> str:
    return panel.findChild(QLabel).text()


def button(panel, text: str) -> QToolButton:
    return next(found for found in panel.findChildren(QToolButton) if found.text() == text)


def click(qtbot, panel, row: int) -> None:
    view = hits(panel)
    point = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_hits_stand_under_their_chapters_with_their_paragraphs(panel, found):
    found("濟南")
    shown = rows(panel)
    assert [(item.text, item.count) for item in shown if item.count is not None] == [
        ("第一章　開始", 3),
        ("第二章　後來", 2),
    ]
    assert [item.paragraph for item in shown if item.count is None] == [1, 2, 3, 5, 6]
    assert [item.tier for item in shown if item.count is None] == [Tier.EXACT] * 3 + [Tier.SCRIPT] * 2
    assert {item.text[item.match.start : item.match.end] for item in shown if item.count is None} == {"濟南", "济南"}
    assert summary(panel) == "5 hits in 2 chapters"


def test_the_nearest_first(qtbot, panel, found):
    found("济南")
    button(panel, "Nearest first").click()
    assert [item.text for item in rows(panel) if item.count is not None] == ["As typed", "Other script"]
    heard = []
    panel.hit_requested.connect(heard.append)
    click(qtbot, panel, 1)
    assert heard == [3]


def test_a_click_goes_to_the_hit_and_a_chapter_to_its_first(qtbot, panel, found):
    found("濟南")
    heard = []
    panel.hit_requested.connect(heard.append)
    for row in (2, 4):
        click(qtbot, panel, row)
    assert heard == [1, 3]


def test_arrow_keys_go_from_hit_to_hit(qtbot, panel, found):
    found("濟南")
    heard = []
    panel.hit_requested.connect(heard.append)
    panel.focus_list()
    qtbot.keyClick(hits(panel), Qt.Key.Key_Down)
    qtbot.keyClick(hits(panel), Qt.Key.Key_Down)
    assert heard[-2:] == [0, 1]
    with qtbot.waitSignal(panel.text_requested):
        qtbot.keyClick(hits(panel), Qt.Key.Key_Return)


def test_the_current_hit_is_marked_without_going_there_again(qtbot, panel, found, search):
    found("濟南")
    with qtbot.assertNotEmitted(panel.hit_requested):
        search.go_to(3)
        panel.show_current(search.current)
    assert hits(panel).currentIndex().row() == 5


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query("北京"), "Not found. Other words, or fewer of them, may be."),
        (Query("臨夏"), "2 hits"),
        (Query("(", is_pattern=True), "This is no regular expression"),
        (Query("a{5000}{5000}", is_pattern=True), "This regular expression is too large"),
    ],
)
def test_what_was_found_is_said_in_words(panel, found, query, said):
    found(query)
    assert summary(panel).startswith(said)


def test_what_cannot_be_coloured_is_not_offered(panel, found):
    found(Query("(", is_pattern=True))
    assert not button(panel, "Colour this").isEnabled()
    found("濟南")
    assert button(panel, "Colour this").isEnabled()


def test_rows_are_drawn(qtbot, panel, found):
    """With the hit set off, and nothing where no row is."""
    found("濟南")
    panel.grab()
    qtbot.waitUntil(lambda: not hits(panel).model()._rest.isActive())
    image = panel.grab().toImage()
    view = hits(panel)
    box = view.visualRect(view.model().index(1, 0)).translated(view.pos())
    colours = {image.pixelColor(x, y).name() for x in range(box.left(), box.right()) for y in (box.center().y() - 6,)}
    assert len(colours) > 3


def test_a_screen_of_hits_is_painted_some_rows_at_a_time(qtbot, panel, search, tmp_path):
    path = tmp_path / "many.txt"
    path.write_text("他在濟南。\n" * 40, encoding="utf-8")
    document = open_document(path)
    made = []

    def excerpt_of(hit):
        made.append(hit.start)
        return ShownExcerpt("在濟南", Span(1, 3))

    panel.set_sources(excerpt_of, str)
    search.look_in(document)
    search.ask(Query("濟南"))
    qtbot.waitUntil(lambda: search.results.is_complete)
    panel.show_search(search, next(iter(document.outlines())))
    hits(panel).viewport().repaint()
    assert made == []
    hits(panel).model()._go_on()
    hits(panel).viewport().repaint()
    assert len(made) == 3
    in_sight = len(hits(panel).rows_in_sight())
    assert in_sight > 10
    qtbot.waitUntil(lambda: len(made) == in_sight)


def test_rows_that_were_seen_stay_while_more_is_found(qtbot, panel, tmp_path, search):
    """A growing list does not make the rows in sight anew, and in the end it shows all that was found."""
    path = tmp_path / "long.txt"
    path.write_text("第一章　開始\n" + "他在濟南。\n" * 30_000 + "第二章　後來\n" + "濟南。\n" * 10, encoding="utf-8")
    document = open_document(path)
    *_, outline = document.outlines()
    resets = []
    model = hits(panel).model()
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    search.found.connect(lambda: panel.show_search(search, outline))
    search.changed.connect(lambda: panel.show_search(search, outline))
    search._telling.setInterval(0)
    search.look_in(document)
    search.ask(Query("濟南"))
    qtbot.waitUntil(lambda: search.results.is_complete)
    panel.show_search(search, outline)
    assert model.rowCount() == 30_010 + 2
    assert [item.count for item in (rows(panel)[0], rows(panel)[30_001])] == [30_000, 10]
    assert rows(panel)[-1].paragraph == 30_011
    # Once for the question, and once where a second chapter makes lines between necessary.
    assert len(set(resets)) <= 3
