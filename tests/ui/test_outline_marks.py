"""What the outline says of its rows: what paragraphs are about, which words are coloured there, and what was found."""

from __future__ import annotations

import pytest

from reader.convert.rendition import Converters
from reader.model.keyword_list import Keyword, KeywordList
from reader.model.query import Query
from reader.model.script import Script
from reader.state.keyword_places import KeywordPlaces
from reader.state.search import Search
from reader.state.session import Session
from reader.state.tasks import TaskRunner
from reader.state.vocabulary import Vocabulary
from reader.store.store import Store
from reader.ui.outline_delegate import OutlineDelegate
from reader.ui.outline_labels import OutlineLabels
from reader.ui.outline_marks import NO_MARKS, OutlineMarks, marks_between
from reader.ui.outline_model import ITEM_ROLE, OutlineModel
from reader.ui.theme import LIGHT
from reader.ui.uniform_list import UniformListView

TEXT = (
    "第一章　开始\n　　三月二十三日上午，刘强率领代表团来到临夏考察东西部协作工作，随后出席了会议。\n"
    "　　刘强在会上说，去年以来，两地的协作取得了积极的成效，今后还要更进一步。\n第二章　后来\n　　没有人来。\n"
)


@pytest.fixture
def runner(qapp):
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture
def session(qtbot, runner, tmp_path):
    store = Store(None)
    made = Session(store.library, Converters(), Vocabulary(store.own_words), runner, tmp_path / "own")
    path = tmp_path / "book.txt"
    path.write_text(TEXT, encoding="utf-8")
    with qtbot.waitSignal(made.opened):
        made.open(path)
    qtbot.waitUntil(lambda: made.outline.is_complete)
    yield made
    made.close()
    store.close()


@pytest.fixture
def counted(qtbot, runner, session):
    """The places of some words and of a search, counted to the end."""
    places, search = KeywordPlaces(runner), Search(lambda clause: clause, runner)
    words = (Keyword("刘强", colour=2), Keyword("协作", colour=5))
    places.look_for([KeywordList("", words)])
    search.ask(Query("会"))
    for one in (places, search):
        one.look_in(session.document)
    qtbot.waitUntil(lambda: places.occurrences.is_complete and search.results.is_complete)
    return places, search


def test_a_paragraph_is_labelled_by_what_it_says(qtbot, session):
    labels = OutlineLabels(session)
    assert labels.label(0) == "第一章　开始"
    assert labels.label(1).startswith("刘强率领代表团来到临夏考察")
    assert labels.label(2).startswith("刘强：")
    assert labels.label(99) == ""
    with qtbot.waitSignal(session.rendition_changed):
        session.show_in(Script.TRADITIONAL, has_regional_words=False)
    labels.forget()
    assert labels.label(1).startswith("劉強率領代表團來到臨夏考察")


def test_words_and_hits_are_counted_between_two_addresses(session, counted):
    starts, size = session.outline.starts, session.document.size
    assert marks_between(*counted, starts[1], starts[2]) == OutlineMarks(2, 1, ((2, 0.5), (5, 0.5)))
    assert marks_between(*counted, starts[0], starts[3]).words == 4
    assert marks_between(*counted, starts[3], size) == NO_MARKS


def test_a_heading_counts_its_chapter(session, counted):
    model = OutlineModel()
    size = session.document.size
    model.set_marks_source(lambda start, end: marks_between(*counted, start, size if end is None else end))
    model.set_outline(session.outline)
    marks = [model.index(row).data(ITEM_ROLE).marks for row in range(model.rowCount())]
    assert [one.words for one in marks] == [4, 2, 2, 0, 0]
    assert [one.hits for one in marks] == [2, 1, 1, 0, 0]


def test_bars_are_drawn_in_the_colours_of_the_words(qtbot, session, counted):
    model, view = OutlineModel(), UniformListView()
    qtbot.addWidget(view)
    size = session.document.size
    model.set_marks_source(lambda start, end: marks_between(*counted, start, size if end is None else end))
    model.set_outline(session.outline)
    view.setModel(model)
    view.setItemDelegate(OutlineDelegate(LIGHT))
    view.resize(260, 200)
    view.show()
    image = view.grab().toImage()

    def colours(row: int) -> set[str]:
        box = view.visualRect(model.index(row))
        right = range(box.right() - 60, box.right())
        return {image.pixelColor(x, y).name() for x in right for y in range(box.top(), box.bottom())}

    inks = LIGHT.page.inks
    assert {inks[2], inks[5], LIGHT.page.found} <= colours(1)
    assert not {*inks, LIGHT.page.found} & colours(4)
