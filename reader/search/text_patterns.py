"""Finds dialogue, book titles, dates, numbers and punctuation.

All expressions are linear: each repeat is bounded or excludes what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from reader.model.text_pattern import PatternSpan, TextPattern
from reader.search.fold import fold

_DIGITS = r"\d{1,15}(?:[,.]\d{1,15}){0,5}"
_NUMERALS = "[〇零一二三四五六七八九十百千万亿两]"
_YEAR = rf"(?:(?:民国|公元|西元)?(?:\d{{1,4}}|{_NUMERALS}{{2,4}}|元)年)"
_MONTH = rf"(?:(?:\d{{1,2}}|{_NUMERALS}{{1,3}}|正|腊)月)"
_DAY = rf"(?:(?:\d{{1,2}}|{_NUMERALS}{{1,3}})(?:[日号]|(?=[至到-]\d{{1,2}}[日号])))"
_TO_DAY = rf"(?:[至到-](?:{_MONTH})?(?:\d{{1,2}}|{_NUMERALS}{{1,3}})[日号])"
_HOUR = r"(?:(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚|夜间)?\d{1,2}(?:[时点](?:\d{1,2}分|半)?|:\d{2}(?::\d{2})?))"
_PART_OF_DAY = "(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)"

#: A date in a folded text: 2024年3月23日至24日上午, 二〇二四年, 3月, 24日, 民國113年, 2024-03-23, 下午3點半.
DATE = re.compile(
    rf"(?<![\d.])(?:\d{{4}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)\d{{1,2}}(?![\d.])"
    rf"|{_YEAR}(?:{_MONTH}(?:{_DAY}{_TO_DAY}?)?|[初底末中])?{_PART_OF_DAY}?{_HOUR}?"
    rf"|{_MONTH}(?:{_DAY}{_TO_DAY}?|[初底末])?{_PART_OF_DAY}?{_HOUR}?"
    rf"|\d{{1,2}}(?:日|(?=[至到]\d{{1,2}}日)){_TO_DAY}?{_PART_OF_DAY}?{_HOUR}?|{_HOUR})"
)

_UNITS = (
    "平方公里|平方千米|立方米|平方米|公顷|公里|千米|厘米|毫米|公尺|公分|英里|英尺|海里|公斤|千克|毫克|公升|毫升|摄氏度|千瓦时|千瓦|兆瓦|"
    "人民币|美元|欧元|日元|港元|港币|台币|新台币|英镑|韩元|个百分点|百分点|人次|小时|分钟|世纪|年代|周年|星期|个月|"
    "元|米|里|亩|吨|克|斤|升|度|瓦|岁|年|月|天|日|周|秒|人|名|位|户|家|个|只|头|匹|条|本|册|部|篇|首|件|项|次|场|座|栋|间|所|辆|架|艘|"
    "台|套|张|幅|块|片|份|种|类|级|层|届|批|组|队|倍|成|%|‰|℃|km|kg|cm|mm|gb|mb|m|g"
)
#: A number with its unit in a folded text: 約3.5萬元, 12%, 三十六人, 百分之五.
QUANTITY = re.compile(
    rf"(?<![\d.a-z])(?:{_DIGITS}(?:[十百千万亿]{{1,3}})?[余多几]?(?:{_UNITS})(?![a-z])"
    rf"|(?:[二三四五六七八九两]|{_NUMERALS}{{2,9}})[余多几]?(?:{_UNITS})"
    rf"|{_DIGITS}[十百千万亿]{{1,3}}[余多]?|百分之(?:{_DIGITS}|{_NUMERALS}{{1,9}}))"
)

#: At most so much is said at once; the closing mark may be forgotten.
_SPEECH = 2000
_DIALOGUE = re.compile(
    rf"「(?:[^「」\n\r『』]|『[^『』\n\r]{{0,{_SPEECH}}}』){{0,{_SPEECH}}}」|“[^“”\n\r]{{0,{_SPEECH}}}”|『[^『』\n\r]{{0,{_SPEECH}}}』"
    rf"|﹁[^﹁﹂\n\r]{{0,{_SPEECH}}}﹂"
)
_TITLE = re.compile(r"《[^《》\n\r]{1,80}》|〈[^〈〉\n\r]{1,80}〉")
_NUMBER = re.compile(rf"{_DIGITS}%?|(?<!第){_NUMERALS}{{2,12}}")
_PUNCTUATION = re.compile(r"[^\w\s]")


def find_patterns(text: str, wanted: Collection[TextPattern]) -> list[PatternSpan]:
    """The stretches of a text that have one of the forms, by where they begin, the longer first.

    Of one form no two share a character; of different forms they may lie inside each other: 《…》 inside 「…」. A
    number inside a date is no number.
    """
    found = set(_spans(text, wanted))
    if TextPattern.DATE in wanted and TextPattern.NUMBER in wanted:
        dates = sorted((span.start, span.end) for span in found if span.pattern is TextPattern.DATE)
        held = {at for start, end in dates for at in range(start, end)}
        found = {span for span in found if span.pattern is not TextPattern.NUMBER or span.start not in held}
    return sorted(found, key=lambda span: (span.start, -span.end, span.pattern.value))


def _spans(text: str, wanted: Collection[TextPattern]) -> Iterator[PatternSpan]:
    key = fold(text)
    # Marks are told apart by the source, where the fold makes one of them all; digits and numerals by the fold.
    for pattern, expression, where in (
        (TextPattern.DIALOGUE, _DIALOGUE, text),
        (TextPattern.BOOK_TITLE, _TITLE, text),
        (TextPattern.DATE, DATE, key),
        (TextPattern.NUMBER, _NUMBER, key),
        (TextPattern.PUNCTUATION, _PUNCTUATION, text),
    ):
        if pattern in wanted:
            for match in expression.finditer(where):
                yield PatternSpan(match.start(), match.end(), pattern)
