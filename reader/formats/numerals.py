"""Numbers as headings write them."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = ("〇零○Ｏ", "一壹", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
_VALUES = {one: value for value, forms in enumerate(_DIGITS) for one in forms}
_UNITS = {"十": 10, "拾": 10, "廿": 20, "卅": 30, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_UNITS |= dict.fromkeys("万萬", 10_000)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ENGLISH = {
    word: value
    for value, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
_NUMERAL = re.compile(rf"[0-9０-９]{{1,9}}|(?:[{''.join((*_VALUES, *_UNITS))}]\s?){{1,12}}")
_LATIN = re.compile(r"\b(?:[ivxlc]+|" + "|".join(_ENGLISH) + r")\b", re.IGNORECASE)


def first_number(text: str) -> int | None:
    """The first number in a heading, in Chinese, Arabic or Roman numerals; None where there is none."""
    match = _NUMERAL.search(text)
    if match:
        return _number("".join(match[0].split()))
    latin = _LATIN.search(text)
    if not latin:
        return None
    word = latin[0].lower()
    return _ENGLISH.get(word) or _roman(word)


def _number(numeral: str) -> int:
    if numeral[0].isdecimal() and unicodedata.decimal(numeral[0], None) is not None:
        return int(numeral)
    if not any(one in _UNITS for one in numeral):
        return int("".join(str(_VALUES[one]) for one in numeral))
    total = section = digit = 0
    for one in numeral:
        if one in _VALUES:
            digit = _VALUES[one]
        elif _UNITS[one] == 10_000:
            total, section, digit = (total + section + digit) * 10_000, 0, 0
        else:
            unit = _UNITS[one]
            section += unit if unit in (20, 30) else max(digit, 0 if section and unit < 10 else 1) * unit
            digit = 0
    return total + section + digit


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
