"""What is typed into the search box means something, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.query_language import Near, Terms, parse_query


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("濟南", Terms(("濟南",))),
        ("  濟南　臨夏 ", Terms(("濟南", "臨夏"))),
        ('"New York" 濟南', Terms(("New York", "濟南"))),
        ('"a -b ~5', Terms(("a -b ~5",))),
        ("濟南 -臨夏", Terms(("濟南",), ("臨夏",))),
        ('濟南 -"New York"', Terms(("濟南",), ("New York",))),
        ("-5", Terms(("-5",))),
        ("濟南 -", Terms(("濟南", "-"))),
        ("濟南 ~5 臨夏", Terms((Near("濟南", "臨夏", 5),))),
        ('"a b" ~0 c 濟南', Terms((Near("a b", "c", 0), "濟南"))),
        ("a ~5", Terms(("a", "~5"))),
        ("~5 a", Terms(("~5", "a"))),
        ("a ~5 b ~3 c", Terms((Near("a", "b", 5), "~3", "c"))),
        ("a~5 b", Terms(("a~5", "b"))),
        ("a ~5x b", Terms(("a", "~5x", "b"))),
        ("全-面", Terms(("全-面",))),
        ("“New York” －臨夏", Terms(("New York",), ("臨夏",))),
        ("濟南 ～5 臨夏", Terms((Near("濟南", "臨夏", 5),))),
        ("「濟南」 全－面 ～", Terms(("「濟南」", "全－面", "～"))),
        ('""', Terms()),
        ("", Terms()),
    ],
)
def test_what_is_meant(text, terms):
    assert parse_query(text) == terms


@given(st.text('ab-"~5 　', max_size=20))
def test_no_operator_stands_alone(text):
    terms = parse_query(text)
    assert terms.wanted or not terms.excluded
    for term in terms.wanted:
        words = (term.one, term.other) if isinstance(term, Near) else (term,)
        assert all(word.strip() for word in words)


@given(st.lists(st.text("濟南abc5", min_size=1), max_size=5))
def test_words_are_themselves(words):
    assert parse_query(" ".join(words)) == Terms(tuple(words))
