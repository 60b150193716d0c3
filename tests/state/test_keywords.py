"""Coloured words: the rules, where they occur in any script, and stepping from one to the next."""

from __future__ import annotations

from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import StoreError
from reader.formats.registry import open_document
from reader.model.highlight import PALETTE_SIZE, HighlightRule
from reader.search.matcher import Matcher
from reader.state.keywords import LONGEST_WORD, Keywords
from reader.store.store import Store

TEXT = "济南与临夏\n濟南市、臨夏州。\n濟 南\n"


@pytest.fixture
def keywords(store, runner):
    return Keywords(store.keywords, runner)


@pytest.fixture
def look(qtbot, keywords, written):
    """Lets the keywords look through a text to its end, and gives the document."""

    def counted(text: str, name: str = "book.txt"):
        document = open_document(written(text, name))
        with qtbot.waitSignal(keywords.counted, check_params_cb=lambda: keywords.occurrences.is_complete):
            keywords.look_in(document)
        return document

    return counted


def texts(keywords: Keywords) -> list[str]:
    return [rule.text for rule in keywords.rules]


def test_words_get_the_first_colours_that_are_free(keywords):
    for word in "甲乙丙":
        keywords.add(word)
    keywords.remove(1)
    keywords.add("丁")
    assert [(rule.text, rule.colour) for rule in keywords.rules] == [("甲", 0), ("丙", 2), ("丁", 1)]


def test_more_words_than_colours(keywords):
    for number in range(PALETTE_SIZE + 3):
        keywords.add(f"word{number}")
    assert [rule.colour for rule in keywords.rules] == [*range(PALETTE_SIZE), 0, 1, 2]


def test_white_space_around_and_within_is_levelled(keywords):
    keywords.add("\u3000 new  york\n")
    assert texts(keywords) == ["new york"]


@pytest.mark.parametrize("blank", ["", " ", "\u3000\n\t"])
def test_nothing_is_no_word(qtbot, keywords, blank):
    with qtbot.assertNotEmitted(keywords.changed):
        keywords.add(blank)
    assert keywords.rules == ()


def test_a_word_that_is_too_long_is_cut(keywords):
    keywords.add("字" * (LONGEST_WORD + 50))
    keywords.add("a" * (LONGEST_WORD - 1) + " b")
    assert texts(keywords) == ["字" * LONGEST_WORD, "a" * (LONGEST_WORD - 1)]


@pytest.mark.parametrize("same", ["濟南", "济南", "濟南 "])
def test_the_same_word_in_another_script_is_switched_on_again(keywords, same):
    keywords.add("济南")
    keywords.switch(0, is_on=False)
    keywords.add(same)
    assert keywords.rules == (HighlightRule("济南", 0),)


def test_recolouring_keeps_what_was_found(qtbot, keywords, look):
    keywords.add("济南")
    look(TEXT)
    keywords.step(0, is_forward=True)
    with qtbot.waitSignal(keywords.changed), qtbot.assertNotEmitted(keywords.counted):
        keywords.recolour(0, 5)
    assert keywords.rules == (HighlightRule("济南", 5),)
    assert keywords.occurrences.counts == (2,)
    assert keywords.current is not None


def test_changes_that_change_nothing_are_not_told(qtbot, keywords):
    keywords.add("济南")
    with qtbot.assertNotEmitted(keywords.changed):
        keywords.recolour(0, 0)
        keywords.switch(0, is_on=True)
        keywords.add("濟南")


def test_rules_are_stored_and_loaded(qapp, tmp_path, runner):
    store = Store(tmp_path / "reader.sqlite3")
    first = Keywords(store.keywords, runner)
    for word in ("濟南", "临夏", "𠀀"):
        first.add(word)
    first.recolour(2, 7)
    first.switch(0, is_on=False)
    first.remove(1)
    store.close()
    again = Store(tmp_path / "reader.sqlite3")
    assert Keywords(again.keywords, runner).rules == (HighlightRule("濟南", 0, is_on=False), HighlightRule("𠀀", 7))
    again.close()


def test_a_store_that_cannot_be_written(qtbot, keywords, store):
    store.close()
    with qtbot.waitSignal(keywords.changed), qtbot.waitSignal(keywords.failed) as failure:
        keywords.add("济南")
    assert isinstance(failure.args[0], StoreError)
    assert texts(keywords) == ["济南"]


def test_a_store_that_cannot_be_read(qapp, store, runner):
    store.close()
    assert Keywords(store.keywords, runner).rules == ()


def test_matches_and_counts_in_any_script(keywords, look):
    keywords.add("濟南")
    keywords.add("临夏")
    document = look(TEXT)
    first = document.block_at(0)
    assert keywords.matches_in(first) == [(0, 2, 0), (3, 5, 1)]
    assert keywords.matches_in(document.block_after(first)) == [(0, 2, 0), (4, 6, 1)]
    assert keywords.occurrences.counts == (2, 2)


def test_words_that_are_off_are_not_looked_for_and_keep_their_index(qtbot, keywords, look):
    keywords.add("济南")
    keywords.add("临夏")
    document = look(TEXT)
    with qtbot.waitSignal(keywords.counted, check_params_cb=lambda: keywords.occurrences.is_complete):
        keywords.switch(0, is_on=False)
    assert keywords.matches_in(document.block_at(0)) == [(3, 5, 1)]
    assert keywords.occurrences.counts == (0, 2)
    assert keywords.step(0, is_forward=True, word=0) is None


def test_without_words_all_is_known_at_once(keywords, written):
    keywords.look_in(open_document(written(TEXT)))
    assert keywords.occurrences.is_complete
    assert keywords.occurrences.counts == ()
    assert keywords.step(0, is_forward=True) is None


def test_another_document_is_looked_through_anew(qtbot, keywords, look):
    keywords.add("临夏")
    look(TEXT)
    keywords.step(0, is_forward=True)
    other = look("临夏", "other.txt")
    assert keywords.current is None
    assert keywords.occurrences.counts == (1,)
    assert keywords.matches_in(other.block_at(0)) == [(0, 2, 0)]
    keywords.look_in(None)
    assert keywords.occurrences.counts == (0,)
    assert keywords.step(0, is_forward=True) is None


@pytest.mark.parametrize("leave", [lambda keywords: keywords.remove(0), lambda keywords: keywords.look_in(None)])
def test_what_is_found_too_late_does_not_count(keywords, written, settle, leave):
    gate = Event()
    document = open_document(written(TEXT))
    passages = document.passages
    document.passages = lambda: gate.wait(20) and passages()
    keywords.add("济南")
    keywords.look_in(document)
    leave(keywords)
    before = keywords.occurrences
    assert before.is_complete
    gate.set()
    settle()
    assert keywords.occurrences is before


def test_stepping_goes_round_the_end(qtbot, keywords, look):
    keywords.add("济南")
    keywords.add("临夏")
    document = look(TEXT)
    order, address = [], -1
    for _ in range(5):
        with qtbot.waitSignal(keywords.current_changed):
            found = keywords.step(address, is_forward=True)
        address = found.address
        order.append((address, found.word))
    assert order[4] == order[0]
    assert [word for _, word in order[:4]] == [0, 1, 0, 1]
    backwards = []
    for _ in range(5):
        address = keywords.step(address, is_forward=False).address
        backwards.append(address)
    assert backwards == [place for place, _ in order[3::-1]] + [order[3][0]]
    assert keywords.current.address == backwards[-1]
    assert keywords.step(0, is_forward=True, word=1) == keywords.step(document.size, is_forward=True, word=1)


def test_ticks_stand_in_the_rows_of_their_addresses(keywords, look):
    keywords.add("头")
    keywords.add("尾")
    document = look("头" + "中\n" * 500 + "尾尾尾")
    assert keywords.occurrences.ticks(100, document.size) == [(0, 0), (99, 1)]


def test_a_word_reaches_over_the_pieces_of_a_long_paragraph(keywords, look):
    keywords.add("城门洞开")
    document = look("城门洞开着呢" * 4000)
    block, whole = document.block_at(0), ""
    spans = []
    while block is not None:
        spans += [(len(whole) + match.start, len(whole) + match.end) for match in keywords.matches_in(block)]
        whole += block.text
        block = document.block_after(block)
    assert len(whole) == 24_000
    assert sum(end - start for start, end in spans) == 4 * 4000
    assert keywords.occurrences.counts == (4000,)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("春夏秋冬東西南北", min_size=2, max_size=40), st.integers(3000, 7000))
def test_pieces_are_coloured_as_the_whole_paragraph_is(store, runner, written, pattern, length):
    text = (pattern * length)[:length]
    keywords = Keywords(store.keywords, runner)
    words = ["春夏", "东西南", "秋冬北"]  # none of them overlaps itself or another
    for word in words:
        keywords.add(word)
    document = open_document(written(text))
    keywords.look_in(document)
    coloured: set[tuple[int, int]] = set()
    block, before = document.block_at(0), 0
    while block is not None:
        for match in keywords.matches_in(block):
            coloured |= {(before + place, match.word) for place in range(match.start, match.end)}
        before += len(block.text)
        block = document.block_after(block)
    expected = {(place, match.word) for match in Matcher(words).find(text) for place in range(match.start, match.end)}
    assert coloured == expected
    document.close()


def test_many_blocks_are_matched_again_and_again(keywords, look):
    keywords.add("五")
    document = look("".join(f"{'五' * (number % 3)}行\n" for number in range(900)))
    for _ in range(2):
        block, number = document.block_at(0), 0
        while block is not None:
            assert len(keywords.matches_in(block)) == number % 3
            block, number = document.block_after(block), number + 1
        assert number == 900


def test_the_count_grows_while_a_long_document_is_looked_through(qtbot, keywords, written):
    document = open_document(written("濟南是一座城。\n" * 40_000))
    keywords.add("济南")
    counts = []
    keywords.counted.connect(lambda: counts.append(keywords.occurrences.counts[0]))
    with qtbot.waitSignal(keywords.counted, check_params_cb=lambda: keywords.occurrences.is_complete):
        keywords.look_in(document)
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] == 40_000
