"""Printing in the whole program: the dialog, the PDF that it leaves, what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton, QToolButton

from reader.app import ReaderProgram
from reader.model.paper import Paper
from reader.model.position import Position, Range
from reader.model.script import Script
from reader.ui.print_dialog import PrintDialog
from reader.ui.print_preview import PrintPreview

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
CHAPTERS = 12


@pytest.fixture
def program(qapp, qtbot, tmp_path: Path) -> Iterator[ReaderProgram]:
    lines = []
    for number in range(1, CHAPTERS + 1):
        lines += [f"第{number}章　第{number}天", *["　　云很低，要下雨了，没有人出来。" * 4 for _ in range(9)]]
    path = tmp_path / "远方.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    made = ReaderProgram(qapp, None, tmp_path / "errors.log")
    made.preferences.set("language", "en")
    made.preferences.set("script", Script.TAIWAN)
    made.preferences.set("paper", Paper.A5)
    with qtbot.waitExposed(made.window):
        made.start(path)
    qtbot.waitUntil(lambda: made.session.outline.is_complete)
    qtbot.waitUntil(lambda: made.session.rendition.route is not None)
    yield made
    made.window.close()
    made.close()
    assert not (tmp_path / "errors.log").exists()


def in_dialog(program: ReaderProgram, qtbot, do: Callable[[PrintDialog], None]) -> None:
    """Open the dialog by its key, do something in it, and wait until it is closed."""
    failed: list[Exception] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, PrintDialog)
            do(dialog)
        except Exception as error:
            failed.append(error)
            dialog.reject()

    QTimer.singleShot(100, act)
    qtbot.keyClick(program.window, Qt.Key.Key_P, CTRL)
    assert failed == []


def button(dialog: PrintDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == text)


def text_of(document: pypdfium2.PdfDocument, page: int | None = None) -> str:
    """What is read on a page or on all of them, however the lines are broken and spaced."""
    pages = document if page is None else [document[page]]
    return "".join("".join(found.get_textpage().get_text_range().split()) for found in pages)


def save_to(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_a_text_is_saved_with_its_bookmarks_in_the_script_that_is_shown(program, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "out.pdf"
    save_to(monkeypatch, tmp_path / "out")
    in_dialog(program, qtbot, lambda dialog: qtbot.mouseClick(button(dialog, "Save as PDF…"), LEFT))
    document = pypdfium2.PdfDocument(path)
    assert document.get_metadata_dict()["Title"] == "遠方"
    assert [entry.get_title() for entry in document.get_toc()] == [f"第{n}章　第{n}天" for n in range(1, CHAPTERS + 1)]
    assert text_of(document).count("雲很低") == CHAPTERS * 9 * 4
    for entry in document.get_toc():
        assert entry.get_title().split("　")[1] in text_of(document, entry.get_dest().get_index())
    assert document[0].get_size() == pytest.approx((148 / 25.4 * 72, 210 / 25.4 * 72), abs=1)
    document.close()
    assert list(tmp_path.glob(".*")) == []
    assert str(path) in program.window.article.messages.message.text


@pytest.mark.parametrize(("range_name", "count"), [("This chapter", 36), ("The selection", 1)])
def test_a_chapter_or_the_selection(program, qtbot, tmp_path, monkeypatch, range_name, count):
    path = tmp_path / "out.pdf"
    save_to(monkeypatch, path)
    program.window.article.go_to_paragraph(25)
    start = program.session.outline.starts[25]
    program.window.article.view.select(Range(Position(start, 2), Position(start, 17)))

    def act(dialog: PrintDialog) -> None:
        what = next(choice for choice in dialog.findChildren(QComboBox) if choice.accessibleName() == "What")
        what.setCurrentIndex(what.findText(range_name))
        what.activated.emit(what.currentIndex())
        qtbot.mouseClick(button(dialog, "Save as PDF…"), LEFT)

    in_dialog(program, qtbot, act)
    document = pypdfium2.PdfDocument(path)
    assert text_of(document).count("雲很低") == count
    document.close()


def test_the_preview_shows_what_is_set_and_turns(program, qtbot):
    def act(dialog: PrintDialog) -> None:
        preview = dialog.findChild(PrintPreview)
        before = preview.grab().toImage()
        buttons = {found.accessibleName(): found for found in dialog.findChildren(QToolButton)}
        qtbot.mouseClick(buttons["Next page"], LEFT)
        second = preview.grab().toImage()
        assert second != before
        qtbot.mouseClick(buttons["Previous page"], LEFT)
        assert preview.grab().toImage() == before
        assert not buttons["Previous page"].isEnabled()
        qtbot.mouseClick(buttons["Text size: more"], LEFT)
        assert program.preferences.settings.print_size == 12
        assert preview.grab().toImage() != before
        for _ in range(400):
            if not buttons["Next page"].isEnabled():
                break
            buttons["Next page"].click()
        assert not buttons["Next page"].isEnabled()
        dialog.reject()

    in_dialog(program, qtbot, act)


def test_what_cannot_be_written_is_said_and_leaves_nothing(program, qtbot, tmp_path, monkeypatch):
    save_to(monkeypatch, tmp_path / "no such folder" / "out.pdf")
    said: list[str] = []

    def act(dialog: PrintDialog) -> None:
        qtbot.mouseClick(button(dialog, "Save as PDF…"), LEFT)
        said.append(dialog._state.text())
        dialog.reject()

    in_dialog(program, qtbot, act)
    assert "could not be written" in said[0]
    assert not (tmp_path / "no such folder").exists()


def test_giving_up_leaves_the_file_of_before(program, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "out.pdf"
    path.write_bytes(b"before")
    save_to(monkeypatch, path)

    def act(dialog: PrintDialog) -> None:
        qtbot.mouseClick(button(dialog, "Save as PDF…"), LEFT)
        assert button(dialog, "Cancel")
        dialog.reject()
        assert button(dialog, "Close")
        assert not program.window._parts.printer._printing.is_running
        dialog.reject()

    in_dialog(program, qtbot, act)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.glob(".*")) == []


def test_nothing_is_asked_where_nothing_is_open(qapp, qtbot, tmp_path):
    program = ReaderProgram(qapp, None, tmp_path / "errors.log")
    program.window.show()
    # A dialog of another test may still be on its way out.
    before = QApplication.activeModalWidget()
    program.window._parts.printer.ask()
    assert QApplication.activeModalWidget() is before
    program.window.close()
    program.close()
