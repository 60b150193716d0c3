"""What cannot be seen or drawn is shown as what it is, in its place, and turns nothing round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF, QImage

from reader.convert.conversion import unchanged
from reader.model.block import Block
from reader.model.position import Position, Range
from reader.view.block_layout import BlockLayout
from reader.view.odd_characters import OddCharacter, odd_characters
from reader.view.page_style import block_style
from reader.view.part import own_part


def parts_of(text: str):
    return (own_part(Block(0, len(text) + 1, text), unchanged(text)),)


@pytest.fixture
def odd(style):
    font = block_style(style, Block(0, 1, "")).font

    def find(text: str) -> list[OddCharacter]:
        return list(odd_characters(parts_of(text), font))

    return find


@pytest.mark.parametrize("turning", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_what_turns_others_round_is_its_code(odd, turning):
    assert odd(f"船{turning}夜") == [OddCharacter(1, ord(turning), True)]


@pytest.mark.parametrize("control", "\x00\x0b\x1b\x7f\x85\u2028\u2029")
def test_controls_are_their_codes(odd, control):
    assert odd(f"船{control}夜") == [OddCharacter(1, ord(control), True)]


@pytest.mark.parametrize("unseen", "\u200b\u200e\u200f\u061c\u2060\ufeff\u3164\u115f\u200c\u200d\U000e0041")
def test_what_has_no_width_is_a_mark(odd, unseen):
    assert odd(f"船{unseen}夜") == [OddCharacter(1, ord(unseen), False)]


def test_many_in_a_row_are_one_mark(odd):
    assert odd("葛" + "\U000e0100" * 900 + "\u200b\u200d\ufeff夜\u200b") == [
        OddCharacter(1, 0xE0100, False),
        OddCharacter(905, 0x200B, False),
    ]


@pytest.mark.parametrize("lacking", "\ue000\uf8ff\U000f0001\U0010fffd\u0378\U0003fffe\U0003134f")
def test_what_no_font_has_is_its_code(odd, lacking, style):
    if QFontMetricsF(QFont("Noto Serif CJK TC")).inFontUcs4(ord(lacking)):
        pytest.skip("some font here has it")
    assert odd(f"船{lacking}夜") == [OddCharacter(1, ord(lacking), True)]


@pytest.mark.parametrize(
    "text",
    [
        "船在夜裡靠了岸，“沒有人”出來——迎接……（第１２章）",
        "Plain Latin, déjà vu; Ελληνικά, Русский. 1½ € ©\t→",
        "かな カナ 한국어 ㄅㄆㄇ 龍馬 凞",
    ],
)
def test_ordinary_text_is_left_alone(odd, text):
    assert odd(text) == []


def test_a_family_is_one_character(odd):
    """Drawn as such where a font has it; else its code stands there once."""
    found = odd("船👨\u200d👩\u200d👧夜")
    is_lacking = not QFontMetricsF(QFont("Noto Serif CJK TC")).inFontUcs4(0x1F468)
    assert found == ([OddCharacter(1, 0x1F468, True)] if is_lacking else [])


def test_a_selector_is_marked_behind_its_ideograph(odd):
    assert odd("葛\U000e01ef飾") == [OddCharacter(1, 0xE01EF, False)]


characters = st.characters(exclude_categories=["Cs"]) | st.sampled_from("\u202e\u2066\u200b\u200d\ue000\U000e0100葛船")


@given(st.text(characters, max_size=40))
def test_nothing_moves_on_account_of_it(style, text: str):
    part = parts_of(text)[0]
    layout = BlockLayout((part,), block_style(style, Block(0, 1, "")), 400, is_carrying=False)
    assert layout.size == len(part.shown)
    for found in odd_characters((part,), layout.style.font):
        source = part.shown.start + found.offset
        assert ord(text[source]) == found.code
        assert layout.position_at(found.offset) == Position(0, source)


def dark_in(image: QImage, box) -> int:
    area = box.toAlignedRect()
    return sum(
        image.pixelColor(x, y).lightness() < 200
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


def test_text_behind_an_override_reads_on_as_it_is_written(shown):
    view = shown("船\u202e夜岸 abc\u202c風\n")
    lefts = [view.page.rectangle_of(Position(0, offset)).left() for offset in range(9)]
    assert lefts == sorted(lefts)
    box = view.page.rectangle_of(Position(0, 1))
    assert box.width() == pytest.approx(20, abs=0.5)
    assert dark_in(view.viewport().grab().toImage(), box) > 20
    view.select(Range(Position(0, 0), Position(0, 3)))
    assert view.selected_text() == "船\u202e夜"


def test_a_mark_takes_no_room(shown):
    with_mark, without = shown("船\u200b夜\n"), None
    image = with_mark.viewport().grab().toImage()
    left = with_mark.page.rectangle_of(Position(0, 2)).left()
    without = shown("船夜\n")
    assert without.page.rectangle_of(Position(0, 1)).left() == left
    assert without.viewport().grab().toImage() != image
