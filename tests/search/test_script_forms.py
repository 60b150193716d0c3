"""What the fold throws away: variants within a script are levelled, the scripts stay apart."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.script import Script
from reader.search.fold import fold
from reader.search.script_forms import has_several_readings, level, script_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("裡", "裏"), ("臺灣", "台灣"), ("着", "著"), ("産説", "產說"), ("経済", "經濟"), ("ＱＱ", "qq"), ("線", "綫")],
)
def test_variants_are_one(one, other):
    assert level(one) == level(other)


@pytest.mark.parametrize(("one", "other"), [("济", "濟"), ("后", "後"), ("里", "裡"), ("发", "發"), ("余", "餘")])
def test_scripts_stay_apart(one, other):
    assert level(one) != level(other)
    assert fold(one) == fold(other)


def test_one_level_is_one_fold():
    for character in map(chr, range(sys.maxunicode + 1)):
        if not 0xD800 <= ord(character) < 0xE000:
            levelled = level(character)
            assert len(levelled) == 1
            assert fold(levelled) == fold(character), character


@given(st.text())
def test_levelled_once(text):
    assert level(level(text)) == level(text)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("濟南", Script.TRADITIONAL),
        ("济南", Script.SIMPLIFIED),
        ("后", None),
        ("里", None),
        ("发", Script.SIMPLIFIED),
        ("後", Script.TRADITIONAL),
        ("abc", None),
        ("這說这", Script.TRADITIONAL),
    ],
)
def test_script_of(text, script):
    assert script_of(text) is script


def test_several_readings():
    assert all(map(has_several_readings, "后後里裡发髮乾干幹台云"))
    assert not any(map(has_several_readings, "济濟南市説a"))
