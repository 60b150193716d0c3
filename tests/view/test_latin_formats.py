"""Latin letters and digits get a font of their own; the punctuation of Chinese does not."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase

from reader.view.latin_formats import latin_formats
from reader.view.page_style import PageStyle, em_width
from reader.view.utf16 import Utf16Map


def found(text: str) -> list[str]:
    units = Utf16Map(text)
    cut = []
    for made in latin_formats(text, units, ("Some Roman", "Some Song")):
        start, end = units.to_code_points(made.start), units.to_code_points(made.start + made.length)
        cut.append(text[start:end])
        assert made.format.fontFamilies() == ["Some Roman", "Some Song"]
    return cut


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("全是漢字。", []),
        ("在 2024 年，GDP 漲了 3.5%。", ["2024", "GDP", "3.5%"]),
        ("他說“Hello, world”……然後——走了。", ["Hello, world"]),
        ("it’s 和 ’90", ["it’s", "90"]),
        ("𠀀A𠀀 naïve Ωmega жизнь", ["A", "naïve Ωmega жизнь"]),
        ("保爾·Pavel·柯察金", ["Pavel"]),
        ("（see https://a.b/c?d=e#f）", ["see https://a.b/c?d=e#f"]),
    ],
)
def test_what_is_latin(text, runs):
    assert found(text) == runs


def test_without_a_font_nothing_is_formatted():
    assert latin_formats("abc", Utf16Map("abc"), ()) == []


def test_the_page_is_set_with_it(qapp, layouts, style, opened, content):
    from reader.view.layouts import Layouts

    latin = next(family for family in QFontDatabase.families() if "Mono" in family and "CJK" not in family)
    paired = PageStyle(style.families, style.font_size, 180, 30, latin_families=(latin,))
    document = opened("字iiiiiiii字")
    plain, other = (
        Layouts(content(document), chosen, 20 * em_width(style)).of(document.block_at(0)) for chosen in (style, paired)
    )
    assert other.x_at(0, 9) > plain.x_at(0, 9) + 10
    # What is Chinese stays as it was.
    assert other.x_at(0, 1) == plain.x_at(0, 1)
