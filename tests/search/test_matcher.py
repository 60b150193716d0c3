"""Words are found leftmost and longest, as a naive search finds them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import fold
from reader.search.matcher import Match, Matcher, resolve

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


@given(st.lists(st.text("济濟南市a ", min_size=1, max_size=4), min_size=1, max_size=6), LETTERS)
def test_many_words_as_a_naive_search(words, text):
    # Words that stand nowhere make the list so long that the automaton finds it.
    many = [*words, *map("词{:03}".format, range(120))]
    assert Matcher(many).find(text) == naive(words, text)
    assert Matcher(many).longest == max(4, *map(len, words))


def test_ten_thousand_words():
    words = [chr(0x4E00 + number // 100) + chr(0x5E00 + number % 100) for number in range(10_000)]
    text = "".join(reversed(words[::7]))
    assert all(text[start:end] != "" for start, end, _ in Matcher(words).find(text))
    assert Matcher(words).find(words[4321]) == [Match(0, 2, 4321)]


MATCH = st.builds(
    lambda start, size, word: Match(start, start + size, word), st.integers(0, 20), st.integers(1, 6), st.integers(0, 3)
)


@given(st.lists(MATCH))
def test_overlaps_are_resolved(matches):
    shown = resolve(matches)
    assert set(shown) <= set(matches)
    assert all(one.end <= other.start for one, other in pairwise(shown))
    for match in matches:
        rival = next(one for one in shown if one.start < match.end and match.start < one.end)
        assert (rival.start, -rival.end, rival.word) <= (match.start, -match.end, match.word)


@given(st.lists(st.sampled_from(["濟南", "市\n濟", "a b", "南"]), min_size=1, unique=True), st.integers(0, 3))
def test_a_long_text_is_looked_at_in_pieces(words, shift):
    many = [*words, *map("词{:03}".format, range(120))]
    text = "x" * shift + ("由濟南市\n济南a b\r\n" * 2_500) + "濟" * 40_000 + "南\n濟南"
    assert Matcher(many).find(text) == Matcher(words).find(text)
