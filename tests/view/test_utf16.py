from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.view.utf16 import Utf16Map

texts = st.text(st.sampled_from("船a\u0301\ue000\uffff𠀀\U0010ffff"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_units_are_those_of_utf_16(text: str):
    bridge = Utf16Map(text)
    for offset in range(len(text) + 1):
        assert bridge.to_units(offset) == units(text[:offset])
        assert bridge.to_code_points(bridge.to_units(offset)) == offset


@given(texts)
def test_the_middle_of_a_pair_is_its_start(text: str):
    bridge = Utf16Map(text)
    starts = {units(text[:offset]): offset for offset in range(len(text) + 1)}
    for unit in range(units(text) + 1):
        assert bridge.to_code_points(unit) == starts.get(unit, starts.get(unit - 1))


def test_behind_the_end_every_unit_counts():
    assert Utf16Map("𠀀").to_units(3) == 4
    assert Utf16Map("𠀀").to_code_points(4) == 3
