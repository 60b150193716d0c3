"""Headings in even lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.view.composition.balance import balanced
from reader.view.composition.composed_line import ComposedLine
from reader.view.composition.composer import compose
from reader.view.composition.measure import Measure
from reader.view.composition.pieces import Pieces, pieces_of
from reader.view.composition.unit import Unit

EM = 20.0


def evenly(pieces: Pieces, units: list[Unit], measure: Measure, words: Sequence[str] = ()) -> list[ComposedLine]:
    return balanced(pieces, units, measure, lambda one, other: any(one + other in word for word in words))


def lines_of(text: str, em: float, compose_with=evenly) -> list[str]:
    pieces = pieces_of(text)
    units = [Unit(EM * len(piece)) for piece in pieces.texts]
    lines = compose_with(pieces, units, Measure(EM, em * EM))
    return ["".join(pieces.texts[line.start : line.end]) for line in lines]


@pytest.mark.parametrize(
    ("count", "lengths"), [(9, [9]), (10, [10]), (12, [6, 6]), (13, [7, 6]), (21, [7, 7, 7]), (60, [10] * 6)]
)
def test_lines_are_as_even_as_can_be(count: int, lengths: list[int]):
    assert [len(line) for line in lines_of("船" * count, 10)] == lengths


def test_marks_stay_where_they_may():
    assert lines_of("船在夜裡靠岸，沒有人出來", 10) == ["船在夜裡靠岸，", "沒有人出來"]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ((), ["我們去甘肅臨", "夏看山水啊。"]),
        (("臨夏",), ["我們去甘肅臨夏", "看山水啊。"]),
        (("臨夏看山水",), ["我們去甘肅臨", "夏看山水啊。"]),
    ],
)
def test_a_line_is_a_little_longer_where_a_word_would_be_torn(words: tuple[str, ...], lines: list[str]):
    assert lines_of("我們去甘肅臨夏看山水啊。", 10, partial(evenly, words=words)) == lines


@given(text=st.text("船岸，「」ab ", max_size=60), em=st.integers(4, 20))
def test_no_more_lines_and_the_same_text(text: str, em: int):
    even, plain = lines_of(text, em), lines_of(text, em, compose)
    assert len(even) == len(plain)
    assert "".join(even) == "".join(plain) == text
