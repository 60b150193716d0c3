"""A file is found again where it was left, in whatever script it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app import ReaderProgram
from reader.model.script import Script
from reader.ui.application import ReaderApplication


@pytest.mark.parametrize("script", [None, Script.SIMPLIFIED, Script.TAIWAN])
def test_a_second_sitting_begins_where_the_first_one_ended(
    qapp: ReaderApplication, qtbot, tmp_path: Path, script: Script | None
) -> None:
    text = tmp_path / "三 国.txt"
    text.write_text("".join(f"第{number}段，头发花白的老人在河边。\n" for number in range(300)), encoding="gb18030")
    database = tmp_path / "library.sqlite3"
    addresses = []
    for sitting in range(2):
        program = ReaderProgram(qapp, database, tmp_path / "errors.log")
        if sitting == 0:
            program.preferences.set("script", script)
        with qtbot.waitSignal(program.session.opened):
            program.start(text)
        qtbot.waitUntil(lambda program=program: program.window.article.view.page is not None)
        qtbot.waitUntil(lambda program=program: program.session.outline.is_complete)
        if sitting == 0:
            program.window.article.go_to_paragraph(40)
        qtbot.wait(300)
        addresses.append(program.session.address)
        program.window.close()
        program.close()
    assert addresses[0] > 0
    assert addresses[1] == addresses[0]
