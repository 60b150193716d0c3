"""A regular expression is answered, refused, or given up in time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.errors import BadPattern, SlowPattern
from reader.search.pattern_finder import PatternFinder


@given(st.text("ab\n\r ", max_size=30), st.sampled_from(["a+", "^a|b$", "a*?b", "[^a]", "(?:ab)+"]))
def test_as_python_does_in_each_line(text, pattern):
    found = [text[span.start : span.end] for span in PatternFinder(pattern).find(text)]
    lines = re.findall(r"[^\n\r]+", text)
    assert found == [match[0] for line in lines for match in re.finditer(pattern, line) if match[0]]


@pytest.mark.parametrize(
    ("pattern", "place"),
    [("a(b", 3), ("*", 0), ("(?:(?:a{1000}){1000}){1000}", None), ("a" * 1001, None), ("a{999999999999}", None)],
)
def test_refused(pattern, place):
    with pytest.raises(BadPattern) as caught:
        PatternFinder(pattern)
    assert (caught.value.pattern, caught.value.place) == (pattern, place)


def test_given_up():
    line = ",".join(["11"] * 300)
    with pytest.raises(SlowPattern) as caught:
        list(PatternFinder("(.*?,){11}P", seconds=0.05).find(line))
    assert caught.value.seconds == 0.05


def test_no_time_is_left_for_a_later_line():
    with pytest.raises(SlowPattern):
        list(PatternFinder("a", seconds=0.0).find("a"))
