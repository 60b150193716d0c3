"""How texts are read: words that everybody knows, in either script, and what always holds."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.converters import Converters
from reader.convert.pronunciation import HAN, Standard, pronounce, readings_of
from reader.convert.tones import parted

_SPEC = importlib.util.spec_from_file_location("polyphones", Path(__file__).with_name("polyphones.py"))
polyphones = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(polyphones)

texts = st.text(
    st.sampled_from("长長行行了得地着著为為只隻乾干髮发還还和與重樂，。 aA1\n\U00020000〇㐂一三卷卷"), max_size=60
)


@pytest.fixture(scope="module")
def traditional() -> Converters:
    return Converters()


@pytest.mark.parametrize("listed", [polyphones.WORDS, polyphones.SENTENCES], ids=["words", "sentences"])
def test_polyphones_are_read_by_their_word_in_either_script(listed, traditional):
    route = traditional.named("s2t")
    cases = polyphones.cases(listed)
    assert len(cases) > 60
    wrong = [
        (written, pronounce(written), readings)
        for text, readings in cases
        for written in (text, route.convert(text))
        if pronounce(written) != readings
    ]
    assert wrong == []


def test_a_character_that_is_written_for_one_reading_keeps_to_it():
    assert pronounce("理髮")[1] == "fà"
    assert pronounce("乾坤") == ["qián", "kūn"]
    assert pronounce("乾淨") == ["gān", "jìng"]
    assert pronounce("著作等身") == ["zhù", "zuò", "děng", "shēn"]
    assert pronounce("看著書") == ["kàn", "zhe", "shū"]


def test_taiwan_reads_some_characters_and_words_otherwise():
    read = pronounce("垃圾和星期的品質", Standard.TAIWAN)
    assert read == ["lè", "sè", "hàn", "xīng", "qí", "de", "pǐn", "zhí"]
    assert pronounce("企業的危機", Standard.TAIWAN) == ["qì", "yè", "de", "wéi", "jī"]
    assert pronounce("他的頭髮", Standard.TAIWAN)[2:] == ["tóu", "fǎ"]
    assert pronounce("和平", Standard.TAIWAN) == ["hé", "píng"]
    assert pronounce("法國的辦法國家", Standard.TAIWAN)[::4] == ["fà", "fǎ"]


def test_taiwan_keeps_the_tones_that_the_mainland_has_lost():
    assert pronounce("朋友喜歡他們") == ["péng", "you", "xǐ", "huan", "tā", "men"]
    assert pronounce("朋友喜歡他們", Standard.TAIWAN) == ["péng", "yǒu", "xǐ", "huān", "tā", "men"]
    assert pronounce("爸爸", Standard.TAIWAN) == ["bà", "ba"]


def test_only_chinese_characters_are_read():
    assert pronounce("A 3，カ好!") == ["", "", "", "", "", "hǎo", ""]
    assert pronounce("") == []


def test_all_readings_of_a_character_are_known():
    assert readings_of("行")[:2] == ("xíng", "háng")
    assert readings_of("龘") == ("dá",)
    assert readings_of("a") == ()


@given(texts, st.sampled_from(Standard))
def test_there_is_one_reading_a_character(text, standard):
    readings = pronounce(text, standard)
    assert len(readings) == len(text)
    for character, reading in zip(text, readings, strict=True):
        assert not reading or HAN.match(character)
        letters, tone = parted(reading)
        assert 0 <= tone <= 4
        assert letters == letters.lower()


@given(texts, texts)
def test_what_stands_beyond_punctuation_does_not_matter(one, other):
    assert pronounce(f"{one}。{other}") == [*pronounce(one), "", *pronounce(other)]
