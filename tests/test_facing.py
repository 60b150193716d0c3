"""The original beside what is shown, in the real window: the two scroll and select together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.app import ReaderProgram
from reader.model.position import Position, Range
from reader.model.script import Script
from reader.view.text_view import TextView

TEXT = "\n".join(f"第{number}行说的是软件里的数据库，还有出租车和台式电脑，头发很长。" * 4 for number in range(200))


@pytest.fixture
def program(reading: Callable[..., ReaderProgram], qtbot: QtBot) -> ReaderProgram:
    """The program with a text in Simplified that is shown as in Taiwan, the original beside it."""
    made = reading(TEXT, size=(1200, 700), has_regional_words=True, script=Script.TAIWAN)
    qtbot.keyClick(made.window.article.view, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(made.window.article.facing.view.isVisible)
    return made


def first_line(view: TextView) -> tuple[Position, int]:
    """The place and the row of the line at the top."""
    assert view.page is not None
    top = view.page.flow.top_position()
    return top, view.page.flow.top_offset(top)


def shown(view: TextView) -> str:
    assert view.page is not None
    return "".join(layout.text for _, layout, _ in view.page.lines())


def test_both_are_seen(program: ReaderProgram) -> None:
    article = program.window.article
    assert "軟體裡的資料庫" in shown(article.view)
    assert "软件里的数据库" in shown(article.facing.view)
    assert abs(article.view.width() - article.facing.view.width()) < 40
    program.preferences.set("script", None)
    assert not article.facing.view.isVisible()
    program.preferences.set("script", Script.TAIWAN)
    assert article.facing.view.isVisible()


def same_place(one: TextView, other: TextView) -> bool:
    """Lines hold about as many characters in both: what begins one lies in the line that the other begins with."""
    (first, first_row), (second, second_row) = first_line(one), first_line(other)
    return first.block == second.block and abs(first.offset - second.offset) < 60 and abs(first_row - second_row) < 60


def test_where_one_is_scrolled_the_other_follows(program: ReaderProgram, qtbot: QtBot) -> None:
    main, facing = program.window.article.view, program.window.article.facing.view
    for _ in range(6):
        main.turn_page(is_down=True)
        assert same_place(main, facing)
    for rows in (7, 40, -13, 300):
        main.scroll_by(rows)
        assert same_place(main, facing)
    place = program.session.address
    for _ in range(3):
        facing.turn_page(is_down=True)
        assert same_place(facing, main)
    assert program.session.address > place
    qtbot.wait(50)
    assert same_place(facing, main)
    program.window.article.go_to_paragraph(150)
    assert first_line(facing)[0].block == program.session.outline.starts[150]
    main.go_to_start()
    assert facing.top_address() == 0


def test_what_is_selected_in_one_is_selected_in_both(program: ReaderProgram) -> None:
    main, facing = program.window.article.view, program.window.article.facing.view
    start = TEXT.index("数据库")
    main.select(Range(Position(0, start), Position(0, start + 3)))
    assert (main.selected_text(), facing.selected_text()) == ("資料庫", "数据库")
    start = TEXT.index("出租车")
    facing.select(Range(Position(0, start), Position(0, start + 3)))
    assert main.selected_text() == "計程車"
    main.select(None)
    assert facing.selected is None


def test_another_document_has_its_own_original(program: ReaderProgram, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("别的软件。\n" * 5, encoding="utf-8")
    with qtbot.waitSignal(program.session.opened):
        program.session.open(other)
    qtbot.waitUntil(lambda: "別的軟體" in shown(program.window.article.view))
    assert "别的软件" in shown(program.window.article.facing.view)
