"""Dictionaries of any format, and files that are none."""

from __future__ import annotations

import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnusableDictionary, UnusableReason
from reader.model.dictionary_entry import DictionaryEntry
from reader.reference import limits
from reader.reference.registry import open_dictionary


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_table_with_named_columns(tmp_path):
    table = '字詞名,部首,注音一式,漢語拼音,釋義\n行,行,ㄒㄧㄥˊ,xíng,"走。\n如：「步行」。"\n,空,,,無詞\n'
    source = open_dictionary(written(tmp_path, "國語.csv", table))
    assert source.name == "國語"
    assert list(source.entries) == [DictionaryEntry(("行",), "ㄒㄧㄥˊ", "走。\n如：「步行」。")]


def test_a_table_with_both_scripts(tmp_path):
    table = "simplified\ttraditional\tpinyin\tmeaning\n书\t書\tshū\tbook\n"
    (entry,) = open_dictionary(written(tmp_path, "a.tsv", table)).entries
    assert entry == DictionaryEntry(("书", "書"), "shū", "book")


def test_a_table_without_names(tmp_path):
    (one, other) = open_dictionary(written(tmp_path, "a.txt", "書\tbook\n筆\tpen\tbrush\n")).entries
    assert (one.words, one.body) == (("書",), "book")
    assert (other.words, other.body.split("\n")[0]) == (("筆",), "pen")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_first_word(tmp_path, encoding):
    path = written(tmp_path, "a.tsv", "書\tbook\n筆\tpen\n".encode(encoding))
    assert [entry.words for entry in open_dictionary(path).entries] == [("書",), ("筆",)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", "雨下了一夜。\n天亮了。\n", UnusableReason.UNKNOWN_FORMAT),
        ("a.u8", b"", UnusableReason.UNKNOWN_FORMAT),
        ("a.tsv", "書\tbook\n筆\tpen\n".encode("gb18030"), UnusableReason.ENCODING),
        ("a.ifo", "not the head\n", UnusableReason.UNKNOWN_FORMAT),
        ("a.gz", gzip.compress(b"x" * 5000, mtime=0)[:30], UnusableReason.DAMAGED),
        ("a.csv", "字詞名,釋義\n,\n", UnusableReason.EMPTY),
    ],
)
def test_what_is_no_dictionary_says_why(tmp_path, name, content, reason):
    with pytest.raises(UnusableDictionary) as caught:
        list(open_dictionary(written(tmp_path, name, content)).entries)
    assert caught.value.reason is reason
    assert caught.value.path.name == name


def test_a_folder_and_a_missing_file_cannot_be_read(tmp_path):
    for path in (tmp_path, tmp_path / "none.u8"):
        with pytest.raises(UnusableDictionary) as caught:
            open_dictionary(path)
        assert caught.value.reason is UnusableReason.UNREADABLE


def test_a_packed_file_that_swells_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "SIZE", 10_000)
    with pytest.raises(UnusableDictionary) as caught:
        open_dictionary(written(tmp_path, "a.gz", gzip.compress(b" " * 20_000)))
    assert caught.value.reason is UnusableReason.TOO_LARGE


def test_endless_words_and_entries_are_cut(tmp_path, cedict, monkeypatch):
    monkeypatch.setattr(limits, "BODY", 4)
    monkeypatch.setattr(limits, "ENTRIES", 2)
    entries = open_dictionary(cedict).entries
    assert next(entries).body == "soft"
    next(entries)
    with pytest.raises(UnusableDictionary) as caught:
        next(entries)
    assert caught.value.reason is UnusableReason.TOO_LARGE


@given(content=st.binary(max_size=300), name=st.sampled_from(["a.u8", "a.ifo", "a.csv", "a.tsv", "a.gz", "a.idx", "a"]))
def test_whatever_is_in_a_file_it_is_entries_or_a_reason(tmp_path_factory, content, name):
    path = written(tmp_path_factory.mktemp("any"), name, content)
    with suppress(UnusableDictionary):
        assert all(entry.words for entry in open_dictionary(path).entries)
