from __future__ import annotations

from pathlib import Path

import pytest

from reader.formats.registry import open_document
from reader.formats.titles import title_levels
from reader.model.block import BlockKind

BODY = "入冬以來，這座小鎮的居民每天清晨都到碼頭上去，等那艘遲遲不來的船，一等就等了三個多月。"


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (["小鎮居民等船三個月", BODY], [1]),
        (["小鎮居民等船三個月", "　　碼頭日夜有人", "船公司沒有回覆", "鎮長出面說明", BODY], [1, 2, 2, 2]),
        (["小鎮居民等船三個月", "2018年03月26日 來源：小鎮日報", BODY], [1]),
        (["小镇居民等船三个月", "来源：小镇日报", "记者：某某", BODY], [1]),
        (["等船的人", "作者：佚名", BODY], [1]),
        (["等船的人", "第一章　清晨", BODY], [1]),
        (["等船的人", "短短的一句話。"], [1]),
        (["第一章　清晨", BODY], []),
        ([BODY, "小鎮居民等船三個月"], []),
        (["他走了。", BODY], []),
        (["2018年03月26日", BODY], []),
        (["一首詩", "沒有標點", "一行一行", "寫了下來", "寫到最後"], []),
        (["只有一行"], []),
        ([], []),
    ],
)
def test_levels(lines: list[str], levels: list[int]):
    assert title_levels(lines) == levels


def test_the_news_article_has_four(samples: Path):
    document = open_document(samples / "texts" / "seed_article.txt")
    block = document.block_at(0)
    levels = []
    while block.kind is BlockKind.TITLE:
        levels.append(block.level)
        following = document.block_after(block)
        assert following
        block = following
    assert levels == [1, 2, 2, 2]
    assert len(list(document.outlines())[-1].headings) == 4
    assert len(list(document.outlines())[-1].starts) == 13


def test_novels_have_their_chapters(samples: Path):
    for name, count in (
        ("novel_hant/三國志演義.txt", 120),
        ("novel_hant/何典.txt", 10),
        ("novel_gbk_raw/三国演义.txt", 121),
    ):
        *_, outline = open_document(samples / "texts" / name).outlines()
        assert len(outline.headings) == count
    for name in ("modern_hant/moztw_cc0_sentences.txt", "modern_hant/ud_pud_news_wiki.txt", "oneline/吶喊.txt"):
        *_, outline = open_document(samples / "texts" / name).outlines()
        assert not outline.headings
