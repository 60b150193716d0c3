"""The forms that a font has for ideographs with selectors are drawn, in their places."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from reader.convert.conversion import unchanged
from reader.model.block import Block
from reader.model.position import Position
from reader.view import variations
from reader.view.odd_characters import OddCharacter, odd_characters
from reader.view.page_style import PageStyle
from reader.view.part import own_part
from reader.view.variations import variation_glyph

#: A font with the ideographic variations of Adobe-Japan1.
JAPANESE = "Noto Sans CJK JP"


@pytest.fixture
def font(qapp) -> QFont:
    if JAPANESE not in QFontDatabase.families():
        pytest.skip("no font with ideographic variations")
    made = QFont(JAPANESE)
    made.setPixelSize(20)
    return made


def three(number: int) -> bytes:
    return number.to_bytes(3, "big")


def table() -> bytes:
    """Two subtables, of which the second has forms for two selectors."""
    usual = struct.pack(">I", 2) + three(0x4E00) + bytes([2]) + three(0x5000) + bytes([0])
    others = struct.pack(">I", 2) + three(0x4E10) + struct.pack(">H", 77) + three(0x20000) + struct.pack(">H", 88)
    head = 10 + 2 * 11
    records = three(0xE0100) + struct.pack(">II", head, head + len(usual)) + three(0xE0101) + struct.pack(">II", 0, 0)
    forms = struct.pack(">HII", 14, head + len(usual) + len(others), 2) + records + usual + others
    first = struct.pack(">HH", 4, 4)
    start = 4 + 16
    index = struct.pack(">HHHHIHHI", 0, 2, 3, 1, start, 0, 5, start + len(first))
    return index + first + forms


@pytest.fixture
def made_font(monkeypatch):
    def use(content: bytes) -> None:
        class Raw:
            def fontTable(self, name: str):
                assert name == "cmap"
                return type("Bytes", (), {"data": lambda _: content})()

        monkeypatch.setattr(variations, "raw_font", lambda font: Raw())

    variations._forms.cache_clear()
    variation_glyph.cache_clear()
    yield use
    variations._forms.cache_clear()
    variation_glyph.cache_clear()


def test_the_table_of_a_font_is_read(made_font):
    made_font(table())
    found = {base: variation_glyph("f", base, "\U000e0100") for base in "一丁丂七倀丐\U00020000船"}
    assert found == {"一": 0, "丁": 0, "丂": 0, "七": None, "倀": 0, "丐": 77, "\U00020000": 88, "船": None}
    assert variation_glyph("f", "一", "\U000e0101") is None
    assert variation_glyph("f", "一", "\U000e0102") is None


@pytest.mark.parametrize("length", [0, 3, 10, 25, 40, 60])
def test_a_broken_table_has_no_forms_or_some(made_font, length):
    made_font(table()[:length])
    assert variation_glyph("f", "丐", "\U000e0100") in (None, 77)


def test_forms_of_a_real_font(font):
    description = font.toString()
    usual = QRawFont.fromFont(font).glyphIndexesForString("葛")[0]
    glyphs = [variation_glyph(description, "葛", selector) for selector in ("\U000e0100", "\U000e0101")]
    assert 0 in glyphs
    assert all(glyph == 0 or glyph != usual for glyph in glyphs)
    assert variation_glyph(description, "葛", "\U000e01ef") is None


def test_a_form_is_painted_in_place_of_the_usual_one(font, view, content, opened):
    view.set_style(PageStyle((JAPANESE,), 20, 180, 30))
    selector = next(s for s in ("\U000e0100", "\U000e0101") if variation_glyph(font.toString(), "葛", s))

    def painted(text: str):
        view.set_content(content(opened(f"船{text}夜\n")))
        box = view.page.rectangle_of(Position(0, 1))
        right = view.page.rectangle_of(Position(0, 1 + len(text))).left()
        return view.viewport().grab().toImage().copy(box.toAlignedRect()), right

    usual, right = painted("葛")
    other, moved = painted(f"葛{selector}")
    unknown, _ = painted("葛\U000e01ef")
    assert moved == right
    assert other != usual
    assert other.copy(0, 0, 20, 30) != unknown.copy(0, 0, 20, 30)


def test_what_the_font_shows_anyway_is_no_odd_character(font):
    description = font.toString()
    usual, other = sorted(("\U000e0100", "\U000e0101"), key=lambda one: variation_glyph(description, "葛", one) or 0)
    text = f"葛{usual}葛{other}葛\U000e01ef"
    part = own_part(Block(0, len(text) + 1, text), unchanged(text))
    glyph = variation_glyph(description, "葛", other)
    assert list(odd_characters((part,), font)) == [
        OddCharacter(2, ord("葛"), True, glyph),
        OddCharacter(5, 0xE01EF, False),
    ]
