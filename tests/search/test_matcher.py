"""Words are found leftmost and longest, as a naive search finds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import fold
from reader.search.matcher import Match, Matcher

LETTERS = st.text("济濟南市a A的", max_size=30)
WORDS = st.lists(st.text("济濟南市a ", min_size=1, max_size=4), max_size=6)


def naive(words, text):
    keys = {}
    for index, word in enumerate(words):
        if fold(word).strip():
            keys.setdefault(fold(word), index)
    text = fold(text)
    at, found = 0, []
    while at < len(text):
        key = max((key for key in keys if text.startswith(key, at)), key=len, default=None)
        if key is None:
            at += 1
        else:
            found.append(Match(at, at + len(key), keys[key]))
            at += len(key)
    return found


@given(WORDS, LETTERS)
def test_as_a_naive_search(words, text):
    assert Matcher(words).find(text) == naive(words, text)


def test_any_script_finds_any():
    for word in ("济南", "濟南"):
        assert Matcher([word]).find("由濟南到济南") == [Match(1, 3, 0), Match(4, 6, 0)]


def test_signs_are_taken_literally():
    assert Matcher(["a.b", "("]).find("axb a.b (") == [Match(4, 7, 0), Match(8, 9, 1)]


def test_without_words_nothing_is_found():
    assert Matcher([]).find("abc") == []
    assert Matcher(["  "]).find("a  b") == []
    assert Matcher([]).longest == 0
