"""What is kept of readings is what they are, and there is a limit to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.convert import readings
from reader.convert.boundaries import Boundaries
from reader.convert.lexicon import Lexicon
from reader.convert.readings import Readings

LEXICON = Lexicon()
NAMES = frozenset({"信息", "论坛里"})
KEPT = Readings(LEXICON, NAMES)


@given(st.text("信息论坛里的判断发球", min_size=1, max_size=8), st.data())
def test_answers_are_those_of_the_boundaries(clause, data):
    start = data.draw(st.integers(0, len(clause) - 1))
    end = data.draw(st.integers(start + 1, len(clause)))
    for _ in range(2):
        assert KEPT.stands(clause, start, end) == Boundaries(LEXICON, clause, NAMES).stands(start, end)
        assert KEPT.tears(clause, start, end) == Boundaries(LEXICON, clause, NAMES).tears(start, end)


def test_no_more_is_kept_than_fits(monkeypatch):
    monkeypatch.setattr(readings, "_KEPT", 2)
    kept = Readings(LEXICON, NAMES)
    for clause in ("信息论坛", "判断发球", "论坛里的", "判断发球"):
        assert kept.tears(clause, 1, 3) == KEPT.tears(clause, 1, 3)
        assert len(kept._tearing) <= 2
