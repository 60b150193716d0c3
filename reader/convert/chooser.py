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
_LEFT_AFTER, _LEFT_BEFORE = "下年额款暇辉波悸力地孽生党粮留外光温韵众皆", f"{_NUMBER}其有剩多之业残盈富年岁月里人亩文"

#: Places of characters that stay what they are.
_RULES = {
    "distance": re.compile(f"(?<=[{_NUMBER}])里|里(?=许)"),
    "foreign name": re.compile(f"(?<=[{_FOREIGN}·•‧])里(?=[{_FOREIGN}])"),
    "says": re.compile(r"云(?=\s*[：:「“『\"‘])"),
    "permit": re.compile("(?<=[不获批核奏俯报奉方应恩未钦])准(?![确备则时点绳头星噶将信是])|准(?=[其予许你我他尔])"),
    "campaign": re.compile("征(?![兆收求文用召税募询信婚聘集稿引候象购取缴属得])"),
}

_FIRST_PERSON = re.compile(f"(?<![{_LEFT_BEFORE}])余(?![{_LEFT_AFTER}])")

#: Characters that are a family or given name as they are, and something else with another form.
_IN_NAMES = re.compile("[范余采岳郁谷涂]")

#: Where OpenCC's words are wrong: 孃 is written nowhere today, what is forbidden (不准入內) is not inexact (不準), and
#: what is restored (回復原狀) is not a reply (回覆).
_ALWAYS = re.compile("娘|(?<=不)准(?=[\u3400-\u9fff])(?![确时备的了])|(?<=回)复(?=[原权健青]|条例|资格|平静|正常)")


def always(text: str) -> Iterator[Settled]:
    """Places of a simplified text that are settled whatever the dictionaries have."""
    for found in _ALWAYS.finditer(text):
        yield Settled(*found.span(), found.group().replace("复", "復"), "usage")


def chosen(text: str, evidence: Evidence) -> list[Settled]:
    """Places of a simplified text for which no word of the dictionaries stands, and the form to take; ascending.

    Args:
        text: what is to be converted.
        evidence: what is known of its document.
    """
    places: dict[int, Settled] = {}
    for name, rule in _RULES.items():
        for found in rule.finditer(text):
            places[found.start()] = Settled(*found.span(), found.group(), name)
    if evidence.has_first_person_yu:
        for found in _FIRST_PERSON.finditer(text):
            places[found.start()] = Settled(*found.span(), "余", "first person")
    for found in _IN_NAMES.finditer(text):
        start = found.start()
        if any(text[first:last] in evidence.names for first, last in _around(start)):
            places[start] = Settled(*found.span(), found.group(), "name")
    return [places[start] for start in sorted(places)]


def _around(start: int) -> Iterator[tuple[int, int]]:
    """The places of two or three characters that hold the one at ``start``."""
    for length in (2, 3):
        for first in range(max(0, start - length + 1), start + 1):
            yield first, first + length
