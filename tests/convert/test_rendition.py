"""A rendition takes the right way from how a text is written to how it is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.convert.choice import Engine
from reader.convert.converters import Converters
from reader.convert.detect import detect_script
from reader.convert.evidence import gather
from reader.convert.longest_first import LongestFirst
from reader.convert.rendition import Manner, Rendition
from reader.convert.scheme import scheme
from reader.model.block import Block
from reader.model.script import Script

S, T, TW, HK = Script.SIMPLIFIED, Script.TRADITIONAL, Script.TAIWAN, Script.HONG_KONG


@pytest.fixture(scope="module")
def converters() -> Converters:
    return Converters()


def made(source, target, has_words, converters, **others) -> Rendition:
    return Rendition(source, Manner(target, has_words, **others), converters)


def block(text: str, start: int = 0) -> Block:
    return Block(start, start + len(text.encode()), text)


@pytest.mark.parametrize(
    ("source", "target", "has_words", "expected"),
    [
        (S, None, True, None),
        (S, T, False, "s2t"),
        (S, TW, False, "s2tw"),
        (S, TW, True, "s2twp"),
        (S, HK, True, "s2hkp"),
        (S, S, False, "t2s"),
        (T, S, False, "t2s"),
        (TW, S, True, "tw2sp"),
        (HK, S, False, "hk2s"),
        (T, T, True, None),
        (TW, TW, True, None),
        (T, TW, False, "t2tw"),
        (HK, TW, True, "hk2twp"),
        (HK, TW, False, "hk2tw"),
        (T, TW, True, "t2twp"),
        (TW, T, False, "tw2t"),
    ],
)
def test_schemes(source, target, has_words, expected):
    assert scheme(source, target, has_words) == expected


@pytest.mark.parametrize("source", Script)
@pytest.mark.parametrize("target", [None, *Script])
@pytest.mark.parametrize("has_words", [False, True])
def test_every_scheme_exists(converters, source, target, has_words):
    rendition = made(source, target, has_words, converters)
    rendition.load()
    assert rendition.is_ready
    assert rendition.convert("測试").alignment.source_length == 2


def test_a_traditional_text_keeps_its_characters(converters):
    text = "皇后在里長家，余先生干預了乾隆年間的發展。"
    for target in (None, T):
        assert made(T, target, True, converters).convert(text).text == text


def test_nothing_is_read_before_it_is_wanted():
    fresh = Converters()
    assert made(S, None, False, fresh).is_ready
    assert not made(S, TW, False, fresh).is_ready


def test_what_was_converted_is_kept(converters):
    rendition = made(S, TW, False, converters)
    assert rendition.convert("发展") is rendition.convert("发展")


def test_what_is_kept_is_bounded(converters):
    rendition = made(S, TW, False, converters)
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


def test_a_rendition_judges_regional_words_unless_opencc_was_chosen(converters):
    text = "亚裔的士兵看视频"
    assert made(S, TW, True, converters).convert(text).text == "亞裔的士兵看影片"
    assert made(S, TW, True, converters, engine=Engine.OPENCC).convert(text).text == "亞裔計程車兵看影片"


def test_the_other_engine_can_be_chosen(converters):
    text = "数据库里的信息"
    chosen = made(S, TW, True, converters, engine=Engine.REIMPLEMENTED)
    assert chosen.convert(text).text == LongestFirst("s2twp").convert(text)
    shown = chosen.convert(text).text
    pieces = [shown[change.shown.start : change.shown.end] for change in chosen.explain(block(text))]
    assert pieces == ["資料庫", "裡", "的", "資訊"]


def test_a_rendition_learns_from_the_document(converters):
    rendition = made(TW, S, True, converters)
    assert rendition.convert("影片很長").text == "视频很长"
    *_, evidence = gather(["導演和演員在影展上談票房，觀眾看了。"])
    assert rendition.with_evidence(evidence).convert("影片很長").text == "影片很长"


def test_a_rendition_explains_itself(converters):
    rendition = made(S, TW, True, converters)
    text = "用鼠标看视频"
    shown = rendition.convert(text).text
    pieces = [shown[change.shown.start : change.shown.end] for change in rendition.explain(block(text))]
    assert pieces == ["用", "滑鼠", "看", "影片"]
    assert made(S, None, True, converters).explain(block(text)) == ()


def test_a_block_in_another_script_goes_its_own_way(converters):
    simplified = made(S, TW, False, converters)
    assert simplified.convert("皇后說：這裡發生過許多後來的事").text == "皇后說：這裡發生過許多後來的事"
    assert simplified.convert("「發展」一词说明后来的发展").text == "「發展」一詞說明後來的發展"
    traditional = made(TW, TW, False, converters)
    assert traditional.convert("这里发生过许多后来的事").text == "這裡發生過許多後來的事"
    assert traditional.convert("這裡發生過许多").text == "這裡發生過许多"
    shown = made(HK, TW, False, converters).convert("这里发生过许多后来的事").text
    assert shown == "這裡發生過許多後來的事"


def test_a_few_words_are_written_as_their_block_is(converters):
    """Between two scripts, words that either could have go the way of the block that they are cut from."""
    simplified = "请各位乘客从后面下车，这里是终点站，谢谢乘坐。"
    rendition = made(T, TW, False, converters)
    assert rendition.convert("后面").text == "后面"
    assert rendition.convert("后面", simplified).text == "後面"
    assert rendition.convert("后面", "皇后面帶笑容，對這裡的禮數讚不絕口。").text == "后面"
    assert rendition.convert("后面").text == "后面"
    assert made(T, None, False, converters).convert("后面", simplified).text == "后面"
