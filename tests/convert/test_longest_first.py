"""The other engine gives what opencc-python-reimplemented gives, to the character, with an alignment besides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from reader.convert.choice import REIMPLEMENTED_ROUTES
from reader.convert.longest_first import LongestFirst
from reader.model.position import Span


@pytest.fixture(scope="module")
def engines():
    return {name: (LongestFirst(name), OpenCC(name)) for name in REIMPLEMENTED_ROUTES}


@pytest.mark.parametrize("name", REIMPLEMENTED_ROUTES)
def test_openccs_cases_come_out_as_from_the_package(engines, opencc_cases, name):
    ours, package = engines[name]
    for _, text, _ in opencc_cases:
        assert ours.convert(text) == package.convert(text)


@pytest.mark.parametrize("name", REIMPLEMENTED_ROUTES)
def test_real_text_comes_out_as_from_the_package(engines, real_texts, name):
    ours, package = engines[name]
    for text in real_texts.values():
        start = len(text) // 3
        assert ours.convert(text[start : start + 4000]) == package.convert(text[start : start + 4000])


@given(
    st.lists(
        st.sampled_from(
            ["互联网", "软件", "后", "发", "数据库", "，", "a-b", "𠮷", "\n", "的是", "U盘", "\x00", "信息", "長頭髮"]
        ),
        max_size=30,
    )
)
def test_any_text_comes_out_as_from_the_package(engines, words):
    text = "".join(words)
    for ours, package in engines.values():
        conversion = ours.convert_aligned(text)
        assert conversion.text == package.convert(text)
        assert conversion.alignment.source_length == len(text)
        assert conversion.alignment.shown_length == len(conversion.text)


def test_the_alignment_leads_to_the_word():
    text = "台湾的互联网和出租车"
    conversion = LongestFirst("s2twp").convert_aligned(text)
    for word in ("互联网", "出租车"):
        start = text.index(word)
        span = conversion.alignment.shown_span(Span(start, start + len(word)))
        assert conversion.text[span.start : span.end] == OpenCC("s2twp").convert(word)


def test_a_clause_without_end_is_converted():
    text = "这个软件的后面没有标点" * 2000
    assert "軟體" in LongestFirst("s2twp").convert(text)
