"""Which characters have a reading beside them, and in which letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.annotation import Annotated, Phonetics, annotate
from reader.convert.common_characters import is_rare
from reader.convert.pronunciation import HAN


def test_every_chinese_character_or_only_rare_ones():
    assert annotate("饕餮，真A。", Annotated.ALL, Phonetics.PINYIN) == ["tāo", "tiè", "", "zhēn", "", ""]
    assert annotate("饕餮，真A。", Annotated.RARE, Phonetics.PINYIN) == ["tāo", "tiè", "", "", "", ""]
    assert annotate("饕餮", Annotated.NONE, Phonetics.PINYIN) == ()
    assert annotate("真A。", Annotated.RARE, Phonetics.PINYIN) == ()


def test_zhuyin_has_the_readings_of_taiwan_and_pinyin_those_of_the_mainland():
    assert annotate("垃圾", Annotated.ALL, Phonetics.PINYIN) == ["lā", "jī"]
    assert annotate("垃圾", Annotated.ALL, Phonetics.ZHUYIN) == ["ㄌㄜˋ", "ㄙㄜˋ"]


@pytest.mark.parametrize("phonetics", Phonetics)
@given(text=st.text(st.sampled_from("行長龘饕一A，。\n\U00020000"), max_size=30))
def test_there_is_one_for_each_code_point_or_none_at_all(phonetics, text):
    for annotated in Annotated:
        found = annotate(text, annotated, phonetics)
        assert len(found) in (0, len(text))
        for character, reading in zip(text, found, strict=False):
            assert not reading or HAN.match(character)
            assert not reading or annotated is Annotated.ALL or is_rare(character)
