"""Dictionaries are installed in the background, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.errors import UnusableDictionary, UnusableReason
from reader.search.fold import fold
from reader.state.dictionaries import Dictionaries
from reader.state.tasks import TaskRunner
from reader.store.dictionaries import StoredDictionaries


@pytest.fixture
def dictionaries(tmp_path: Path, qtbot: QtBot):
    runner = TaskRunner()
    yield Dictionaries(StoredDictionaries(tmp_path / "d.sqlite3", fold), runner)
    runner.close()


def written(folder: Path, name: str, rows: int) -> Path:
    path = folder / name
    path.write_text("".join(f"詞{number}\tword {number}\n" for number in range(rows)), encoding="utf-8")
    return path


def test_several_are_installed_in_turn(dictionaries, tmp_path, qtbot):
    steps = []
    dictionaries.progressed.connect(lambda name, size: steps.append((name, size)))
    for name in ("one.tsv", "two.tsv"):
        dictionaries.install(written(tmp_path, name, 5_000))
    qtbot.waitUntil(lambda: not dictionaries.is_installing)
    assert [(one.name, one.size) for one in dictionaries.installed()] == [("one", 5_000), ("two", 5_000)]
    assert steps[:2] == [("one.tsv", 0), ("one.tsv", 2_000)]
    assert ("two.tsv", 5_000) in steps


def test_a_bad_one_says_why_and_the_next_one_is_installed(dictionaries, tmp_path, qtbot):
    bad = tmp_path / "bad.u8"
    bad.write_text("這不是辭典。\n", encoding="utf-8")
    errors = []
    dictionaries.failed.connect(errors.append)
    dictionaries.install(bad)
    dictionaries.install(written(tmp_path, "good.tsv", 3))
    qtbot.waitUntil(lambda: not dictionaries.is_installing)
    assert [type(error) for error in errors] == [UnusableDictionary]
    assert errors[0].reason is UnusableReason.UNKNOWN_FORMAT
    assert [one.name for one in dictionaries.installed()] == ["good"]


def test_one_is_removed(dictionaries, tmp_path, qtbot):
    dictionaries.install(written(tmp_path, "one.tsv", 3))
    qtbot.waitUntil(lambda: not dictionaries.is_installing)
    with qtbot.waitSignal(dictionaries.changed):
        dictionaries.remove(dictionaries.installed()[0].number)
    assert dictionaries.installed() == []
