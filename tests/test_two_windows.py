"""A file that is double-clicked opens a window of its own: all write into one memory, and none loses anything."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import ReaderProgram
from reader.model.own_word import OwnWord
from reader.model.script import Script


@pytest.fixture
def windows(reading: Callable[..., ReaderProgram]) -> tuple[ReaderProgram, ReaderProgram]:
    """The program twice, with a file each."""
    return reading("头发花白的老人。\n" * 40, "一.txt"), reading("济南的软件公司。\n" * 40, "二.txt")


def come_to(program: ReaderProgram, qtbot: QtBot) -> None:
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)


def words(program: ReaderProgram) -> list[str]:
    return [keyword.text for one in program.keywords.lists for keyword in one.keywords]


def test_words_that_are_coloured_in_turn_all_stay(windows, qtbot: QtBot) -> None:
    one, other = windows
    come_to(one, qtbot)
    one.keywords.add("老人")
    come_to(other, qtbot)
    assert words(other) == ["老人"]
    other.keywords.add("济南")
    come_to(one, qtbot)
    one.keywords.add("软件")
    come_to(other, qtbot)
    assert words(one) == words(other) == ["老人", "济南", "软件"]
    # What is found of them here is counted here.
    qtbot.waitUntil(lambda: list(one.keywords.places.occurrences.counts) == [40, 0, 0])
    qtbot.waitUntil(lambda: list(other.keywords.places.occurrences.counts) == [0, 40, 40])


def test_own_words_that_are_said_in_turn_all_stay(windows, qtbot: QtBot) -> None:
    one, other = windows
    first, second = OwnWord("软件", "軟體", Script.TAIWAN), OwnWord("老人", "長者", Script.TAIWAN)
    come_to(one, qtbot)
    one.vocabulary.say(first, is_here=False)
    come_to(other, qtbot)
    other.vocabulary.say(second, is_here=False)
    come_to(one, qtbot)
    assert one.vocabulary.everywhere == other.vocabulary.everywhere == (first, second)


def test_coming_back_with_nothing_new_changes_nothing(windows, qtbot: QtBot) -> None:
    one, other = windows
    come_to(other, qtbot)
    with (
        qtbot.assertNotEmitted(one.keywords.changed),
        qtbot.assertNotEmitted(one.vocabulary.changed),
    ):
        come_to(one, qtbot)


def test_each_file_is_found_where_it_was_left(windows, qtbot: QtBot, tmp_path: Path) -> None:
    for program in windows:
        program.window.article.go_to_paragraph(20)
    qtbot.waitUntil(lambda: all(program.session.address > 0 for program in windows))
    left = {program.session.document.path.name: program.session.address for program in windows}
    for program in windows:
        program.window.close()
    with closing(sqlite3.connect(tmp_path / "memory" / "library.sqlite3")) as store:
        kept = {
            Path(os.fsdecode(path)).name: address for path, address in store.execute("SELECT path, address FROM file")
        }
    assert kept == left
