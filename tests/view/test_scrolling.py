from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QScrollBar

from reader.view.scrolling import AddressBar

GIANT = 90 << 30


@pytest.fixture
def bar(qtbot) -> QScrollBar:
    made = QScrollBar()
    qtbot.addWidget(made)
    return made


def test_a_small_document_counts_as_it_is(bar):
    shown = AddressBar(bar)
    shown.show(120, 900, 1000)
    assert (bar.value(), bar.maximum(), bar.pageStep(), shown.address) == (120, 900, 100, 120)
    assert not shown.is_at_end
    shown.show(900, 900, 1000)
    assert shown.is_at_end


def test_what_is_shown_is_no_news(bar, qtbot):
    shown = AddressBar(bar)
    with qtbot.assertNotEmitted(bar.valueChanged):
        shown.show(500, 900, 1000)
        shown.show(9e9, 9e10, GIANT)


@given(share=st.floats(0, 1))
def test_addresses_beyond_32_bits(qapp, share: float):
    bar = QScrollBar()
    shown = AddressBar(bar)
    end = GIANT - 5000
    shown.show(end * share, end, GIANT)
    assert 0 <= bar.value() <= bar.maximum() < 1 << 31
    assert shown.address == pytest.approx(end * share, abs=GIANT / (1 << 30))
    assert shown.is_at_end == (bar.value() == bar.maximum())


def test_nothing_to_scroll(bar):
    shown = AddressBar(bar)
    shown.show(0, 0, 1)
    assert (bar.maximum(), bar.value(), shown.address) == (0, 0, 0)
