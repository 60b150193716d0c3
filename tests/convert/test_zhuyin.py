"""Zhuyin for the syllables of Hanyu Pinyin."""

from __future__ import annotations

import pytest

from reader.convert.reading_table import reading_table
from reader.convert.tones import parted
from reader.convert.zhuyin import zhuyin


@pytest.mark.parametrize(
    ("syllable", "expected"),
    [
        ("zhǎng", "ㄓㄤˇ"), ("chī", "ㄔ"), ("sì", "ㄙˋ"), ("rì", "ㄖˋ"), ("de", "˙ㄉㄜ"), ("yuán", "ㄩㄢˊ"),
        ("xué", "ㄒㄩㄝˊ"),
        ("nǚ", "ㄋㄩˇ"), ("lüè", "ㄌㄩㄝˋ"), ("jū", "ㄐㄩ"), ("qiong", "˙ㄑㄩㄥ"), ("wēng", "ㄨㄥ"), ("dōng", "ㄉㄨㄥ"),
        ("yīng", "ㄧㄥ"), ("liú", "ㄌㄧㄡˊ"), ("guì", "ㄍㄨㄟˋ"), ("lùn", "ㄌㄨㄣˋ"), ("ér", "ㄦˊ"),
        ("ê̄", "ㄝ"), ("yo", "˙ㄧㄛ"),
        ("wǒ", "ㄨㄛˇ"), ("bō", "ㄅㄛ"), ("yì", "ㄧˋ"), ("yǔ", "ㄩˇ"), ("ān", "ㄢ"), ("juān", "ㄐㄩㄢ"),
    ],
)  # fmt: skip
def test_a_syllable_is_spelt(syllable, expected):
    assert zhuyin(syllable) == expected


def test_every_syllable_of_the_table_but_dialects_is_spelt():
    syllables = {reading for readings in reading_table().characters.values() for reading in readings.split(",")}
    assert len(syllables) > 1_400
    unspelt = {syllable for syllable in syllables if zhuyin(syllable) == syllable}
    assert unspelt <= {"wòng"}
    assert all("ㄅ" <= letter <= "ㄩ" or letter in "ˊˇˋ˙" for one in syllables - unspelt for letter in zhuyin(one))


def test_what_is_no_syllable_stays():
    assert zhuyin("R&D") == "R&D"
    assert zhuyin("") == ""


def test_a_syllable_is_letters_and_a_tone():
    assert parted("lǜ") == ("lü", 4)
    assert parted("ma") == ("ma", 0)
    assert parted("ér") == ("er", 2)
