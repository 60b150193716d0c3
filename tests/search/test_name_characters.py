"""Characters that names are written with, and words that a dictionary knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.dictionary_words import known_words
from reader.search.name_characters import levels


@pytest.mark.parametrize(
    ("kind", "in_names", "elsewhere"),
    [("transliteration", "斯尔", "的我"), ("given", "伟萍", "的吗"), ("family", "王李", "的是")],
)
def test_characters_of_names(kind, in_names, elsewhere):
    found = levels(kind)
    assert all(found[character] >= 2 for character in in_names)
    assert not any(character in found for character in elsewhere)
    assert set(found.values()) <= {1, 2, 3, 4, 5}


def test_words_that_share_characters_are_all_known():
    # 济南, 济南市 and 南市 hold the second character.
    assert known_words("济南市") == [
        ["L0/2ns", "L0/3ns", "LBns"],
        ["L0/2ns", "L1/2ns", "L1/3ns", "LBns", "LEns", "LMns"],
        ["L1/2ns", "L2/3ns", "LEns"],
    ]


@given(st.text("济南市书记ab1·,。 𠀀", max_size=40))
def test_each_character_is_told_of(key):
    assert len(known_words(key)) == len(key)
