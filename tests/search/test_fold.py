"""The fold: one character for one, and every way to write a word is one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("济南", "濟南"),
        ("里", "裏"),
        ("里", "裡"),
        ("產説掛", "产说挂"),
        ("著", "着"),
        ("餘", "余"),
        ("馀", "余"),
        ("経済", "经济"),
        ("駅", "驿"),
        ("ＱＱ１２", "qq12"),
        ("⼈⻆", "人角"),
        ("「濟」", "“济”"),
        ("臺灣", "台湾"),
        ("a\u3000b", "A b"),
        ("ΑΒ", "αβ"),
        ("为爲", "為為"),
    ],
)
def test_ways_to_write(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("欠", "缺"), ("予", "豫"), ("弁", "瓣"), ("缶", "罐"), ("干", "千"), ("未", "末")]
)
def test_words_of_their_own(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["㎏", "ß", "Ⅳ", "ﬁ", "İ", "①", "ﷺ"])
def test_length_stays(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_any_text_keeps_its_length_and_folds_once(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text(), st.text())
def test_folding_is_by_character(one, other):
    assert fold(one + other) == fold(one) + fold(other)


def test_a_long_text_is_folded_in_pieces():
    text = "濟南市A𠮷" * 10_000
    assert fold(text) == fold("濟南市A𠮷") * 10_000
