"""Keywords of several lists, coloured together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.keyword_list import Keyword, KeywordList
from reader.search.list_matcher import ListMatcher


def found(lists: list[KeywordList], text: str) -> list[tuple[str, int]]:
    return [(text[match.start : match.end], match.word) for match in ListMatcher(lists).find(text)]


def words(*texts: str, **more) -> KeywordList:
    return KeywordList("", tuple(Keyword(text, **more) for text in texts))


def test_the_upper_list_wins_where_both_have_a_word():
    assert found([words("济南"), words("濟南", "臨夏")], "濟南到临夏") == [("濟南", 0), ("临夏", 2)]


def test_the_longest_wins_where_both_begin():
    assert found([words("濟南"), words("濟南市")], "濟南市") == [("濟南市", 1)]
    assert found([words("濟南"), words("济南市?", is_pattern=True)], "济南市") == [("济南市", 1)]


def test_the_first_wins_where_they_overlap():
    assert found([words("南市"), words("[濟济]南", is_pattern=True)], "濟南市") == [("濟南", 1)]


def test_what_is_off_is_not_drawn():
    assert found([words("濟南", is_on=False), words("濟南")], "濟南") == [("濟南", 1)]
    assert found([KeywordList("", (Keyword("濟南"),), is_on=False)], "濟南") == []


def test_expressions_that_are_none_or_too_slow():
    matcher = ListMatcher([words("(", "(.*?,){11}P", "濟.", is_pattern=True)])
    assert matcher.bad == {0}
    line = ",".join(["11"] * 300) + "濟南"
    assert [match.word for match in matcher.find(line)] == [2]
    assert matcher.bad == {0, 1}
    assert [match.word for match in matcher.find(line)] == [2]


@given(
    st.lists(st.lists(st.text("濟济南市", min_size=1, max_size=3), max_size=4), max_size=3),
    st.text("濟济南市a", max_size=20),
)
def test_no_two_share_a_character(lists, text):
    at = 0
    for match in ListMatcher([words(*one) for one in lists]).find(text):
        assert at <= match.start < match.end
        at = match.end
