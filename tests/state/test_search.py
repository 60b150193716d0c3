"""Looking for something: around the reader first, then everywhere; stepping, and questions that are none."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.formats.registry import open_document
from reader.model.query import SAME_SCRIPT, Query, Tier
from reader.search.errors import BadPattern
from reader.state.search import Search

TEXT = "濟南的春天。\n济南與臨夏。\n　　在濟南，在濟南！\n沒有。\n"


@pytest.fixture
def search(runner):
    return Search(lambda clause: clause, runner)


@pytest.fixture
def look(search, written):
    """Lets the search look into a text, and gives the document."""

    def into(text: str = TEXT, name: str = "book.txt"):
        document = open_document(written(text, name))
        search.look_in(document)
        return document

    return into


@pytest.fixture
def answered(qtbot, search):
    """Asks a query, and waits until all of it is answered."""

    def ask(query: Query | str, address: int = 0):
        search.ask(Query(query) if isinstance(query, str) else query, address)
        qtbot.waitUntil(lambda: search.results.is_complete or search.error is not None)

    return ask


def spans(search, document):
    found, block = [], document.block_at(0)
    while block is not None:
        found += [(block.text[span.start : span.end], is_current) for span, is_current in search.spans_in(block)]
        block = document.block_after(block)
    return found


def test_hits_are_found_in_either_script(search, look, answered):
    document = look()
    answered("济南")
    assert len(search.results) == 4
    assert [text for text, _ in spans(search, document)] == ["濟南", "济南", "濟南", "濟南"]


def test_only_the_wanted_tiers_are_found(search, look, answered):
    look()
    answered(Query("济南", tiers=SAME_SCRIPT))
    assert [search.results[index].tier for index in range(len(search.results))] == [Tier.EXACT]


def test_what_is_in_sight_is_found_before_the_rest(qtbot, search, look):
    """The first thing that is heard concerns the surroundings of the reader, and they can be painted then."""
    document = look("空白的一行。\n" * 60_000 + "濟南在這裡。\n" + "空白的一行。\n" * 10)
    place = document.size - 400
    heard = []

    def hear():
        block = document.block_at(place)
        while block is not None and not heard:
            heard.extend((search.results.scanned, block.text) for _ in search.spans_in(block))
            block = document.block_after(block)
        heard.append(None)

    search.found.connect(hear)
    search.ask(Query("济南"), place)
    qtbot.waitUntil(lambda: search.results.is_complete)
    assert heard[0] == (0, "濟南在這裡。")


def test_stepping_goes_round(qtbot, search, look, answered):
    look()
    answered("濟南")
    seen = []
    search.stepped.connect(lambda hit: seen.append(hit.start))
    address = -1
    for _ in range(5):
        search.step(address, is_forward=True)
        address = seen[-1]
    assert seen == sorted(seen[:4]) + seen[:1]
    search.step(seen[0], is_forward=False)
    assert seen[-1] == seen[3]
    assert search.current == 3


def test_the_current_hit_is_marked(search, look, answered):
    document = look()
    answered("濟南")
    search.go_to(2)
    assert [is_current for _, is_current in spans(search, document)] == [False, False, True, False]


def test_a_step_waits_until_its_hit_is_found(qtbot, search, look):
    document = look("空白的一行。\n" * 60_000 + "濟南。\n")
    search.ask(Query("濟南"))
    with qtbot.waitSignal(search.stepped) as stepped:
        search.step(document.size // 2, is_forward=True)
        assert search.current is None
    assert stepped.args[0].start == document.size - len("濟南。\n".encode())
    assert search.current == 0


def test_a_step_backwards_waits_until_all_before_it_is_known(qtbot, search, look):
    document = look("濟南。\n" + "空白的一行。\n" * 60_000 + "濟南。\n")
    search.ask(Query("濟南"))
    with qtbot.waitSignal(search.stepped) as stepped:
        search.step(document.size, is_forward=False)
    assert stepped.args[0].start > 0


def test_a_step_to_nothing(qtbot, search, look, answered):
    look()
    answered("北京")
    with qtbot.assertNotEmitted(search.stepped):
        search.step(0, is_forward=True)
    assert search.current is None


def test_asking_anew_forgets(qtbot, search, look, answered):
    document = look()
    answered("濟南")
    search.go_to(1)
    with qtbot.waitSignals([search.changed, search.current_changed]):
        search.ask(Query("春天"))
    assert len(search.results) == 0
    assert search.current is None
    search.ask(None)
    assert spans(search, document) == []


def test_the_same_question_is_not_asked_twice(qtbot, search, look, answered):
    look()
    answered("濟南")
    with qtbot.assertNotEmitted(search.changed):
        search.ask(Query("濟南"))


@pytest.mark.parametrize("blank", ["", "  ", "\u3000"])
def test_blank_is_no_question(search, look, blank):
    look()
    search.ask(Query(blank))
    assert search.query is None


def test_another_document(qtbot, search, look, answered):
    look()
    answered("濟南")
    look("濟南。\n", "other.txt")
    qtbot.waitUntil(lambda: search.results.is_complete)
    assert len(search.results) == 1


def test_no_regular_expression(search, look, answered):
    look()
    answered(Query("(", is_pattern=True))
    assert isinstance(search.error, BadPattern)
    answered(Query("春.", is_pattern=True))
    assert search.error is None
    assert len(search.results) == 1


def test_words_are_made_ready_when_whole_ones_are_asked_for_not_at_the_first_key(qtbot, search, monkeypatch):
    ready = []
    monkeypatch.setattr("reader.state.search.get_ready", lambda: ready.append(True))
    search.ask(Query(""))
    search.ask(Query("", is_whole_word=True))
    qtbot.waitUntil(lambda: ready == [True])
    assert search.query is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.lists(st.sampled_from(["濟南", "空白", "在", "在濟南", "，"]), min_size=1, max_size=40))
def test_pieces_of_a_long_paragraph_share_hits(qtbot, search, written, words):
    """Whatever lies over a cut is marked in both pieces."""
    text = "".join(words) * (8000 // sum(map(len, words)) + 1)
    document = open_document(written(text))
    search.look_in(document)
    search.ask(Query("在濟南"))
    qtbot.waitUntil(lambda: search.results.is_complete)
    marked = []
    block = document.block_at(0)
    while block is not None:
        marked += [block.text[span.start : span.end] for span, _ in search.spans_in(block)]
        block = document.block_after(block)
    assert "".join(marked) == "在濟南" * text.count("在濟南")


def test_without_a_document_all_is_known(search):
    search.ask(Query("濟南"))
    assert search.results.is_complete
    assert len(search.results) == 0
