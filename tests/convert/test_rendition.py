"""A rendition takes the right way from how a text is written to how it is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.convert.detect import detect_script
from reader.convert.rendition import Converters, Rendition
from reader.convert.scheme import scheme
from reader.model.script import Script

S, T, TW, HK = Script.SIMPLIFIED, Script.TRADITIONAL, Script.TAIWAN, Script.HONG_KONG


@pytest.fixture(scope="module")
def converters() -> Converters:
    return Converters()


@pytest.mark.parametrize(
    ("source", "target", "has_words", "expected"),
    [
        (S, None, True, ()),
        (S, T, False, ("s2t",)),
        (S, TW, False, ("s2tw",)),
        (S, TW, True, ("s2twp",)),
        (S, HK, True, ("s2hkp",)),
        (S, S, False, ("t2s",)),
        (T, S, False, ("t2s",)),
        (TW, S, True, ("tw2sp",)),
        (HK, S, False, ("hk2s",)),
        (T, T, True, ()),
        (TW, TW, True, ()),
        (T, TW, False, ("t2tw",)),
        (HK, TW, True, ("hk2t", "t2tw")),
        (TW, T, False, ("tw2t",)),
    ],
)
def test_schemes(source, target, has_words, expected):
    assert scheme(source, target, has_words) == expected


@pytest.mark.parametrize("source", Script)
@pytest.mark.parametrize("target", [None, *Script])
@pytest.mark.parametrize("has_words", [False, True])
def test_every_scheme_exists(converters, source, target, has_words):
    rendition = Rendition(source, target, has_words, converters)
    rendition.load()
    assert rendition.is_ready
    assert rendition.convert("測试").alignment.source_length == 2


def test_a_traditional_text_keeps_its_characters(converters):
    text = "皇后在里長家，余先生干預了乾隆年間的發展。"
    for target in (None, T):
        assert Rendition(T, target, True, converters).convert(text).text == text


def test_nothing_is_read_before_it_is_wanted():
    fresh = Converters()
    assert Rendition(S, None, False, fresh).is_ready
    assert not Rendition(S, TW, False, fresh).is_ready


def test_what_was_converted_is_kept(converters):
    rendition = Rendition(S, TW, False, converters)
    assert rendition.convert("发展") is rendition.convert("发展")


def test_what_is_kept_is_bounded(converters):
    rendition = Rendition(S, TW, False, converters)
    first = rendition.convert("发展")
    for number in range(250):
        rendition.convert(f"{number}，" * 300)
    assert rendition.convert("发展") is not first


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("这个国家的经济发展", S),
        ("這個國家的經濟發展", T),
        ("他在屋裡啟動了電腦，這是為了線上課程", TW),
        ("他在屋裏啓動了電腦，這是爲了線上課程", T),
        ("hello, 123", None),
        ("", None),
        ("中文", None),
        ("这篇文章引用了「國語」一词，说明简体字的来历", S),
        ("這篇文章引用了“发展”一詞，說明簡體字的來歷", T),
    ],
)
def test_scripts_are_told(text, script):
    assert detect_script(text) is script


def test_samples_are_told(samples: Path):
    assert detect_script((samples / "texts" / "seed_article.txt").read_text(encoding="utf-8")) is T
