"""Marks that two scripts share are those of the script that they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.view.composition.kinds import kinds_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("船，「岸」。", "H,(H)."),
        ("說：“好。”", "H,(H.)"),
        ("他说“hello”了", "HH(wwwww)H"),
        ("“Hello,” he said — it’s 5…", "wwwwwwww ww wwww w wwww ww"),
        ("“Hello” 他說", "(wwwww) HH"),
        ("列夫·托尔斯泰", "HH*HHHH"),
        ("l·l", "www"),
        ("船——岸……", "H--H::"),
        ("３．５％到￥２０／人", "d.d%H$dd/H"),
        ("e\u0301 漢\ufe00\u3000\u00a0\u200b", "wx Hx_gz"),
        ("👨\u200d👩👍🏽🇹🇼", "HjHHxRR"),
        ("①→★ひ한", "HwHHH"),
        ("", ""),
    ],
)
def test_kinds(text: str, kinds: str):
    assert kinds_of(text) == kinds


@given(st.text())
def test_every_code_point_has_one(text: str):
    kinds = kinds_of(text)
    assert len(kinds) == len(text)
    assert kinds.isascii()
    assert "?" not in kinds


@given(st.text("“”‘’漢a ，", max_size=40))
def test_quotation_marks_are_of_their_context(text: str):
    for one, kind in zip(text, kinds_of(text), strict=True):
        if one in "“‘":
            assert kind in "(w"
        elif one in "”’":
            assert kind in ")w"
    if "a" not in text:
        assert "w" not in kinds_of(text)
