"""What was looked for lately is remembered, the latest first."""

from __future__ import annotations

import pytest

from reader.state.recent_queries import RecentQueries
from reader.store.store import Store


def test_the_latest_comes_first_and_each_once(qapp, store):
    recent = RecentQueries(store.settings)
    for text in ("甲", "乙", " 甲 ", "", "丙"):
        recent.add(text)
    assert recent.texts == ("丙", "甲", "乙")


def test_they_outlast_a_run_and_are_bounded(qapp, tmp_path):
    one = Store(tmp_path / "library.sqlite3")
    recent = RecentQueries(one.settings)
    for number in range(40):
        recent.add(str(number))
    one.close()
    other = Store(tmp_path / "library.sqlite3")
    assert RecentQueries(other.settings).texts == tuple(str(number) for number in range(39, 24, -1))
    RecentQueries(other.settings).forget()
    assert RecentQueries(other.settings).texts == ()
    other.close()


@pytest.mark.parametrize("known", ["甲", 3, None, {"a": 1}, [1, "", "乙", "乙", None]])
def test_what_another_version_wrote_does_no_harm(qapp, store, known):
    store.settings.save({"recent_queries": known})
    assert RecentQueries(store.settings).texts in ((), ("乙",))


def test_a_store_that_cannot_be_written(qtbot, store):
    recent = RecentQueries(store.settings)
    store.close()
    with qtbot.waitSignal(recent.failed):
        recent.add("甲")
    assert recent.texts == ("甲",)
