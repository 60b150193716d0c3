"""Where the keywords stand: in any script, in the blocks in sight and in the whole document; stepping between them."""

from __future__ import annotations

from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.formats.registry import open_document
from reader.model.keyword_list import Keyword, KeywordList
from reader.search.matcher import Matcher
from reader.search.occurrences import scan_occurrences
from reader.state import keyword_places
from reader.state.keyword_places import KeywordPlaces

TEXT = "济南与临夏\n濟南市、臨夏州。\n濟 南\n"


def listed(*words: str, **details: object) -> KeywordList:
    return KeywordList("", tuple(Keyword(word) for word in words), **details)


@pytest.fixture
def places(runner):
    return KeywordPlaces(runner)


@pytest.fixture
def look(qtbot, places, written):
    """Lets the words be looked for in a text to its end, and gives the document."""

    def counted(text: str, name: str = "book.txt"):
        document = open_document(written(text, name))
        with qtbot.waitSignal(places.counted, check_params_cb=lambda: places.occurrences.is_complete):
            places.look_in(document)
        return document

    return counted


def test_matches_and_counts_in_any_script(places, look):
    places.look_for([listed("濟南", "临夏")])
    document = look(TEXT)
    first = document.block_at(0)
    assert places.matches_in(first) == [(0, 2, 0), (3, 5, 1)]
    assert places.matches_in(document.block_after(first)) == [(0, 2, 0), (4, 6, 1)]
    assert places.occurrences.counts == (2, 2)


def test_words_that_are_off_are_not_looked_for_and_keep_their_index(qtbot, places, look):
    places.look_for([listed("济南", "临夏")])
    document = look(TEXT)
    with qtbot.waitSignal(places.counted, check_params_cb=lambda: places.occurrences.is_complete):
        places.look_for([KeywordList("", (Keyword("济南", is_on=False), Keyword("临夏")))])
    assert places.matches_in(document.block_at(0)) == [(3, 5, 1)]
    assert places.occurrences.counts == (0, 2)
    assert places.step(0, is_forward=True, words=range(1)) is None


def test_without_words_all_is_known_at_once(places, written):
    places.look_in(open_document(written(TEXT)))
    assert places.occurrences.is_complete
    assert places.occurrences.counts == ()
    assert places.step(0, is_forward=True) is None


def test_another_document_is_looked_through_anew(qtbot, places, look):
    places.look_for([listed("临夏")])
    look(TEXT)
    places.step(0, is_forward=True)
    other = look("临夏", "other.txt")
    assert places.current is None
    assert places.occurrences.counts == (1,)
    assert places.matches_in(other.block_at(0)) == [(0, 2, 0)]
    places.look_in(None)
    assert places.occurrences.counts == (0,)
    assert places.step(0, is_forward=True) is None


@pytest.mark.parametrize("leave", [lambda places: places.look_for([]), lambda places: places.look_in(None)])
def test_what_is_found_too_late_does_not_count(places, written, settle, leave):
    gate = Event()
    document = open_document(written(TEXT))
    passages = document.passages
    document.passages = lambda: gate.wait(20) and passages()
    places.look_for([listed("济南")])
    places.look_in(document)
    leave(places)
    before = places.occurrences
    assert before.is_complete
    gate.set()
    settle()
    assert places.occurrences is before


def test_stepping_goes_round_the_end(qtbot, places, look):
    places.look_for([listed("济南", "临夏")])
    document = look(TEXT)
    order, address = [], -1
    for _ in range(5):
        with qtbot.waitSignal(places.current_changed):
            found = places.step(address, is_forward=True)
        address = found.address
        order.append((address, found.word))
    assert order[4] == order[0]
    assert [word for _, word in order[:4]] == [0, 1, 0, 1]
    backwards = []
    for _ in range(5):
        address = places.step(address, is_forward=False).address
        backwards.append(address)
    assert backwards == [place for place, _ in order[3::-1]] + [order[3][0]]
    assert places.current.address == backwards[-1]
    assert places.step(0, is_forward=True, words=range(1, 2)) == places.step(
        document.size, is_forward=True, words=range(1, 2)
    )


def test_ticks_stand_in_the_rows_of_their_addresses(places, look):
    places.look_for([listed("头", "尾")])
    document = look("头" + "中\n" * 500 + "尾尾尾")
    assert places.occurrences.ticks(100, document.size, lambda word: word) == [(0, 0), (99, 1)]


def test_a_word_reaches_over_the_pieces_of_a_long_paragraph(places, look):
    places.look_for([listed("城门洞开")])
    document = look("城门洞开着呢" * 4000)
    block, whole = document.block_at(0), ""
    spans = []
    while block is not None:
        spans += [(len(whole) + match.start, len(whole) + match.end) for match in places.matches_in(block)]
        whole += block.text
        block = document.block_after(block)
    assert len(whole) == 24_000
    assert sum(end - start for start, end in spans) == 4 * 4000
    assert places.occurrences.counts == (4000,)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("春夏秋冬東西南北", min_size=2, max_size=40), st.integers(3000, 7000))
def test_pieces_are_coloured_as_the_whole_paragraph_is(runner, written, pattern, length):
    text = (pattern * length)[:length]
    places = KeywordPlaces(runner)
    words = ["春夏", "东西南", "秋冬北"]  # none of them overlaps itself or another
    places.look_for([listed(*words)])
    document = open_document(written(text))
    places.look_in(document)
    coloured: set[tuple[int, int]] = set()
    block, before = document.block_at(0), 0
    while block is not None:
        for match in places.matches_in(block):
            coloured |= {(before + place, match.word) for place in range(match.start, match.end)}
        before += len(block.text)
        block = document.block_after(block)
    expected = {(place, match.word) for match in Matcher(words).find(text) for place in range(match.start, match.end)}
    assert coloured == expected
    document.close()


def test_many_blocks_are_matched_again_and_again(places, look):
    places.look_for([listed("五")])
    document = look("".join(f"{'五' * (number % 3)}行\n" for number in range(900)))
    for _ in range(2):
        block, number = document.block_at(0), 0
        while block is not None:
            assert len(places.matches_in(block)) == number % 3
            block, number = document.block_after(block), number + 1
        assert number == 900


def test_the_count_grows_while_a_long_document_is_looked_through(qtbot, places, written, monkeypatch):
    places._telling.setInterval(0)
    is_told = Event()

    def scan(*asked):
        for step in scan_occurrences(*asked):
            if step.is_complete:
                is_told.wait(30)
            yield step

    monkeypatch.setattr("reader.state.keyword_places.scan_occurrences", scan)
    document = open_document(written("濟南是一座城。\n" * 40_000))
    places.look_for([listed("济南")])
    counts = []
    places.counted.connect(lambda: counts.append(places.occurrences.counts[0]))
    places.counted.connect(is_told.set)
    with qtbot.waitSignal(places.counted, check_params_cb=lambda: places.occurrences.is_complete):
        places.look_in(document)
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] == 40_000


def test_recolouring_keeps_what_was_found(qtbot, places, look):
    places.look_for([listed("济南")])
    document = look(TEXT)
    places.step(0, is_forward=True)
    with qtbot.waitSignal(places.changed), qtbot.assertNotEmitted(places.counted):
        places.look_for([KeywordList("", (Keyword("济南", colour=5),))])
    (match,) = places.matches_in(document.block_at(0))
    assert places.keyword_of(match)[1].colour == 5
    assert places.occurrences.counts == (2,)
    assert places.current is not None


def test_words_of_several_lists_are_counted_through(places, look):
    places.look_for([listed("临夏"), listed("没有", "济南", colour=3)])
    document = look(TEXT)
    assert places.occurrences.counts == (2, 0, 2)
    assert places.index.words(1) == range(1, 3)
    assert places.index.place(2) == (1, 1)
    found = [places.keyword_of(match) for match in places.matches_in(document.block_at(0))]
    assert [(one.colour_of(word), word.text) for one, word in found] == [(3, "济南"), (0, "临夏")]
    assert places.step(-1, is_forward=True, words=places.index.words(1)).word == 2


def test_a_list_that_is_off_is_not_looked_for(places, look):
    places.look_for([listed("临夏"), listed("济南", is_on=False)])
    look(TEXT)
    assert places.occurrences.counts == (2, 0)


def test_expressions_are_found_too(places, look):
    places.look_for([KeywordList("", (Keyword("临.", is_pattern=True), Keyword("(", is_pattern=True)))])
    document = look(TEXT)
    assert places.matches_in(document.block_at(0)) == [(3, 5, 0)]
    assert places.occurrences.counts == (1, 0)
    assert places.bad == {1}


def test_an_expression_that_takes_too_long_is_given_up(qtbot, places, look, monkeypatch):
    monkeypatch.setattr("reader.search.list_matcher._PATIENT", 0.01)
    places.look_for([KeywordList("", (Keyword("(a|aa)+$", is_pattern=True), Keyword("临夏")))])
    look("a" * 60 + "b\n" + TEXT)
    qtbot.waitUntil(lambda: places.bad == {0})
    assert places.occurrences.counts == (0, 2)


def test_many_words_are_made_ready_in_the_background(qtbot, places, look, monkeypatch):
    """Till then the words from before stay coloured."""
    monkeypatch.setattr(keyword_places, "_AT_ONCE", 2)
    places.look_for([listed("临夏")])
    document = look(TEXT)
    block = document.block_at(0)
    words = ["没有", "济南", "他们"]
    with qtbot.waitSignal(places.counted, check_params_cb=lambda: places.occurrences.is_complete):
        places.look_for([listed(*words)])
        assert [places.keyword_of(match)[1].text for match in places.matches_in(block)] == ["临夏"]
        assert places.occurrences.counts == (0, 0, 0)
    assert [places.keyword_of(match)[1].text for match in places.matches_in(block)] == ["济南"]
    assert places.occurrences.counts == (0, 2, 0)


def test_many_words_without_a_document(qtbot, places, monkeypatch):
    monkeypatch.setattr(keyword_places, "_AT_ONCE", 2)
    with qtbot.waitSignal(places.counted, check_params_cb=lambda: places.occurrences.is_complete):
        places.look_for([listed("甲", "乙", "丙")])
