"""Which characters stand beside each other in words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.convert.lexicon import Lexicon
from reader.convert.word_pairs import may_be_torn


@pytest.mark.parametrize(
    ("pair", "is_torn"), [("工作", True), ("代表", True), ("肃临", False), ("夏考", False), ("对，", False)]
)
def test_a_word_may_be_torn_between_two_characters(pair: str, is_torn: bool):
    assert may_be_torn(*pair) is is_torn


def test_no_word_is_overlooked():
    lexicon = Lexicon()
    for word in ("人民大会堂", "程序员", "计算机", "蝴蝶"):
        assert lexicon.cost(word) is not None
        assert all(may_be_torn(one, other) for one, other in pairwise(word))
