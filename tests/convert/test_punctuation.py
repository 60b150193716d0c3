"""Punctuation is a view of its own, aligned like the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.punctuation import CORNER, CURVED, Punctuation

ALL = Punctuation(CORNER, True, True)


@pytest.mark.parametrize(
    ("view", "text", "shown"),
    [
        (Punctuation(CURVED), "他說：「她問『好嗎』。」", "他說：“她問‘好嗎’。”"),
        (Punctuation(CORNER), "他说：“她问‘好吗’。”", "他说：「她问『好吗』。」"),
        (Punctuation(has_full_width=True), "好,壞;對嗎?對!(真的)", "好，壞；對嗎？對！（真的）"),
        (Punctuation(has_full_width=True), "1,000元在3:25, f(x)", "1,000元在3:25, f(x)"),
        (Punctuation(has_long_marks=True), "好...壞…是……對", "好……壞……是……對"),
        (Punctuation(has_long_marks=True), "他—她--它——我 a--b", "他——她——它——我 a--b"),
        (Punctuation(), "他說：「好...」,", "他說：「好...」,"),
    ],
)
def test_views(view, text, shown):
    assert view.convert(text).text == shown


@given(st.text("好「“』’,.…—-(1a，。", max_size=30))
def test_views_are_aligned_and_settle(text):
    shown = ALL.convert(text)
    assert shown.alignment.source_length == len(text)
    assert shown.alignment.shown_length == len(shown.text)
    assert ALL.convert(shown.text).alignment.is_identity
