"""Forms that are coloured: dialogue, titles, dates, numbers, marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.text_pattern import TextPattern
from reader.search.text_patterns import find_patterns


def found(text: str, *patterns: TextPattern) -> list[str]:
    return [text[span.start : span.end] for span in find_patterns(text, patterns)]


@pytest.mark.parametrize(
    ("text", "dialogue"),
    [
        ("他說：「走吧。」她說“好”。", ["「走吧。」", "“好”"]),
        ("「他說『走』就走」", ["「他說『走』就走」"]),
        ("「沒有說完\n第二行」", []),
        ("『單獨的』", ["『單獨的』"]),
    ],
)
def test_dialogue(text, dialogue):
    assert found(text, TextPattern.DIALOGUE) == dialogue


def test_titles_dates_numbers_marks():
    text = "《湖邊》出版於2019年3月，賣了一百二十本，共34頁。"
    assert found(text, TextPattern.BOOK_TITLE) == ["《湖邊》"]
    assert found(text, TextPattern.DATE) == ["2019年3月"]
    assert found(text, TextPattern.DATE, TextPattern.NUMBER) == ["2019年3月", "一百二十", "34"]
    assert found(text, TextPattern.PUNCTUATION) == ["《", "》", "，", "，", "。"]


def test_a_title_inside_dialogue_is_both():
    assert found("「看《湖邊》」", TextPattern.BOOK_TITLE, TextPattern.DIALOGUE) == ["「看《湖邊》」", "《湖邊》"]


def test_nothing_is_wanted():
    assert find_patterns("「好」", ()) == []


@given(st.text("「」『』“”《》〈〉3年月日一百，。a\n", max_size=40))
def test_of_one_form_none_share_a_character(text):
    ends = dict.fromkeys(TextPattern, 0)
    for span in find_patterns(text, list(TextPattern)):
        assert ends[span.pattern] <= span.start < span.end <= len(text)
        ends[span.pattern] = span.end


@pytest.mark.parametrize("text", ["「", "「『", "1,", "一", "1月", "“a", "《一"])
def test_hostile_texts_end(text):
    spans = find_patterns(text * 20_000, list(TextPattern))
    assert all(span.end <= 20_000 * len(text) for span in spans)
