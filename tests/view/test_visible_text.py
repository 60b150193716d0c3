from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from reader.view.visible_text import visible

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

characters = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    f"\x00\x0b\x85\u2028\u2029\ufdd0\ufffc\t{TURNING}"
)


@given(st.text(characters))
def test_every_character_keeps_its_place(text: str):
    shown = visible(text)
    assert len(shown) == len(text)
    assert len(shown.encode("utf-16")) == len(text.encode("utf-16"))
    assert visible(shown) == shown


@given(st.text(characters))
def test_nothing_else_is_changed(text: str):
    for before, after in zip(text, visible(text), strict=True):
        is_odd = unicodedata.category(before) == "Cc" or before in "\u2028\u2029\ufdd0\ufdd1\ufffc" or before in TURNING
        assert (before == after) == (not is_odd or before == "\t")
        assert unicodedata.category(after) not in {"Cc", "Zl", "Zp"} or after == "\t"


@given(st.text(characters, min_size=1))
def test_no_character_breaks_a_line(qapp, text: str):
    layout = QTextLayout(visible(text))
    layout.beginLayout()
    line = layout.createLine()
    line.setNumColumns(1_000_000)
    assert not layout.createLine().isValid()
    layout.endLayout()
    assert line.textLength() == len(text.encode("utf-16-le")) // 2


def test_controls_are_their_own_pictures():
    assert visible("\x00\x1b\x7f\x85") == "␀␛␡␦"


def test_what_is_joined_without_end_is_parted():
    family = "👨\u200d👩\u200d👧\u200d👦"
    assert visible(family) == family
    chain = (family + "\u200d") * 500
    shown = visible(chain)
    assert len(shown) == len(chain)
    assert visible(shown) == shown
    assert shown.replace("\u200b", "\u200d") == chain
    assert max(link.count("\u200d") for link in shown.split("\u200b")) < 9


def test_an_endless_chain_fits_the_column(shown):
    view = shown("👨\u200d👩\u200d👧\u200d👦\u200d" * 300)
    layout = next(view.page.flow.placed()).layout
    assert layout.count > 10
