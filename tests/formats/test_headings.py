from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.headings import CANDIDATE, heading_level

VOLUMES = [
    "第一卷",
    "第三部 歸來",
    "第2集",
    "卷一",
    "卷之三　舊雨",
    "卷上",
    "【第二卷】",
    "Part Two",
    "BOOK III: Home",
    "Volume 4",
]
CHAPTERS = [
    "第一章",
    "　　第一章　歸鄉",
    "第 十二 章 雨夜",
    "第１２章：信",
    "第三百零五章 你到底是誰？",
    "第9章 快走！！",
    "第两百章",
    "第〇七回",
    "第一回：舊友重逢談往事，新人初到問歸期",
    "第十回舊友重逢　新人初到",
    "【第三章】",
    "【第三章】 出城",
    "正文 第一章 出城",
    "正文第一章",
    "第四幕",
    "第五折 送別",
    "第二篇·山中",
    "序",
    "序章",
    "楔子",
    "引子",
    "前言",
    "尾聲",
    "尾声",
    "后记",
    "後記：寫在最後",
    "自序",
    "番外",
    "番外三 那年夏天",
    "番外篇",
    "附錄",
    "附录二 人名表",
    "附錄A",
    "目錄",
    "目　錄",
    "《序》",
    "Chapter 1",
    "CHAPTER IV. The Harbour",
]
SECTIONS = ["第一节", "第三節　總則", "一、背景", "十二、往後的打算", "（三）如何申請", "(四) 罰則"]
SENTENCES = [
    "",
    "   ",
    "　　天亮的時候他已經走了。",
    "第一章里说过，他没有回来。",
    "第一章里说过的那个人，后来没有回来",
    "第一章 他说，",
    "第一章　他回來了。",
    "第一部分",
    "第二節課",
    "第三集團軍",
    "第一回合",
    "第三回想起來",
    "第二天",
    "第十名",
    "第一條　本法依憲法制定之",
    "卷起袖子",
    "卷一下就好",
    "序幕拉開之後",
    "前言不搭后语",
    "引子弹上膛",
    "后记者又问",
    "附錄音檔",
    "後來他也同意了",
    "一、二等座",
    "三、四個人",
    "一、旅店、飲食店之住宿費；",
    "二、运送费及运送人所垫之款。",
    "三、應由本人簽名，並載明日期",
    "（一）修改规则；",
    "Chapter one of his life was over, they said.",
    "Part 2 of the plan",
    "Particle physics",
    "第一章" + "很" * 60,
    "第一章" + " " * 100 + "。",
]


@pytest.mark.parametrize(
    ("line", "level"),
    [(line, 1) for line in VOLUMES]
    + [(line, 2) for line in CHAPTERS]
    + [(line, 3) for line in SECTIONS]
    + [(line, 0) for line in SENTENCES],
)
def test_levels(line: str, level: int):
    assert heading_level(line) == level


@pytest.mark.parametrize("line", VOLUMES + CHAPTERS + SECTIONS)
def test_every_heading_is_a_candidate(line: str):
    for text in (f"\n{line}", f"一\r\n{line}\r\n二", f"\r{line}\r", f"\n{line}\n{line}\n"):
        assert line in [match[1] for match in CANDIDATE.finditer(text)]


parts = st.sampled_from(
    [
        "第",
        "卷",
        "一",
        "十",
        "3",
        "章",
        "回",
        "節",
        "部",
        "序",
        "番外",
        "附錄",
        "Chapter ",
        "【",
        "】",
        "　",
        " ",
        "：",
        "、",
        "。",
        "正文",
        "人",
    ]
)


@given(line=st.lists(parts, max_size=14).map("".join))
def test_no_heading_is_missed(line: str):
    if heading_level(line):
        assert [match[1] for match in CANDIDATE.finditer(f"人\n{line}\n人")] == [line]


@pytest.mark.parametrize("text", ["第" * 200_000, "\n" + " " * 200_000 + "第一章", "\n第一" * 100_000, "1." * 100_000])
def test_hostile_lines_take_no_time(text: str):
    assert heading_level(text) == 0
    for match in CANDIDATE.finditer(text):
        heading_level(match[1])
