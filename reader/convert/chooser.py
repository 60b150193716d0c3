"""Chooses among the traditional forms of a simplified character where OpenCC's dictionaries have no word for it.

OpenCC gives a character that stands in none of its words its first form: 云 becomes 雲, 余 餘, 征 徵. Here what stands
beside it decides, and what the document is known to use. A word of the dictionaries always comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.convert.evidence import Evidence
from reader.convert.ruling import Settled
from reader.convert.usage import NUMBER

#: Characters that foreign names are written with, before and after a 里 that is part of one.
_FOREIGN = (
    "拉弗索尔姆埃克斯尔亚希洛夫尼基弗吉温巴拉马卡尤利莫托普罗布因奥艾乌叶塞萨缪奇昂诺蒂迪德特伊阿欧费加戈格古娜彻"
)

#: What follows a 余 that means what is left, and what stands before one.
_LEFT_AFTER = "下年额款暇辉波悸力地孽生党粮留外光温韵众皆军兵部者"
_LEFT_BEFORE = f"{NUMBER}其有剩多之业残盈富年岁月里人亩文"

#: What stands behind the names of people.
_TITLE = "(?:先生|女士|小姐|太太|教授|老师|博士|医生|律师|局长|处长|主任|书记|市长|县长|经理|师傅|老板|将军)"

#: What people do who are named at the start of a clause.
_SPEAKS = "(?:说|表示|认为|指出|告诉|回忆|透露|坦言|强调|写道|笑道|答道|问道)"


def _surname(character: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """When a character is a family name: before a title, after 姓, and where a clause begins with who speaks."""
    told = f"{character}(?={_TITLE}|氏(?!族))|(?<=姓){character}"
    speaks = f"(?<![\u3400-\u9fff]){character}(?=[\u3400-\u9fff]{{1,2}}{_SPEAKS})"
    return (("surname", re.compile(f"{told}|{speaks}")),)


#: Why a character stays what it is, by the character; of several reasons the last counts.
_RULES = {
    "里": (
        ("distance", re.compile(f"(?<=[{NUMBER}])里|里(?=许)")),
        ("foreign name", re.compile(f"(?<=[{_FOREIGN}·•‧])里(?=[{_FOREIGN}])")),
        ("foreign name", re.compile("|".join(f"(?<=[·•‧][{_FOREIGN}]{{{n}}})里" for n in (1, 2, 3)))),
        ("village head", re.compile("(?<![这那哪屋家城心梦夜院])里(?=长(?![大出满期年得着成远久途城江河]))")),
    ),
    "云": (
        ("says", re.compile(r"云(?=\s*[：:「“『\"‘])|(?<=[法传史论赋铭偈谣赞语谚])云(?![彩雾层霄端海梯集游南贵])")),
    ),
    "准": (
        (
            "permit",
            re.compile("(?<=[不获批核奏俯报奉方应恩未钦])准(?![确备则时点绳头星噶将信是])|准(?=[其予许你我他尔])"),
        ),
    ),
    "征": (
        (
            "campaign",
            re.compile("(?<![开免应计代停减缓稽象])征(?![兆收求文用召税募询信婚聘集稿引候象购取缴属得粮丁订地费管])"),
        ),
    ),
    "于": (
        ("foreign name", re.compile("(?:(?<![\u3400-\u9fff])|(?<=[长理家员统裁·]))于(?=尔|贝|连·|格诺)")),
        *_surname("于(?!是)"),
    ),
    "余": _surname(f"(?<![{_LEFT_BEFORE}])余(?![{_LEFT_AFTER}])"),
    "范": (("foreign name", re.compile("范(?=[·•‧])")), *_surname("范(?![围例畴本式])")),
    "朴": _surname("朴(?![素实拙质])"),
    "涂": _surname("涂(?![料抹上成改写了在满])"),
    "郁": _surname("郁(?![闷结葱])"),
    "岳": _surname("岳"),
}

_FIRST_PERSON = re.compile(f"(?<![{_LEFT_BEFORE}])余(?![{_LEFT_AFTER}])")

#: Characters that are a family or given name as they are, and something else with another form.
_IN_NAMES = frozenset("范余采岳郁谷涂")

_DOUBTFUL = re.compile(f"[{''.join(_RULES)}{''.join(sorted(_IN_NAMES))}]")


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
