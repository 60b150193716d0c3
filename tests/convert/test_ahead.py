"""What is worked on ahead comes in order, all of it, and errors come where their results would."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.ahead import ahead


@given(st.lists(st.integers(), max_size=8))
def test_all_come_in_order(items):
    assert list(ahead(iter(items), str)) == [(item, str(item)) for item in items]


def test_the_next_is_worked_on_while_the_last_is_used():
    done = {number: threading.Event() for number in range(3)}
    results = ahead(range(3), lambda number: done[number].set())
    next(results)
    assert done[1].wait(10)
    assert [item for item, _ in results] == [1, 2]


def test_an_error_comes_where_its_result_would():
    results = ahead([1, 0], lambda number: 1 // number)
    assert next(results) == (1, 1)
    with pytest.raises(ZeroDivisionError):
        next(results)
