"""How pieces stand, by UTR 50 and CLREQ 3.2.2; and that nothing is lost of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.view.composition.pieces import pieces_of
from reader.view.vertical.setting import COMBINED, MAINLAND, SIDEWAYS, TAIWAN, UPRIGHT, vertical_pieces

texts = st.text(
    st.sampled_from('船岸𠀀，。！？１２Ａ％．「」“”‘’（)—…～－·ab1 29.,:;!?()[]"%\t\u3000\u0301'), max_size=60
)


def stands(text: str, quotes=TAIWAN) -> list[tuple[str, str]]:
    made = vertical_pieces(pieces_of(text), quotes)
    return list(zip(made.pieces.texts, made.settings, strict=True))


@given(texts, st.sampled_from((TAIWAN, MAINLAND)))
def test_pieces_cover_the_same_code_points(text: str, quotes):
    made = vertical_pieces(pieces_of(text), quotes)
    pieces = made.pieces
    assert len(pieces.texts) == len(pieces.kinds) == len(made.settings)
    assert len("".join(pieces.texts)) == len(text)
    if pieces.starts is not None:
        assert pieces.starts[0] == 0
        assert [end - start for start, end in zip(pieces.starts, pieces.starts[1:], strict=False)] == [
            len(one) for one in pieces.texts
        ]
        assert pieces.starts[-1] == len(text)
    else:
        assert all(len(one) == 1 for one in pieces.texts)


@given(st.text(st.sampled_from("船岸𠀀，。「」（）《》、；：…"), max_size=40))
def test_what_fills_a_square_stands_upright_as_it_is(text: str):
    assert "".join(one for one, _ in stands(text)) == text
    assert {setting for _, setting in stands(text)} <= {UPRIGHT}


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("用Windows開", "usu"),
        ("3月23日", "cucu"),
        ("第100頁", "ucu"),
        ("2024年", "su"),
        ("３月２３日", "uucu"),
        ("３０％", "cu"),
        ("２０２４年", "uuuuu"),
        ("１２．５", "uuuu"),
        ("ＡＢ型", "uuu"),
        ("是Windows 11嗎", "usssu"),
        ("X光", "uu"),
        ("α射線", "uuu"),
        ("第Ⅱ卷", "uuu"),
        ("Plan B好", "sssu"),
        ("約8.5萬", "usu"),
        ("1. 船", "csu"),
        ("他——船", "usu"),
        ("船……", "uu"),
        ("九～十", "uuu"),
        ("九－十", "usu"),
        ("什麼！？", "uuc"),
        ("什麼！！！", "uuuuu"),
        ("什麼?!", "uuc"),
        ("真的！？？", "uuuuu"),
    ],
)
def test_words_lie_numbers_share_a_cell(text: str, settings: str):
    assert "".join(setting for _, setting in stands(text)) == settings


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("24日,濟南", ["24", "日", "，", "濟", "南"]),
        ("約50%,共", ["約", "50%", "，", "共"]),
        ("船(岸)", ["船", "（", "岸", "）"]),
        ("船(GDP增長)", ["船", "（", "GDP", "增", "長", "）"]),
        ("船(IMF)岸", ["船", "(IMF)", "岸"]),
        ("座,T恤", ["座", "，", "T", "恤"]),
        ("hello, world", ["hello,", " ", "world"]),
        ('他說"好"。', ["他", "說", "「", "好", "」", "。"]),
    ],
)
def test_half_width_punctuation_beside_han_is_widened(text: str, shown: list[str]):
    assert [one for one, _ in stands(text)] == shown


def test_quotation_marks_take_the_forms_of_the_region():
    text = "他说：“‘船’来了。”"
    assert "".join(one for one, _ in stands(text, MAINLAND)) == "他说：『「船」来了。』"
    assert "".join(one for one, _ in stands(text, TAIWAN)) == "他说：「『船』来了。」"
    assert "".join(one for one, _ in stands("＂船＂來＂了＂", TAIWAN)) == "「船」來「了」"
    assert "".join(one for one, _ in stands("don’t stop", TAIWAN)) == "don’t stop"


def test_what_lies_on_its_side_keeps_its_kind():
    made = vertical_pieces(pieces_of("用Windows開"), TAIWAN)
    assert made.pieces.kinds == pieces_of("用Windows開").kinds
    assert made.settings[1] == SIDEWAYS
    assert vertical_pieces(pieces_of("用12個"), TAIWAN).pieces.kinds == "HHH"
    assert vertical_pieces(pieces_of("用12個"), TAIWAN).settings[1] == COMBINED
