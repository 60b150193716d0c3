"""The outline's label says what a paragraph says, in the paragraph's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import fold
from reader.search.gist import gist_of

REST = "，沿湖的三個村子都派人參加了這次活動，當天晚上才各自回家。"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("短的段落就是它自己。", "短的段落就是它自己。"),
        ("　　3月5日至6日，漁民代表來到湖邊清理蘆葦" + REST, "漁民代表來到湖邊清理蘆葦"),
        ("会上，渔民代表介绍了清理芦苇的办法" + REST, "渔民代表介绍了清理芦苇的办法"),
        ("在縣裡的支持下，漁民代表買了兩條新船" + REST, "漁民代表買了兩條新船"),
        ("1998年冬天下大雪的時候，湖面結了厚厚的冰" + REST, "湖面結了厚厚的冰"),
        ("王建國說，三年來湖水清了許多" + REST, "王建國：三年來湖水清了許多"),
        ("王建国在会议上指出，今年以来，湖水清了许多" + REST, "王建国：湖水清了许多"),
        ("他說，三年來湖水清了許多" + REST, "三年來湖水清了許多"),
        ("湖裡共有1,021種魚" + REST, "湖裡共有1,021種魚"),
        ("老王（綽號：水鬼，漁民）買了新船" + REST, "老王（綽號：水鬼，漁民）買了新船"),
        ("「湖水清了許多，」王建國對縣裡來的人說" + REST, "湖水清了許多"),
        ("「蘆葦」這兩個字怎麼寫" + REST, "「蘆葦」這兩個字怎麼寫"),
        ("原標題:漁民代表 清理湖邊的蘆葦" + REST, "漁民代表 清理湖邊的蘆葦"),
        ("〔記者王建國／青島報導〕湖邊的水閘昨天修好了" + REST, "湖邊的水閘昨天修好了"),
        ("（中央社記者李思遠青島3日電）湖邊的水閘修好了" + REST, "湖邊的水閘修好了"),
        ("本报青岛3月5日电（记者 王建国）记者从县里获悉，今年前三季度，湖水清了许多" + REST, "湖水清了许多"),
        ("【本報訊】渔政处昨日宣布，湖边的水闸修好了" + REST, "渔政处：湖边的水闸修好了"),
        ("县水利局规划处副处长李思远在接受采访时表示，湖水清了许多" + REST, "李思远：湖水清了许多"),
        ("縣長辦公室的發言人表示，湖水清了許多" + REST, "發言人：湖水清了許多"),
        ("值得注意的是，与去年同期相比，湖水清了许多" + REST, "湖水清了许多"),
        ("新水閘旁邊修了一條人行道，全長三百米" + REST, "新水閘旁邊修了一條人行道"),
        ("漁夫的故事是一本寫給孩子看的小說，說的是湖邊的水閘" + REST, "漁夫的故事是一本寫給孩子看的小說"),
        ("我在湖邊等了你一個小時，船也沒有來" + REST, "我在湖邊等了你一個小時"),
        ("●合作社表示，報名到三月五日為止" + REST, "合作社：報名到三月五日為止"),
        ("中新网青岛3月5日电 (记者 王建国)5日，湖边的水闸修好了" + REST, "湖边的水闸修好了"),
        ("對於漁民的質疑，合作社回應稱，水閘已經修好了" + REST, "合作社：水閘已經修好了"),
        ("合作社社長李思遠在臉書發文，指水閘下個月修好" + REST, "合作社社長李思遠：水閘下個月修好"),
        ("有老漁民無奈地說，湖裡的魚少了一半" + REST, "老漁民：湖裡的魚少了一半"),
        ("另一方面，上個月的一天，湖面結了厚厚的冰" + REST, "湖面結了厚厚的冰"),
        ("老王，漁民，五十歲" + REST, "老王，漁民，五十歲"),
        (
            "為了清理多年來長滿湖邊的蘆葦而成立的漁民合作社昨天第一次派人到縣裡開會" + REST,
            "為了清理多年來長滿湖邊的蘆葦而成立的漁民合作社昨天…",
        ),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(text, label):
    assert gist_of(text).label(text) == label


TEXT = st.text("王建國說道，。：「」（）3月5日在會上湖水清了 \n", max_size=120)


@given(TEXT)
def test_a_gist_stands_in_its_paragraph(text):
    gist = gist_of(text)
    assert 0 <= gist.says.start <= gist.says.end <= len(text)
    assert len(gist.label(text)) <= 31
    assert bool(text[gist.says.start : gist.says.end].strip()) or not text.strip(" \n「」（）")
    if gist.speaker:
        assert 2 <= len(gist.speaker) <= 8
        assert gist.speaker.end <= gist.says.start


@given(TEXT)
def test_both_scripts_say_the_same(text):
    # Quotation marks keep their sides, which the fold takes from them.
    folded = "".join(character if character in "「」（）" else fold(character) for character in text)
    assert gist_of(folded).says == gist_of(text).says


def test_a_long_paragraph_of_nothing():
    for text in ("，" * 500, "「" * 500, " " * 500, "今年，" * 300, "a" * 5000):
        assert len(gist_of(text).label(text)) <= 31
