"""The word under a double click."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.words import word_at


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("濟南市黨政代表團到甘肅", 4, "黨政"),
        ("济南市党政代表团到甘肃", 6, "代表团"),
        ("他買了iPhone手機。", 5, "iPhone"),
        ("他買了iPhone手機。", 9, "手機"),
        ("他來了，走了", 3, "，"),
        ("it's 3.14 now", 1, "it's"),
        ("it's 3.14 now", 6, "3.14"),
        ("一 二", 1, " "),
    ],
)
def test_words(text, offset, word):
    span = word_at(text, offset)
    assert text[span.start : span.end] == word


@given(st.text(min_size=1, max_size=80), st.integers(0, 200))
def test_a_word_holds_its_place(text, offset):
    offset %= len(text)
    span = word_at(text, offset)
    assert span.start <= offset < span.end <= len(text)
