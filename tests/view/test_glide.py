"""Gliding goes as far as it was asked to, and no farther."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.view.glide import Glide, step


@given(st.integers(-5000, 5000).filter(bool), st.lists(st.integers(0, 60), min_size=1, max_size=30))
def test_every_step_leads_nearer_and_none_too_far(missing, elapsed):
    for milliseconds in elapsed:
        rows = step(missing, milliseconds)
        assert abs(missing - rows) <= abs(missing)
        assert rows * missing >= 0
        missing -= rows


@given(st.integers(-5000, 5000).filter(bool))
def test_it_arrives(missing):
    steps = 0
    while missing:
        missing -= step(missing, 8)
        steps += 1
    assert steps < 120


def test_all_rows_are_moved(qtbot):
    glide = Glide()
    moved: list[int] = []
    glide.moved.connect(moved.append)
    glide.push(100)
    glide.push(50)
    qtbot.waitUntil(lambda: not glide.is_moving)
    assert sum(moved) == 150
    assert len(moved) > 3
    assert moved[0] >= moved[-1]


def test_it_turns_round_at_once_and_stops_where_it_is(qtbot):
    glide = Glide()
    moved: list[int] = []
    glide.moved.connect(moved.append)
    glide.push(1000)
    glide.push(-3)
    qtbot.waitUntil(lambda: not glide.is_moving)
    assert sum(moved) == -3
    glide.push(500)
    glide.stop()
    assert not glide.is_moving
    qtbot.wait(30)
    assert sum(moved) == -3
