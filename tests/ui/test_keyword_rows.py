"""Rows of keyword lists: each list and each word that is not folded has one, and each knows where it belongs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.keyword_list import Keyword, KeywordList
from reader.ui.keyword_rows import KeywordRows

LISTS = st.lists(st.tuples(st.sampled_from(["", "人物", "機構"]), st.integers(0, 5)), max_size=5)


def lists_of(shape: list[tuple[str, int]]) -> list[KeywordList]:
    return [
        KeywordList(name, tuple(Keyword(f"{number}.{place}") for place in range(count)))
        for number, (name, count) in enumerate(shape)
    ]


@given(LISTS, st.sets(st.integers(0, 4)))
def test_rows_and_places_lead_to_each_other(shape, folded):
    lists = lists_of(shape)
    rows = KeywordRows(lists, {number for number in folded if number < len(lists)})
    places = [rows.place(row) for row in range(len(rows))]
    assert [rows.row_of(*place) for place in places] == list(range(len(rows)))
    assert places == sorted(places, key=lambda place: (place[0], -1 if place[1] is None else place[1]))
    shown = {number for number in range(len(lists)) if number not in rows.folded}
    words = sum(len(lists[number].keywords) for number in shown)
    is_single = len(lists) == 1 and not lists[0].name
    assert len(rows) == words + (0 if is_single else len(lists))


def test_what_is_dropped_comes_to_stand_before_the_row():
    rows = KeywordRows(lists_of([("", 2), ("人物", 2)]))
    # Rows: 0 the first list, 1 and 2 its words, 3 the second list, 4 and 5 its words.
    assert [rows.drop(row) for row in range(7)] == [(0, 0), (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]
    assert [rows.drop_list(row) for row in range(7)] == [0, 1, 1, 1, 2, 2, 2]


def test_single_words_alone_need_no_name():
    rows = KeywordRows(lists_of([("", 3)]), {0})
    assert [rows.place(row) for row in range(len(rows))] == [(0, 0), (0, 1), (0, 2)]
    assert rows.row_of(0, None) is None
    assert rows.drop(3) == (0, 3)
