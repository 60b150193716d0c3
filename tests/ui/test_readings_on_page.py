"""Readings on the page of the whole program: by a key, by the panel, and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from reader.app import ReaderProgram
from reader.convert.annotation import Annotated
from reader.model.script import Script
from reader.state.settings import PhoneticsChoice
from reader.ui.application import ReaderApplication
from reader.ui.page_controls import PageControls
from reader.view.ruby import rubies_of

TEXT = "饕餮是行长。"


@pytest.fixture
def program(qapp: ReaderApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[ReaderProgram]:
    path = tmp_path / "a.txt"
    path.write_text("\n".join([TEXT] * 60), encoding="utf-8")
    program = ReaderProgram(qapp, None, tmp_path / "errors.log")
    program.preferences.set("language", "en")
    with qtbot.waitExposed(program.window):
        program.start(path)
    qtbot.waitUntil(lambda: program.session.outline.is_complete)
    yield program
    program.window.close()
    program.close()
    assert not (tmp_path / "errors.log").exists()


def readings(program: ReaderProgram) -> list[str]:
    """Those of the first paragraph in sight."""
    placed = next(program.window.article.view.page.flow.placed())
    return [ruby.text for ruby in rubies_of(placed.layout.parts)]


def test_a_key_leads_from_none_to_rare_to_all(program, qtbot):
    assert readings(program) == []
    for expected in (["tāo", "tiè"], ["tāo", "tiè", "shì", "háng", "zhǎng"], []):
        qtbot.keyClick(program.window, Qt.Key.Key_F8)
        qtbot.waitUntil(lambda expected=expected: readings(program) == expected)


def test_the_panel_chooses_letters_and_the_place_stays(program, qtbot):
    program.window.article.go_to_share(0.5)
    place = program.window.article.view.place()
    panel = program.window.findChild(PageControls)
    for name in ("All", "Zhuyin"):
        button = next(one for one in panel.findChildren(QToolButton) if one.text() == name)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert program.preferences.settings.annotated is Annotated.ALL
    assert program.preferences.settings.phonetics is PhoneticsChoice.ZHUYIN
    qtbot.waitUntil(lambda: readings(program) == ["ㄊㄠ", "ㄊㄧㄝˋ", "ㄕˋ", "ㄏㄤˊ", "ㄓㄤˇ"])
    assert program.window.article.view.place() == place


def test_readings_are_written_as_the_script_that_is_shown_wants(program, qtbot):
    program.preferences.set("annotated", Annotated.RARE)
    qtbot.waitUntil(lambda: readings(program) == ["tāo", "tiè"])
    program.preferences.set("script", Script.TAIWAN)
    qtbot.waitUntil(lambda: readings(program) == ["ㄊㄠ", "ㄊㄧㄝˋ"])
    program.preferences.set("phonetics", PhoneticsChoice.PINYIN)
    assert readings(program) == ["tāo", "tiè"]


def test_what_is_copied_has_no_readings(program, qtbot):
    program.preferences.set("annotated", Annotated.ALL)
    qtbot.waitUntil(lambda: readings(program) != [])
    view = program.window.article.view
    view.select_all()
    assert view.selected_text().split("\n")[0] == TEXT
