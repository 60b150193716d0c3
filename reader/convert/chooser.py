"""Chooses among the traditional forms of a simplified character where OpenCC's dictionaries have no word for it.

OpenCC gives a character that stands in none of its words its first form: 云 becomes 雲, 余 餘, 征 徵. Here what stands
beside it decides, and what the document is known to use. A word of the dictionaries always comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.convert.evidence import Evidence
from reader.convert.ruling import Settled

#: Characters that foreign names are written with, before and after a 里 that is part of one.
_FOREIGN = "埃克斯尔亚希洛夫尼基弗吉温巴拉马卡尤利莫托普罗布因奥艾乌叶塞萨缪奇昂诺蒂迪德特伊阿欧费加戈格古娜彻"

_NUMBER = "一二三四五六七八九十百千万数几两半余0-9０-９"

#: What follows a 余 that means what is left, and what stands before one.
_LEFT_AFTER = "下年额款暇辉波悸力地孽生党粮留外光温韵众皆军兵部者"
_LEFT_BEFORE = f"{_NUMBER}其有剩多之业残盈富年岁月里人亩文"

#: What stands behind the names of people.
_TITLE = "(?:先生|女士|小姐|太太|教授|老师|博士|医生|律师|局长|处长|主任|书记|市长|县长|经理|师傅|老板|将军)"

#: Why a character stays what it is, by the character; of several reasons the last counts.
_RULES = {
    "里": (
        ("distance", re.compile(f"(?<=[{_NUMBER}])里|里(?=许)")),
        ("foreign name", re.compile(f"(?<=[{_FOREIGN}·•‧])里(?=[{_FOREIGN}])")),
        ("village head", re.compile("(?<![这那哪屋家城心梦夜院])里(?=长(?![大出满期年得着成远久途城江河]))")),
    ),
    "云": (("says", re.compile(r"云(?=\s*[：:「“『\"‘])")),),
    "准": (
        (
            "permit",
            re.compile("(?<=[不获批核奏俯报奉方应恩未钦])准(?![确备则时点绳头星噶将信是])|准(?=[其予许你我他尔])"),
        ),
    ),
    "征": (("campaign", re.compile("征(?![兆收求文用召税募询信婚聘集稿引候象购取缴属得])")),),
    "于": (("surname", re.compile(f"于(?={_TITLE})|(?<=姓)于(?!是)")),),
}

_FIRST_PERSON = re.compile(f"(?<![{_LEFT_BEFORE}])余(?![{_LEFT_AFTER}])")

#: Characters that are a family or given name as they are, and something else with another form.
_IN_NAMES = frozenset("范余采岳郁谷涂")

_DOUBTFUL = re.compile(f"[{''.join(_RULES)}{''.join(sorted(_IN_NAMES))}]")

#: Where OpenCC's words are wrong, and the right form: 孃 is written nowhere today, what is forbidden (不准入內) is not
#: inexact (不準), what is restored (回復原狀) is no reply (回覆), only who is pressed into service is a 伕, no minute
#: is a cup (十分鐘), and it is a dynasty that ends, not a week, where kings and states are spoken of (周末諸侯).
_ALWAYS = {
    "娘": (re.compile("娘"), "娘"),
    "准": (re.compile("(?<=不)准(?=[\u3400-\u9fff])(?![确时备的了])"), "准"),
    "复": (re.compile("(?<=回)复(?=[原权健青]|条例|资格|平静|正常)"), "復"),
    "夫": (re.compile("(?<=[车轿马挑脚纤樵渔农船])夫"), "夫"),
    "钟": (re.compile("(?<=[分秒刻])钟(?![情爱灵])"), "鐘"),
    "周": (
        re.compile(
            "周(?=[初末](?:[^。！？\n]{0,8})(?:诸侯|列国|七国|六国|战国|春秋时|天子|王室|秦[国朝汉灭]))"
            "|(?<=[东西商殷宗])周(?=[初末])"
        ),
        "周",
    ),
}

#: Looked for first: one class of characters is searched ten times as fast as what stands around them.
_ANY_ALWAYS = re.compile(f"[{''.join(_ALWAYS)}]")


def always(text: str) -> Iterator[Settled]:
    """Places of a simplified text that are settled whatever the dictionaries have."""
    for found in _ANY_ALWAYS.finditer(text):
        pattern, form = _ALWAYS[found.group()]
        if pattern.match(text, found.start()):
            yield Settled(*found.span(), form, "usage")


def chosen(text: str, evidence: Evidence) -> list[Settled]:
    """Places of a simplified text for which no word of the dictionaries stands, and the form to take; ascending.

    Args:
        text: what is to be converted.
        evidence: what is known of its document.
    """
    places: list[Settled] = []
    for found in _DOUBTFUL.finditer(text):
        reason = _reason(text, found.start(), evidence)
        if reason:
            places.append(Settled(*found.span(), found.group(), reason))
    return places


def _reason(text: str, start: int, evidence: Evidence) -> str:
    """Why a character stays what it is; empty if it does not."""
    character = text[start]
    if _is_in_name(text, start, evidence):
        return "surname" if character == "于" else "name"
    if character == "余" and evidence.has_first_person_yu and _FIRST_PERSON.match(text, start):
        return "first person"
    for reason, pattern in reversed(_RULES.get(character, ())):
        if pattern.match(text, start):
            return reason
    return ""


def _is_in_name(text: str, start: int, evidence: Evidence) -> bool:
    match text[start]:
        case "于":
            return any(text[start : start + length] in evidence.surnamed_yu for length in (2, 3))
        case "范":  # as a given name it is 範
            return any(text[start : start + length] in evidence.names for length in (2, 3))
        case "余" if _FIRST_PERSON.match(text, start) is None:
            return False  # what is left, however often a clause begins with it
        case character:
            return character in _IN_NAMES and any(text[first:last] in evidence.names for first, last in _around(start))


def _around(start: int) -> Iterator[tuple[int, int]]:
    """The places of two or three characters that hold the one at ``start``."""
    for length in (2, 3):
        for first in range(max(0, start - length + 1), start + 1):
            yield first, first + length
