from __future__ import annotations

import pytest

from reader.formats.numerals import first_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第一章", 1),
        ("第十章", 10),
        ("第十二回", 12),
        ("第二十章", 20),
        ("第廿三章", 23),
        ("第一百零五章", 105),
        ("第一百一十章", 110),
        ("第两千三百章", 2300),
        ("第一二〇章", 120),
        ("第１２章", 12),
        ("第 7 章", 7),
        ("卷之叁", 3),
        ("一萬二千章", 12_000),
        ("Chapter IV", 4),
        ("Part Two", 2),
        ("chapter 12", 12),
        ("楔子", None),
        ("後記", None),
        ("", None),
        ("9" * 30, 999_999_999),
    ],
)
def test_numbers(text: str, number: int | None):
    assert first_number(text) == number
