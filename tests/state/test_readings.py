"""Readings are loaded when they are first asked for, and given a text at a time."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader.convert.annotation import Annotated, Phonetics
from reader.state import readings as module
from reader.state.readings import Readings
from reader.state.tasks import TaskRunner


@pytest.fixture
def readings(qtbot: QtBot):
    runner = TaskRunner()
    yield Readings(runner)
    runner.close()


def test_there_are_none_until_they_are_asked_for_and_loaded(readings, qtbot):
    assert readings.of("行長") == ()
    with qtbot.waitSignal(readings.changed):
        readings.show(Annotated.ALL, Phonetics.PINYIN)
        assert readings.annotated is Annotated.NONE
        assert readings.of("行長") == ()
    assert readings.annotated is Annotated.ALL
    assert list(readings.of("行長")) == ["háng", "zhǎng"]


def test_once_loaded_others_are_there_at_once(readings, qtbot):
    with qtbot.waitSignal(readings.changed):
        readings.show(Annotated.ALL, Phonetics.PINYIN)
    with qtbot.waitSignal(readings.changed):
        readings.show(Annotated.ALL, Phonetics.ZHUYIN)
    assert list(readings.of("行長")) == ["ㄏㄤˊ", "ㄓㄤˇ"]
    with qtbot.waitSignal(readings.changed):
        readings.show(Annotated.NONE, Phonetics.ZHUYIN)
    assert readings.of("行長") == ()
    with qtbot.assertNotEmitted(readings.changed):
        readings.show(Annotated.NONE, Phonetics.ZHUYIN)


def test_what_is_wanted_last_is_what_is_given_when_the_tables_are_there(readings, qtbot):
    with qtbot.waitSignal(readings.changed):
        readings.show(Annotated.ALL, Phonetics.PINYIN)
        readings.show(Annotated.RARE, Phonetics.ZHUYIN)
    assert (readings.annotated, readings.phonetics) == (Annotated.RARE, Phonetics.ZHUYIN)


def test_a_text_is_read_once_while_there_is_room(readings, qtbot, monkeypatch):
    with qtbot.waitSignal(readings.changed):
        readings.show(Annotated.ALL, Phonetics.PINYIN)
    read = []
    annotate = module.annotate
    monkeypatch.setattr(module, "annotate", lambda text, *how: read.append(text) or annotate(text, *how))
    for _ in range(3):
        readings.of("行長")
    assert read == ["行長"]
    monkeypatch.setattr(module, "_KEPT", 4)
    readings.of("銀行")
    readings.of("行長")
    assert read == ["行長", "銀行", "行長"]
