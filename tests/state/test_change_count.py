"""Changes are counted in the background, and the next one is found in either direction, round the end."""

from __future__ import annotations

import pytest

from reader.model.own_word import OwnWord
from reader.model.position import Position
from reader.model.script import Script
from reader.model.text_change import ChangeKind
from reader.state import change_count
from reader.state.change_count import ChangeCounts

TEXT = "他来了。\n软件很好。\n山水。\n头发白了。"


@pytest.fixture(autouse=True)
def _count_soon(monkeypatch):
    monkeypatch.setattr(change_count, "_DELAY", 0)
    monkeypatch.setattr(change_count, "_REST", 0)


@pytest.fixture
def reading(session, opened, written, qtbot):
    """A text of which 来, 软件, 头 and 发 are shown as others."""

    def start(text=TEXT):
        opened(session, written(text))
        with qtbot.waitSignal(session.rendition_changed):
            session.show_in(Script.TAIWAN, has_regional_words=True)
        qtbot.waitUntil(lambda: session.changes.counts.is_complete)
        return session

    return start


def test_all_are_counted(reading):
    counts = reading().changes.counts
    assert counts.kinds == {ChangeKind.CHARACTER: 2, ChangeKind.REGIONAL: 1, ChangeKind.CHOICE: 1}
    assert counts.total == 4


def test_a_long_text_is_counted_in_steps(reading, monkeypatch, qtbot):
    monkeypatch.setattr(change_count, "_TOLD", 2000)
    session = reading("软件很好，头发白了。\n" * 1000)
    assert session.changes.counts.kinds[ChangeKind.REGIONAL] == 1000
    told = []
    session.changes.changed.connect(lambda: told.append(session.changes.counts.total))
    with qtbot.waitSignal(session.rendition_changed):
        session.show_in(Script.TAIWAN, has_regional_words=False)
    qtbot.waitUntil(lambda: session.changes.counts.is_complete)
    assert {0, 600, 1200, 3000} <= set(told)
    assert told[-1] == 3000


def test_as_written_there_is_nothing_to_count(reading, settle):
    session = reading()
    session.show_in(None, has_regional_words=False)
    settle()
    assert session.changes.counts == ChangeCounts()


@pytest.mark.parametrize(
    ("line", "offset", "is_forward", "found"),
    [
        (0, -1, True, "软件"),
        (1, 0, True, "发"),
        (1, -1, True, "软件"),
        (3, 1, True, "软件"),
        (3, 1, False, "软件"),
        (1, 0, False, "发"),
        (0, 0, False, "发"),
    ],
)
def test_the_next_one_that_deserves_a_look(reading, qtbot, line, offset, is_forward, found):
    session = reading()
    document, block = session.document, session.document.block_at(0)
    for _ in range(line):
        block = document.block_after(block)
    with qtbot.waitSignal(session.changes.found) as told:
        session.changes.find(Position(block.start, offset), is_forward)
    wanted = told.args[0]
    text = document.block_at(wanted.start.block).text
    assert text[wanted.start.offset : wanted.end.offset] == found


def test_where_nothing_deserves_a_look_nothing_is_found(reading, qtbot, settle):
    session = reading("他来了。\n山水。")
    with qtbot.assertNotEmitted(session.changes.found):
        session.changes.find(Position(0, 0), is_forward=True)
        settle()


def test_what_is_looked_for_is_found_in_what_is_shown_meanwhile(reading, qtbot):
    session = reading()
    with qtbot.waitSignal(session.changes.found) as told:
        session.changes.find(Position(0, -1), is_forward=True)
        session.vocabulary.say(OwnWord("他", "她"), is_here=True)
    assert told.args[0].start == Position(0, 0)
