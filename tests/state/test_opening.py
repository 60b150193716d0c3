"""What is learnt of a file when it is opened."""

from __future__ import annotations

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.model.script import Script
from reader.state import opening
from reader.state.opening import open_file


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("这里说的是简体字。", Script.SIMPLIFIED),
        ("這裡說的是正體字，裡面裝著什麼？", Script.TAIWAN),
        ("一羣人説着綫索，衞生", Script.HONG_KONG),
        ("春眠不曉", Script.TRADITIONAL),
        ("Nothing tells.", None),
        ("山水人", None),
    ],
)
def test_the_script_is_told(written, text, script):
    assert open_file(written(text)).script is script


def test_the_middle_outweighs_what_stands_above(written):
    foreword = "这是网站的说明，请勿转载。\n" + "山水人。\n" * 1000
    assert open_file(written(foreword)).script is Script.SIMPLIFIED
    body = "這個國家的歷史與經濟發展，時間長遠。\n" * 900
    assert open_file(written(foreword + body)).script.is_traditional


def test_one_endless_line(written):
    assert open_file(written("這個國家的歷史與經濟發展，" * 30_000)).script.is_traditional


def test_the_encoding_is_detected_or_taken_as_said(written):
    path = written("萬里長城，萬里長城。\n" * 20, encoding="big5")
    detected = open_file(path)
    assert detected.document.encoding == "big5hkscs"
    assert detected.encoding is None
    said = open_file(path, "gbk")
    assert said.document.encoding == said.encoding == "gb18030"
    assert said.document.confidence == 1.0


def test_the_fingerprint_is_of_the_content(written):
    one, same, other = (written(text, f"{name}.txt") for name, text in (("a", "甲"), ("b", "甲"), ("c", "乙")))
    assert open_file(one).fingerprint == open_file(same).fingerprint
    assert open_file(one).fingerprint != open_file(other).fingerprint
    assert open_file(one).fingerprint


def test_a_file_that_vanishes_while_it_is_opened_can_still_be_read(written, monkeypatch):
    path = written("還在。")
    whole = opening.open_document

    def then_gone(path, encoding, chapters):
        document = whole(path, encoding, chapters)
        path.unlink()
        return document

    monkeypatch.setattr(opening, "open_document", then_gone)
    found = open_file(path)
    assert found.fingerprint == ""
    assert found.document.block_at(0).text == "還在。"


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", Unreadable.EMPTY), (b"PK\x03\x04" + b"\0" * 99, Unreadable.BINARY)]
)
def test_what_is_no_text_is_refused(written, content, reason):
    with pytest.raises(UnreadableFile) as refused:
        open_file(written(content))
    assert refused.value.reason is reason


def test_no_such_file(tmp_path):
    with pytest.raises(UnreadableFile) as refused:
        open_file(tmp_path / "none.txt")
    assert refused.value.reason is Unreadable.MISSING
