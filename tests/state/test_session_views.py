"""The session: how the document is shown, filtered and watched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from threading import Event

import pytest

from reader.convert.converters import Converters
from reader.convert.route import Route
from reader.model.document import FileChange
from reader.model.script import Script

STORY = "第一章　出門\n他走了很遠的路。\n第二章　回家\n他回來了，門還開著。\n"
SIMPLIFIED = "他的软件里有网络。\n"


class GatedConverters(Converters):
    """Dictionaries that are not read before the gate is open."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = Event()

    def named(self, route: str) -> Route:
        assert self.gate.wait(20)
        return super().named(route)


def shown(session) -> str:
    return session.rendition.convert(session.document.block_at(0).text).text


def test_a_document_is_shown_as_written_at_first(session, written, opened):
    opened(session, written(SIMPLIFIED))
    assert session.rendition.source is Script.SIMPLIFIED
    assert session.rendition.target is None
    assert shown(session) == SIMPLIFIED.strip()


def test_dictionaries_are_loaded_in_the_background(qtbot, make_session, written, opened):
    converters = GatedConverters()
    session = make_session(converters)
    session.show_in(Script.TAIWAN, has_regional_words=True)
    opened(session, written(SIMPLIFIED))
    assert session.rendition.target is None
    assert shown(session) == SIMPLIFIED.strip()
    with qtbot.waitSignal(session.rendition_changed):
        converters.gate.set()
    assert session.rendition.target is Script.TAIWAN
    assert shown(session) == "他的軟體裡有網路。"


def test_what_is_loaded_is_shown_at_once(qtbot, session, written, opened):
    opened(session, written(SIMPLIFIED))
    with qtbot.waitSignal(session.rendition_changed):
        session.show_in(Script.TAIWAN, has_regional_words=False)
    assert shown(session) == "他的軟件裡有網絡。"
    session.show_in(None, has_regional_words=False)
    assert shown(session) == SIMPLIFIED.strip()
    session.show_in(Script.TAIWAN, has_regional_words=False)
    assert shown(session) == "他的軟件裡有網絡。"
    opened(session, written(SIMPLIFIED, "other.txt"))
    assert shown(session) == "他的軟件裡有網絡。"


def test_the_same_choice_again_changes_nothing(qtbot, session, written, opened, settle):
    opened(session, written(SIMPLIFIED))
    session.show_in(Script.HONG_KONG, has_regional_words=False)
    settle()
    with qtbot.assertNotEmitted(session.rendition_changed):
        session.show_in(Script.HONG_KONG, has_regional_words=False)
        settle()


def test_of_two_choices_the_last_wins(make_session, written, opened, settle):
    converters = GatedConverters()
    session = make_session(converters)
    opened(session, written(SIMPLIFIED))
    session.show_in(Script.TAIWAN, has_regional_words=False)
    session.show_in(None, has_regional_words=False)
    converters.gate.set()
    settle()
    assert session.rendition.target is None


def test_dictionaries_that_come_late_do_not_change_the_next_document(make_session, written, opened, settle):
    converters = GatedConverters()
    session = make_session(converters)
    opened(session, written(SIMPLIFIED))
    session.show_in(Script.TAIWAN, has_regional_words=False)
    opened(session, written("這裡說的是正體字，裡面裝著什麼？", "taiwan.txt"))
    assert session.script is Script.TAIWAN
    converters.gate.set()
    settle()
    assert session.rendition.source is Script.TAIWAN
    assert session.rendition.route is None


@pytest.fixture
def filtered(session) -> list[tuple[tuple[int, ...] | None, bool]]:
    """What the session said of the filter."""
    said: list[tuple[tuple[int, ...] | None, bool]] = []
    session.filtered.connect(lambda numbers, is_complete: said.append((numbers, is_complete)))
    return said


def test_paragraphs_are_filtered_in_any_script(session, written, opened, settle, filtered):
    opened(session, written(STORY))
    settle()
    session.filter_outline("门")
    settle()
    assert filtered[-1] == ((0, 3), True)
    session.filter_outline("門 第")
    settle()
    assert filtered[-1] == ((0,), True)
    session.filter_outline("4")
    settle()
    assert filtered[-1] == ((3,), True)
    session.filter_outline("無")
    settle()
    assert filtered[-1] == ((), True)


@pytest.mark.parametrize("query", ["", "  ", "\u3000"])
def test_no_query_is_no_filter(session, written, opened, settle, filtered, query):
    opened(session, written(STORY))
    settle()
    session.filter_outline("門")
    session.filter_outline(query)
    settle()
    assert filtered == [(None, True)]


def test_a_number_that_is_too_long_for_one_is_only_text(session, written, opened, settle, filtered):
    opened(session, written("9" * 5000))
    settle()
    session.filter_outline("9" * 6000)
    settle()
    assert filtered[-1] == ((), True)


def test_what_is_found_in_a_long_document_grows(session, written, opened, settle, filtered):
    opened(session, written("".join(f"第{number}行，寫了一些話。\n" for number in range(60_000))))
    settle()
    session.filter_outline("一些")
    settle()
    found = [numbers for numbers, _ in filtered]
    assert len(found) > 2
    assert all(longer[: len(shorter)] == shorter for shorter, longer in pairwise(found))
    assert found[-1] == tuple(range(60_000))
    assert [is_complete for _, is_complete in filtered] == [False] * (len(filtered) - 1) + [True]


def test_a_filter_finds_what_is_counted_later(qtbot, session, written, opened, settle, filtered):
    gate = Event()

    def hold_back() -> None:
        document, whole = session.document, session.document.outlines

        def outlines() -> Iterator[object]:
            for outline in whole():
                yield outline
                assert gate.wait(20)

        document.outlines = outlines

    session.opened.connect(hold_back)
    lines = 30_000
    opened(session, written("".join(f"第{number}行，寫了一些話。\n" for number in range(lines)) + "末"))
    qtbot.waitUntil(lambda: len(session.outline.starts) > 0)
    assert not session.outline.is_complete
    session.filter_outline("末")
    qtbot.waitUntil(lambda: len(filtered) > 0)
    assert filtered == [((), False)]
    gate.set()
    settle()
    assert filtered[-1] == ((lines,), True)


def test_another_document_is_not_filtered(session, written, opened, settle, filtered):
    opened(session, written(STORY))
    settle()
    session.filter_outline("門")
    settle()
    opened(session, written(STORY, "other.txt"))
    filtered.clear()
    settle()
    assert filtered == []


def test_a_file_that_another_program_changed_is_told_once(session, written, opened, settle):
    path = written(STORY)
    opened(session, path)
    told = []
    session.file_changed.connect(told.append)
    session.look_at_file()
    settle()
    assert told == []
    written(STORY + "添了一行")
    for _ in range(3):
        session.look_at_file()
        settle()
    assert told == [FileChange.CHANGED]
    path.unlink()
    for _ in range(2):
        session.look_at_file()
        settle()
    assert told == [FileChange.CHANGED, FileChange.VANISHED]
    assert session.document.block_at(0).text == "第一章　出門"


def test_the_file_is_looked_at_from_time_to_time(qtbot, session, written, opened):
    session._file_watch._timer.setInterval(10)
    path = written(STORY)
    opened(session, path)
    with qtbot.waitSignal(session.file_changed) as change:
        path.unlink()
    assert change.args == [FileChange.VANISHED]


def test_a_reloaded_file_is_as_it_is(qtbot, session, written, opened, settle):
    opened(session, written(STORY))
    written(STORY + "添了一行")
    session.look_at_file()
    settle()
    with qtbot.waitSignal(session.opened):
        session.reload()
    with qtbot.assertNotEmitted(session.file_changed):
        session.look_at_file()
        settle()


def test_what_happened_to_the_file_before_is_not_told_of_the_next(session, written, opened, settle):
    gate = Event()
    before = opened(session, written(STORY))

    def file_change() -> FileChange:
        assert gate.wait(20)
        return FileChange.CHANGED

    before.file_change = file_change
    session.look_at_file()
    told = []
    session.file_changed.connect(told.append)
    opened(session, written(STORY, "other.txt"))
    gate.set()
    settle()
    assert told == []
