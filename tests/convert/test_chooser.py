"""One of several traditional forms is chosen by what stands beside it and by the document."""

from __future__ import annotations

import pytest

from reader.convert.evidence import NO_EVIDENCE, gather
from reader.convert.guard import Guard
from reader.convert.route import Route
from reader.convert.routes import recipe
from reader.convert.senses import Region


@pytest.fixture(scope="module")
def convert(dictionaries):
    route = Route(recipe(dictionaries, "s2tw"))
    return lambda text, evidence=NO_EVIDENCE: route.convert(text, Guard(Region.MAINLAND, evidence, is_simplified=True))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("追了十几里，在屋里歇下", "追了十幾里，在屋裡歇下"),
        ("埃里克住在城里", "埃里克住在城裡"),
        ("那书生云：「好云」", "那書生云：「好雲」"),
        ("吾父不准偕游，不够准确", "吾父不准偕遊，不夠準確"),
        ("从征十年，征收赋税", "從征十年，徵收賦稅"),
        ("大娘和老板娘", "大娘和老闆娘"),
        ("应负回复原状之责", "應負回復原狀之責"),
        ("周末诸侯相争，这个周末下雨", "周末諸侯相爭，這個週末下雨"),
        ("西周末年的铜器", "西周末年的銅器"),
        ("周末去秦皇岛", "週末去秦皇島"),
        ("车夫等了十几分钟", "車夫等了十幾分鐘"),
        ("一见钟情", "一見鍾情"),
        ("于先生姓于，在于认真", "于先生姓于，在於認真"),
        ("林里长说，孩子在这里长大", "林里長說，孩子在這裡長大"),
        ("裁判判断发球犯规", "裁判判斷發球犯規"),
        ("中国历任校长", "中國歷任校長"),
    ],
)
def test_what_stands_beside_a_character_decides(convert, text, shown):
    assert convert(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("裁判判断发球犯规", "裁判判斷發球犯規"),  # no 断发
        ("特大干旱", "特大乾旱"),  # 大干 decides nothing, but hid 干旱
        ("抗日游击队", "抗日游擊隊"),
        ("分配制度", "分配制度"),  # a longer word is made of 分配 and 制度, not 配制
        ("假发票", "假發票"),
        ("顺顺当当地过去", "順順當當地過去"),
        ("以格里高利历来纪年", "以格里高利曆來紀年"),  # a long word of the dictionary is one
        ("在海里游泳，吃素面", "在海裏游泳，喫素麪"),  # forms are those of the standard
    ],
)
def test_words_of_the_dictionaries_are_torn_by_likelier_ones_on_every_route(dictionaries, text, shown):
    route = Route(recipe(dictionaries, "s2t"))
    judge = Guard(Region.MAINLAND, is_simplified=True)
    assert route.convert(text, judge) == route.convert_aligned(text, judge).text == shown
    assert "".join(piece.text for piece in route.explain(text, judge)) == shown
    long = f"{text}。\n" * 5000
    assert route.convert(long, judge) == f"{shown}。\n" * 5000


@pytest.mark.parametrize(
    ("passages", "text", "shown"),
    [
        (["于青说好。", "于青道：去。"], "他叫于青走", "他叫于青走"),
        (["记者于青。", "队长于青。"], "产生于青年", "產生於青年"),
        (["范青来了。", "范青走了。", "范青笑了。"], "范青与吕范的模范", "范青與呂範的模範"),
    ],
)
def test_people_keep_their_names(convert, passages, text, shown):
    *_, evidence = gather(passages)
    assert convert(text, evidence) == shown


def test_a_document_that_says_yu_for_i_is_believed(convert):
    *_, evidence = gather(["余归家。余见其人，所余无几。"] * 20)
    assert evidence.has_first_person_yu
    assert convert("余归家，所余无几，其余不问", evidence) == "余歸家，所餘無幾，其餘不問"
    assert convert("余下的钱") == "餘下的錢"


def test_a_name_holds_throughout(convert):
    *_, evidence = gather(["采蘩进来。", "采蘩笑道。", "叫采蘩。"])
    assert convert("便叫采蘩来，采了花", evidence) == "便叫采蘩來，採了花"
