"""Keyword lists in the store: what changed is written, whatever the change; words from before lists are kept."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList
from reader.store import database
from reader.store.store import Store

WORDS = st.builds(Keyword, st.sampled_from("甲乙丙丁戊"), st.booleans(), st.booleans(), st.none() | st.integers(0, 7))
KEYWORD_LISTS = st.builds(
    KeywordList,
    st.sampled_from(["", "人物", "機構"]),
    st.lists(WORDS, max_size=6).map(tuple),
    st.integers(0, 7),
    st.sampled_from(HighlightStyle),
    st.booleans(),
    st.none() | st.just("f1"),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store") / "library.sqlite3"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(KEYWORD_LISTS, max_size=4), min_size=1, max_size=5))
def test_whatever_was_saved_before_the_last_lists_are_there(path, states):
    store = Store(path)
    store.keywords.load()
    for lists in states:
        store.keywords.save(lists)
    store.close()
    again = Store(path)
    assert again.keywords.load() == tuple(states[-1])
    again.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_row_of_edits_is_kept(path, data):
    """Words come, go and move within a list, one at a time, as a reader edits."""
    store = Store(path)
    words = [Keyword(text) for text in "甲乙丙"]
    store.keywords.save([KeywordList("人物", tuple(words))])
    for number in range(data.draw(st.integers(1, 25))):
        place = data.draw(st.integers(0, len(words)))
        if words and data.draw(st.booleans()):
            words.pop(min(place, len(words) - 1))
        else:
            words.insert(place, Keyword(f"word {number}"))
        store.keywords.save([KeywordList("人物", tuple(words))])
    store.close()
    again = Store(path)
    assert again.keywords.load() == (KeywordList("人物", tuple(words)),)
    again.close()


def test_one_change_of_many_words_writes_a_few_rows(tmp_path):
    store = Store(tmp_path / "library.sqlite3")
    words = tuple(Keyword(f"word {number}") for number in range(5000))
    one = KeywordList("人物", words)
    store.keywords.save([one])

    def written(lists: list[KeywordList]) -> int:
        before = store._database._connection.total_changes
        store.keywords.save(lists)
        return store._database._connection.total_changes - before

    one = replace(one, keywords=(*words[:2000], *words[2001:]))
    assert written([one]) < 5
    one = replace(one, keywords=(*one.keywords[:3000], Keyword("new"), *one.keywords[3000:]))
    assert written([one]) < 5
    one = replace(one, colour=4)
    assert written([one]) < 5
    other = KeywordList("機構", (Keyword("大學"),))
    assert written([other, one]) < 8
    assert written([one, other]) < 8
    store.close()


def test_words_from_before_lists_become_the_list_without_a_name(tmp_path, monkeypatch):
    path = tmp_path / "library.sqlite3"
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", database.MIGRATIONS[:1])
        Store(path).close()
    connection = sqlite3.connect(path)
    rows = [(0, "濟南", 1, 1), (1, "临夏", 2, 0)]
    connection.executemany("INSERT INTO keyword (place, text, colour, is_on) VALUES (?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    store = Store(path)
    words = (Keyword("濟南", colour=1), Keyword("临夏", is_on=False, colour=2))
    assert store.keywords.load() == (KeywordList("", words),)
    store.keywords.save([KeywordList("", (words[1], words[0]))])
    store.close()
    assert path.with_name("library.sqlite3.version-1").exists()
    again = Store(path)
    assert again.keywords.load() == (KeywordList("", (words[1], words[0])),)
    again.close()


def test_what_another_version_wrote_is_made_sense_of(tmp_path):
    store = Store(tmp_path / "library.sqlite3")
    store.keywords.save([KeywordList("人物", (Keyword("甲", colour=3), Keyword("乙")))])
    store._database.write("UPDATE keyword_list SET style = 'blinking', colour = 99")
    store._database.write("UPDATE keyword SET text = ' ' WHERE text = '乙'")
    assert store.keywords.load() == (KeywordList("人物", (Keyword("甲", colour=3),), 99 % 8),)
    store.close()


def test_a_row_that_makes_no_sense_stands_in_no_ones_way(tmp_path):
    store = Store(tmp_path / "library.sqlite3")
    words = tuple(map(Keyword, "甲乙丙"))
    store.keywords.save([KeywordList("人物", words)])
    store._database.write("UPDATE keyword SET text = ' ' WHERE text = '乙'")
    assert store.keywords.load() == (KeywordList("人物", (words[0], words[2])),)
    changed = (KeywordList("人物", (words[0], Keyword("丁"), words[2])),)
    store.keywords.save(changed)
    assert store.keywords.load() == changed
    store.close()


def test_of_two_windows_the_last_one_wins_as_a_whole(tmp_path):
    path = tmp_path / "library.sqlite3"
    one, other = Store(path), Store(path)
    for store in (one, other):
        store.keywords.load()
    one.keywords.save([KeywordList("", (Keyword("甲"),)), KeywordList("人物")])
    other.keywords.save([KeywordList("機構", (Keyword("乙"), Keyword("丙")))])
    one.keywords.save([KeywordList("", (Keyword("甲"), Keyword("丁")))])
    one.close()
    assert other.keywords.load() == (KeywordList("", (Keyword("甲"), Keyword("丁"))),)
    other.close()


MANY = KeywordList("詞", tuple(Keyword(f"word {number}") for number in range(1500)))


def rows(store: Store) -> int:
    return store._database.rows("SELECT count(*) FROM keyword")[0][0]


def test_many_words_are_written_piece_by_piece_and_seen_at_once(tmp_path):
    path = tmp_path / "library.sqlite3"
    store, other = Store(path), Store(path)
    few = KeywordList("", (Keyword("甲"),))
    store.keywords.save([few])
    steps = store.keywords.saving([few, MANY])
    assert len([other.keywords.load() for _ in steps if other.keywords.load() == (few,)]) > 2
    assert other.keywords.load() == (few, MANY)
    changed = replace(MANY, keywords=MANY.keywords[::-1])
    store.keywords.save([changed, few])
    assert other.keywords.load() == (changed, few)
    assert rows(store) == 1501
    store.keywords.save([few])
    assert rows(store) == 1
    store.close()
    other.close()


@pytest.mark.parametrize("is_another_run", [False, True])
def test_many_words_that_were_not_written_to_the_end_leave_nothing(tmp_path, is_another_run):
    path = tmp_path / "library.sqlite3"
    store = Store(path)
    few = KeywordList("", (Keyword("甲"),))
    store.keywords.save([few])
    steps = store.keywords.saving([few, MANY])
    next(steps)
    next(steps)
    steps.close()
    assert rows(store) > 100
    if is_another_run:
        store.close()
        store = Store(path)
        assert store.keywords.load() == (few,)
    changed = replace(few, colour=3)
    store.keywords.save([changed])
    assert rows(store) == 1
    assert store.keywords.load() == (changed,)
    store.close()


def test_while_many_words_are_written_another_window_writes(tmp_path):
    path = tmp_path / "library.sqlite3"
    store, other = Store(path), Store(path)
    other.keywords.save([KeywordList("機構", (Keyword("大學"),))])
    store.keywords.load()
    steps = store.keywords.saving([MANY])
    next(steps)
    other.keywords.load()
    other.keywords.save([KeywordList("人物")])
    for _ in steps:
        pass
    assert store.keywords.load() == (MANY,)
    assert rows(store) == 1500
    assert other.keywords.load() == (MANY,)
    store.close()
    other.close()


def test_another_window_writes_just_before_many_words_are_put_in_their_place(tmp_path, monkeypatch):
    path = tmp_path / "library.sqlite3"
    store, other = Store(path), Store(path)
    store.keywords.load()
    steps = store.keywords.saving([MANY])
    while rows(other) < 1500:
        next(steps)
    writing = store._database.writing

    def interrupted():
        monkeypatch.undo()
        other.keywords.load()
        other.keywords.save([KeywordList("人物")])
        return writing()

    monkeypatch.setattr(store._database, "writing", interrupted)
    for _ in steps:
        pass
    assert store.keywords.load() == (MANY,)
    assert other.keywords.load() == (MANY,)
    store.close()
    other.close()
