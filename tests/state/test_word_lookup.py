"""A word is looked up and counted in the background."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.convert.converters import Converters
from reader.formats.registry import open_document
from reader.model.position import Span
from reader.model.script import Script
from reader.search.fold import fold
from reader.state.tasks import TaskRunner
from reader.state.word_facts import WordInText
from reader.state.word_lookup import WordLookup
from reader.store.dictionaries import StoredDictionaries

TEXT = "雨里的人。后来雨停了，雨里没有人。"


@pytest.fixture
def lookup(tmp_path: Path, qtbot: QtBot):
    runner = TaskRunner()
    stored = StoredDictionaries(tmp_path / "d.sqlite3", fold)
    yield WordLookup(Converters(), stored, runner)
    runner.close()


@pytest.fixture
def document(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("\n".join([TEXT] * 30 + ["雨裡"]), encoding="utf-8")
    opened = open_document(path)
    yield opened
    opened.close()


def test_facts_come_first_and_the_count_after_them(lookup, document, qtbot):
    seen = []
    lookup.changed.connect(lambda: seen.append(lookup.facts))
    word = WordInText(TEXT, Span(0, 2))
    lookup.look_up(document, word, word, Script.SIMPLIFIED)
    qtbot.waitUntil(lambda: lookup.facts is not None and lookup.facts.is_counted)
    assert seen[0].pinyin == ("yǔ", "lǐ")
    assert seen[0].count is None
    assert lookup.facts.count == 61


def test_a_new_word_gives_the_one_before_up(lookup, document, qtbot):
    first, second = WordInText(TEXT, Span(0, 1)), WordInText(TEXT, Span(3, 4))
    lookup.look_up(document, first, first, Script.SIMPLIFIED)
    lookup.look_up(document, second, second, Script.SIMPLIFIED)
    words = set()
    lookup.changed.connect(lambda: words.add(lookup.facts.word))
    qtbot.waitUntil(lambda: lookup.facts is not None and lookup.facts.is_counted)
    assert words == {"人"}


def test_nothing_is_said_after_it_was_given_up(lookup, document, qtbot):
    word = WordInText(TEXT, Span(0, 1))
    lookup.look_up(document, word, word, Script.SIMPLIFIED)
    qtbot.waitUntil(lambda: lookup.facts is not None)
    lookup.give_up()
    assert lookup.facts is None
    with qtbot.assertNotEmitted(lookup.changed, wait=100):
        pass
