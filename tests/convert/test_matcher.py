"""Both ways of a matcher lead to the same places, and refused words give way to what they hid."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.convert import matcher
from reader.convert.matcher import Matcher

WORDS = st.sets(st.text("甲乙丙a", min_size=1, max_size=4), max_size=12)


def plain(words, text, is_allowed=lambda start, end: True):
    start = 0
    while start < len(text):
        for end in range(len(text), start, -1):
            if text[start:end] in words and is_allowed(start, end):
                yield start, end
                start = end - 1
                break
        start += 1


@given(WORDS, st.text("甲乙丙a𠮷", max_size=30))
def test_the_longest_from_left_to_right(words, text):
    assert Matcher(words).find(text) == list(plain(words, text))


@given(WORDS, st.text("甲乙丙a𠮷", max_size=30))
def test_the_automaton_finds_the_same(words, text):
    found = Matcher(words).find(text)
    long = text + "\n" + "。" * matcher.LONG
    assert Matcher(words).find(long) == found


@given(WORDS, st.text("甲乙丙a", max_size=30), st.sets(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_refused_words_give_way(words, text, refused):
    def is_allowed(start, end):
        return (start, end) not in refused

    assert Matcher(words).find_allowed(text, is_allowed) == list(plain(words, text, is_allowed))


def test_nothing_to_find():
    assert Matcher(()).find("甲乙") == []
    assert Matcher({"甲"}).find("") == []
