"""Scrolling by itself is even, however the clock is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.view.auto_scroll import AutoScroll


@given(st.floats(0.5, 400), st.lists(st.integers(0, 100), max_size=60))
def test_it_moves_by_the_time_that_has_gone_by(speed, elapsed):
    auto = AutoScroll()
    moved: list[int] = []
    auto.moved.connect(moved.append)
    auto.set_speed(speed)
    for milliseconds in elapsed:
        auto.advance(milliseconds)
    assert sum(moved) == pytest.approx(speed * sum(elapsed) / 1000, abs=1)
    assert 0 not in moved


def test_after_a_sleep_of_the_machine_the_text_does_not_leap():
    auto = AutoScroll()
    moved: list[int] = []
    auto.moved.connect(moved.append)
    auto.set_speed(100)
    auto.advance(3_600_000)
    assert sum(moved) <= 10


def test_it_runs_rests_and_ends(qtbot):
    auto = AutoScroll()
    told: list[bool] = []
    auto.changed.connect(told.append)
    auto.set_speed(500)
    with qtbot.waitSignal(auto.moved):
        auto.start()
    auto.pause()
    assert auto.is_running
    assert auto.is_paused
    with qtbot.assertNotEmitted(auto.moved, wait=60):
        pass
    with qtbot.waitSignal(auto.moved):
        auto.pause()
    auto.stop()
    assert not auto.is_running
    assert told == [True, False]
