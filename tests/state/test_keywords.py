"""Keyword lists: words come, go and move, in one list or another; for every file or for one; and they are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import StoreError
from reader.formats.registry import open_document
from reader.model.highlight import PALETTE_SIZE
from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList
from reader.state.keywords import LONGEST_WORD, Keywords
from reader.store.store import Store


@pytest.fixture
def keywords(store, runner):
    return Keywords(store.keywords, runner)


def texts(keywords: Keywords, number: int = 0) -> list[str]:
    return [keyword.text for keyword in keywords.lists[number].keywords] if keywords.lists else []


def colours(keywords: Keywords) -> list[int | None]:
    return [keyword.colour for keyword in keywords.lists[0].keywords]


def test_single_words_get_the_first_colours_that_are_free(keywords):
    for word in "甲乙丙":
        keywords.add(word)
    keywords.remove(0, 1)
    keywords.add("丁")
    assert texts(keywords) == ["甲", "丙", "丁"]
    assert colours(keywords) == [0, 2, 1]


def test_more_words_than_colours(keywords):
    for number in range(PALETTE_SIZE + 3):
        keywords.add(f"word{number}")
    assert colours(keywords) == [*range(PALETTE_SIZE), 0, 1, 2]


def test_white_space_around_and_within_is_levelled(keywords):
    keywords.add("\u3000 new  york\n")
    assert texts(keywords) == ["new york"]


@pytest.mark.parametrize("blank", ["", " ", "\u3000\n\t"])
def test_nothing_is_no_word(qtbot, keywords, blank):
    with qtbot.assertNotEmitted(keywords.changed):
        keywords.add(blank)
    assert keywords.lists == ()


def test_a_word_that_is_too_long_is_cut(keywords):
    keywords.add("字" * (LONGEST_WORD + 50))
    keywords.add("a" * (LONGEST_WORD - 1) + " b")
    assert texts(keywords) == ["字" * LONGEST_WORD, "a" * (LONGEST_WORD - 1)]


@pytest.mark.parametrize("same", ["濟南", "济南", "濟南 "])
def test_the_same_word_in_another_script_is_switched_on_again(keywords, same):
    number = keywords.add_list("地名")
    keywords.add("济南", number)
    off = replace(keywords.lists[number], is_on=False, keywords=(Keyword("济南", is_on=False),))
    keywords.set_list(number, off)
    keywords.add(same)
    assert keywords.lists == (KeywordList("地名", (Keyword("济南"),)),)


def test_an_expression_is_no_word(keywords):
    keywords.add("第.章")
    keywords.add(" 第.章 ", is_pattern=True)
    keywords.add("第.章", is_pattern=True)
    assert [keyword.is_pattern for keyword in keywords.lists[0].keywords] == [False, True]


def test_words_of_a_named_list_have_its_colour(keywords):
    keywords.add("甲")
    one, other = keywords.add_list("人物"), keywords.add_list("機構")
    keywords.add("乙", other)
    assert [keyword.colour for keyword in keywords.lists[other].keywords] == [None]
    assert keywords.lists[one].colour != keywords.lists[other].colour
    keywords.set_keyword(other, 0, Keyword("乙", colour=5))
    keywords.set_list(other, replace(keywords.lists[other], style=HighlightStyle.TEXT))
    assert keywords.lists[other].keywords == (Keyword("乙", colour=5),)


def test_changes_that_change_nothing_are_not_told(qtbot, keywords):
    keywords.add("济南")
    with qtbot.assertNotEmitted(keywords.changed):
        keywords.set_list(0, keywords.lists[0])
        keywords.set_keyword(0, 0, Keyword("济南", colour=0))
        keywords.add("濟南")


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_moving_loses_nothing_and_comes_to_stand_where_it_was_sent(store, runner, data):
    keywords = Keywords(store.keywords, runner)
    for number in reversed(range(len(keywords.lists))):
        keywords.remove_list(number)
    for name, words in (("一", "甲乙丙"), ("二", "丁"), ("三", "")):
        number = keywords.add_list(name)
        for word in words:
            keywords.add(word, number)
    for _ in range(data.draw(st.integers(1, 6))):
        number = data.draw(st.sampled_from([at for at, one in enumerate(keywords.lists) if one.keywords]))
        place = data.draw(st.integers(0, len(keywords.lists[number].keywords) - 1))
        to_number = data.draw(st.integers(0, 2))
        to_place = data.draw(st.integers(0, len(keywords.lists[to_number].keywords)))
        word = texts(keywords, number)[place]
        following = texts(keywords, to_number)[to_place : to_place + 1]
        keywords.move(number, place, to_number, to_place)
        after = texts(keywords, to_number)
        assert sorted(text for at in range(3) for text in texts(keywords, at)) == sorted("甲乙丙丁")
        if following and following != [word]:
            assert after[after.index(word) + 1 :][:1] == following
        elif not following:
            assert after[-1] == word


def test_lists_move(keywords):
    for name in "一二三":
        keywords.add_list(name)
    keywords.move_list(0, 3)
    keywords.move_list(1, 0)
    assert [one.name for one in keywords.lists] == ["三", "二", "一"]
    keywords.remove_list(1)
    assert [one.name for one in keywords.lists] == ["三", "一"]


def test_a_word_that_leaves_its_list_takes_the_colour_along_where_each_has_its_own(keywords):
    keywords.add("甲")
    number = keywords.add_list("人物")
    keywords.set_list(number, replace(keywords.lists[number], colour=6, keywords=(Keyword("乙"),)))
    keywords.move(number, 0, 0, 1)
    assert keywords.lists[0].keywords == (Keyword("甲", colour=0), Keyword("乙", colour=6))


def test_lists_are_stored_and_loaded(qapp, tmp_path, runner):
    store = Store(tmp_path / "reader.sqlite3")
    first = Keywords(store.keywords, runner)
    for word in ("濟南", "临夏", "𠀀"):
        first.add(word)
    number = first.add_list("人物")
    first.add("劉強", number)
    first.move(0, 2, number, 0)
    first.remove(0, 1)
    store.close()
    again = Store(tmp_path / "reader.sqlite3")
    assert Keywords(again.keywords, runner).lists == first.lists
    assert texts(first, 1) == ["𠀀", "劉強"]
    again.close()


def test_a_list_for_one_file(qtbot, keywords, written, store, runner):
    document = open_document(written("劉強來了"))
    assert not keywords.can_limit
    keywords.look_in(document, "f1")
    number = keywords.add_list("人物")
    keywords.add("劉強", number)
    keywords.add("甲")
    keywords.limit_list(number + 1, is_limited=True)
    assert [one.name for one in keywords.lists] == ["", "人物"]
    keywords.look_in(document, "f2")
    assert [one.name for one in keywords.lists] == [""]
    keywords.add("乙")
    keywords.look_in(document, "f1")
    assert [one.name for one in keywords.lists] == ["", "人物"]
    assert texts(keywords) == ["甲", "乙"]
    assert Keywords(store.keywords, runner).lists == keywords.lists[:1]
    keywords.limit_list(1, is_limited=False)
    keywords.look_in(None)
    assert [one.name for one in keywords.lists] == ["", "人物"]


def test_lists_from_a_file_are_added_below(keywords):
    keywords.add("甲")
    new = (KeywordList("人物", (Keyword("乙"),), 4), KeywordList("", (Keyword("甲"), Keyword("丙")), 3))
    keywords.take_in(new)
    assert keywords.lists == (KeywordList("", (Keyword("甲", colour=0), Keyword("丙", colour=3))), new[0])


def test_many_words_are_kept_after_some_turns_or_at_the_end(qtbot, qapp, keywords, store):
    many = KeywordList("詞", tuple(Keyword(f"word {number}") for number in range(1500)))
    keywords.take_in([many])
    qtbot.waitUntil(lambda: store.keywords.load() == (many,))
    more = KeywordList("多", many.keywords[::-1])
    keywords.take_in([more])
    keywords.finish()
    assert store.keywords.load() == (many, more)
    keywords.take_in([replace(many, name="又")])
    keywords.add("濟南")
    keywords.finish()
    assert store.keywords.load() == keywords.lists
    assert len(keywords.lists) == 4


def test_a_store_that_cannot_be_written(qtbot, keywords, store):
    store.close()
    with qtbot.waitSignal(keywords.changed), qtbot.waitSignal(keywords.failed) as failure:
        keywords.add("济南")
    assert isinstance(failure.args[0], StoreError)
    assert texts(keywords) == ["济南"]


def test_a_store_that_cannot_be_read(qapp, store, runner):
    store.close()
    assert Keywords(store.keywords, runner).lists == ()


def test_what_was_taken_away_comes_back_till_something_else_is_changed(keywords, store, runner):
    for word in "甲乙丙":
        keywords.add(word)
    assert not keywords.can_put_back
    keywords.remove(0, 1)
    keywords.put_back()
    assert texts(keywords) == ["甲", "乙", "丙"]
    assert not keywords.can_put_back
    keywords.remove_list(0)
    assert keywords.can_put_back
    keywords.put_back()
    assert texts(Keywords(store.keywords, runner)) == ["甲", "乙", "丙"]
    keywords.remove(0, 0)
    keywords.add("丁")
    assert not keywords.can_put_back
    keywords.put_back()
    assert texts(keywords) == ["乙", "丙", "丁"]
    keywords.remove(0, 0)
    keywords.look_in(None)
    assert not keywords.can_put_back


def test_what_another_window_changed_is_not_undone_by_putting_back(tmp_path, runner):
    stores = [Store(tmp_path / "library.sqlite3") for _ in range(2)]
    here, there = (Keywords(store.keywords, runner) for store in stores)
    here.add("甲")
    here.add("乙")
    there.catch_up()
    here.remove(0, 0)
    there.catch_up()
    there.add("丙")
    here.catch_up()
    assert texts(here) == ["乙", "丙"]
    assert not here.can_put_back
    here.put_back()
    assert texts(here) == ["乙", "丙"]
    for store in stores:
        store.close()
