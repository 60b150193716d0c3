"""CC-CEDICT's lines."""

from __future__ import annotations

import gzip

import pytest

from reader.model.dictionary_entry import DictionaryEntry
from reader.reference.cedict import with_tone_marks
from reader.reference.registry import open_dictionary


def test_the_entries_of_a_file(cedict):
    source = open_dictionary(cedict)
    assert source.name == "CC-CEDICT of our own"
    assert list(source.entries) == [
        DictionaryEntry(("軟體", "软体"), "ruǎn tǐ", "software (Tw)\nmollusc"),
        DictionaryEntry(("女",), "nǚ", "woman"),
        DictionaryEntry(("綠", "绿"), "lǜ", "green"),
    ]


def test_a_packed_file_reads_the_same(cedict):
    packed = cedict.with_name("other.txt.gz")
    packed.write_bytes(gzip.compress(cedict.read_bytes()))
    assert list(open_dictionary(packed).entries) == list(open_dictionary(cedict).entries)


@pytest.mark.parametrize(
    ("numbers", "marks"),
    [
        ("lu:4 se4", "lǜ sè"), ("Zhong1 guo2", "Zhōng guó"), ("xiong2", "xióng"), ("gui4", "guì"),
        ("liu2", "liú"), ("hao3 de5", "hǎo de"), ("nu:e4", "nüè"), ("O1", "Ō"),
        ("e2 r5", "é r"), ("dou1", "dōu"), ("xx5", "xx"), ("K T V", "K T V"),
        ("yue4", "yuè"), ("quan2", "quán"), ("shuang1", "shuāng"), ("m2", "m2"),
        ("er2", "ér"), ("zhuo2 yue4", "zhuó yuè"),
    ],
)  # fmt: skip
def test_tone_numbers_become_marks(numbers, marks):
    assert with_tone_marks(numbers) == marks
