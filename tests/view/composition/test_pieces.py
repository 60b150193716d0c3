"""What is never parted is one piece."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.view.composition.pieces import Pieces, parted, pieces_of, spelled


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("船岸", ["船", "岸"]),
        ("用Windows 11和", ["用", "Windows", " ", "11", "和"]),
        ("共3.5%，20℃", ["共", "3.5%", "，", "20", "℃"]),
        ("船————………岸", ["船", "——", "——", "……", "…", "岸"]),
        ("a-b state-of-the-art", ["a-b", " ", "state-", "of-", "the-", "art"]),
        ("and/or 1/2 2020-21", ["and/", "or", " ", "1/2", " ", "2020-21"]),
        ("見https://a.b/c?d=e", ["見", "https://", "a.", "b/", "c?", "d=", "e"]),
        ("甲e\u0301乙👨\u200d👩丙", ["甲", "e\u0301", "乙", "👨\u200d👩", "丙"]),
        ("𠀀\u0301x", ["𠀀\u0301", "x"]),
        ("", []),
    ],
)
def test_pieces(text: str, pieces: list[str]):
    assert pieces_of(text).texts == pieces


@pytest.mark.parametrize(("text", "kinds"), [('說"好"了', "HoHcH"), ("中(文),字", "HoHcH"), ("他说“a”了", "HH(w)H")])
def test_half_width_marks_open_and_close(text: str, kinds: str):
    assert pieces_of(text).kinds == kinds


def whole(pieces: Pieces, text: str) -> bool:
    starts = pieces.starts or list(range(len(text) + 1))
    return (
        "".join(pieces.texts) == text
        and len(pieces.kinds) == len(pieces.texts) == len(starts) - 1
        and all(text.startswith(piece, at) and piece for piece, at in zip(pieces.texts, starts[:-1], strict=True))
        and starts[-1] == len(text)
    )


texts = st.text(st.sampled_from("船，。「」“”——……ab1-/.:% \t\u3000\u0301\u200d\u00a0🇹👍"), max_size=80)


@given(texts)
def test_pieces_are_the_text(text: str):
    assert whole(pieces_of(text), text)


@given(st.text(max_size=80))
def test_pieces_of_anything_are_the_text(text: str):
    assert whole(pieces_of(text), text)


@given(texts, st.sets(st.integers(0, 80)))
def test_words_are_parted_where_it_is_asked_for(text: str, cuts: set[int]):
    cuts = {cut for cut in cuts if cut < len(text)}
    pieces = parted(pieces_of(text), cuts)
    assert whole(pieces, text)
    starts = set(pieces.starts or range(len(text) + 1))
    for cut in cuts:
        assert cut in starts or not text[cut].isalnum() or not text[cut - 1].isalnum()


def test_a_word_is_spelled_where_it_is_too_long():
    pieces = pieces_of("船abc岸")
    found = spelled(pieces, {1: (0.0, 10.0, 10.0, 20.0)})
    assert (found.texts, found.kinds, found.starts) == (["船", "a", "bc", "岸"], "HwvH", [0, 1, 2, 4, 5])


def test_no_piece_is_endless():
    assert max(map(len, pieces_of("a" * 10_000).texts)) <= 64
