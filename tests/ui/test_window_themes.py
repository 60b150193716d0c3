"""Themes in the whole window: a click, a key, a dialog, and the window is in other colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from reader.app import ReaderProgram
from reader.ui.own_theme_dialog import OwnThemeDialog
from reader.ui.theme import BLACK, SEPIA
from reader.ui.theme_grid import ThemeGrid
from reader.ui.theme_swatch import ThemeSwatch

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def program(qapp, qtbot, tmp_path: Path) -> Iterator[ReaderProgram]:
    path = tmp_path / "遠方.txt"
    path.write_text("雲很低，要下雨了。\n" * 9, encoding="utf-8")
    made = ReaderProgram(qapp, None, tmp_path / "errors.log")
    made.preferences.set("language", "en")
    with qtbot.waitExposed(made.window):
        made.start(path)
    qtbot.waitUntil(lambda: made.session.outline.is_complete)
    yield made
    made.window.close()
    made.close()


def ground(program: ReaderProgram) -> str:
    return program.window.article.view.grab().toImage().pixelColor(QPoint(3, 3)).name()


def test_a_theme_is_chosen_by_a_click_and_the_key_leads_back(program, qtbot):
    grid = program.window.findChild(ThemeGrid)
    for name, theme in (("Sepia", SEPIA), ("Black", BLACK)):
        swatch = next(found for found in grid.findChildren(ThemeSwatch) if found.text() == name)
        qtbot.mouseClick(swatch, Qt.MouseButton.LeftButton)
        assert ground(program) == theme.page.page
        assert swatch.isChecked()
    qtbot.keyClick(program.window, Qt.Key.Key_D, _CTRL_SHIFT)
    assert ground(program) == SEPIA.page.page


def test_own_colours_are_chosen_in_a_dialog(program, monkeypatch):
    monkeypatch.setattr(OwnThemeDialog, "exec", lambda _: True)
    monkeypatch.setattr(OwnThemeDialog, "colours", ("#e0f0ff", "#001020", "#0040a0"))
    before = program.window.grab().toImage().pixelColor(QPoint(2, 2))
    program.window.findChild(ThemeGrid).own_requested.emit()
    assert ground(program) == "#e0f0ff"
    assert program.window.grab().toImage().pixelColor(QPoint(2, 2)) != before


def test_a_dialog_that_is_given_up_changes_nothing(program, monkeypatch):
    monkeypatch.setattr(OwnThemeDialog, "exec", lambda _: False)
    before = ground(program)
    program.window.findChild(ThemeGrid).own_requested.emit()
    assert ground(program) == before
