"""The chapters that a choice gives are seen before it is taken; an expression that is no good is a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from reader.formats.kept_chapters import NOTHING_SAID, KeptChapters, SaidLine
from reader.formats.registry import open_document
from reader.model.document import Document
from reader.state.chapter_preview import ChapterPreview
from reader.state.tasks import TaskRunner
from reader.ui.chapters_dialog import ChaptersDialog
from reader.ui.uniform_list import UniformListView

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接，只有燈塔還亮著。"
TEXT = "".join(f"{line}\n" + f"　　{SENTENCE}\n" * 8 for line in ("卷一", "第一章 離岸", "第二章 夜航", "~~ 燈塔 ~~"))

Make = Callable[..., ChaptersDialog]


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "book.txt"
    path.write_text(TEXT, encoding="utf-8")
    return open_document(path)


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    """Opens dialogs, and waits for what they show first."""
    runner = TaskRunner()

    def made(document: Document, kept: KeptChapters = NOTHING_SAID) -> ChaptersDialog:
        preview = ChapterPreview(runner)
        dialog = ChaptersDialog(document, kept, preview, lambda text: text.replace("燈", "灯"))
        preview.setParent(dialog)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        qtbot.waitUntil(lambda: "chapters" in said(dialog))
        return dialog

    yield made
    runner.close()


def said(dialog: ChaptersDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if not label.isHidden())


def listed(dialog: ChaptersDialog) -> list[str]:
    model = dialog.findChild(UniformListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def ok(dialog: ChaptersDialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def typed(dialog: ChaptersDialog, qtbot: QtBot, pattern: str) -> None:
    entry = dialog.findChild(QLineEdit)
    entry.clear()
    qtbot.keyClicks(entry, pattern)


def requested(dialog: ChaptersDialog) -> list[object]:
    got: list[object] = []
    dialog.chapters_requested.connect(got.append)
    return got


def test_it_begins_with_what_holds(make, document):
    dialog = make(document)
    assert listed(dialog) == ["卷一", "　第一章 離岸", "　第二章 夜航"]
    assert "3 chapters, 100% of them numbered in order" in said(dialog)
    again = make(document, KeptChapters(pattern="^~~"))
    assert listed(again) == ["~~ 灯塔 ~~"]
    assert again.findChild(QLineEdit).text() == "^~~"


def test_rules_are_counted_and_chosen(make, document, qtbot):
    dialog = make(document)
    got = requested(dialog)
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    assert not boxes["卷之三　舊雨"].isEnabled()
    qtbot.keyClick(dialog.findChildren(QRadioButton)[1], Qt.Key.Key_Space)
    for text, box in boxes.items():
        if box.isEnabled() and box.isChecked() and text != "卷之三　舊雨":
            qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not ok(dialog).isEnabled()
    qtbot.waitUntil(lambda: listed(dialog) == ["卷一"])
    assert "\n2\n" in f"\n{said(dialog)}\n"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert got == [KeptChapters(rules=("volume",))]


def test_an_expression_is_tried_as_it_is_typed(make, document, qtbot):
    dialog = make(document)
    got = requested(dialog)
    typed(dialog, qtbot, "^~~")
    assert not ok(dialog).isEnabled()
    qtbot.waitUntil(lambda: listed(dialog) == ["~~ 灯塔 ~~"])
    assert "1 chapters" in said(dialog)
    qtbot.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert got == [KeptChapters(pattern="^~~")]


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("(", "no regular expression: missing )"),
        ("(a+)+", "forever"),
        ("a*", "even an empty line"),
        ("a" * 201, "too long"),
    ],
)
def test_an_expression_that_cannot_be_used_is_a_sentence(make, document, qtbot, pattern, part):
    dialog = make(document)
    got = requested(dialog)
    typed(dialog, qtbot, pattern)
    qtbot.waitUntil(lambda: part in said(dialog))
    assert listed(dialog) == []
    assert not ok(dialog).isEnabled()
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert got == []
    assert dialog.isVisible()
    qtbot.keyClick(dialog.findChildren(QRadioButton)[0], Qt.Key.Key_Space)
    qtbot.waitUntil(ok(dialog).isEnabled)
    assert part not in said(dialog)
    assert len(listed(dialog)) == 3


def test_an_expression_that_is_too_slow_is_a_sentence(make, document, qtbot, monkeypatch):
    dialog = make(document)
    monkeypatch.setattr("reader.formats.chapter_preview._PATIENCE", 0.0)
    typed(dialog, qtbot, "^~")
    qtbot.waitUntil(lambda: "too long on this text" in said(dialog))
    assert listed(dialog) == []
    assert not ok(dialog).isEnabled()


def test_lines_that_were_said_can_be_kept_or_forgotten(make, document, qtbot):
    line = SaidLine(TEXT.encode().index("第二章".encode()), 0, "第二章 夜航")
    dialog = make(document, KeptChapters(lines=(line,)))
    got = requested(dialog)
    assert listed(dialog) == ["卷一", "　第一章 離岸"]
    box = next(box for box in dialog.findChildren(QCheckBox) if "1 lines" in box.text())
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(listed(dialog)) == 3)
    qtbot.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert got == [NOTHING_SAID]


def test_escape_leaves_everything(make, document, qtbot):
    dialog = make(document)
    got = requested(dialog)
    typed(dialog, qtbot, "^~~")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert got == []
    assert not dialog.isVisible()


def test_a_chapter_can_be_looked_at(make, document, qtbot):
    dialog = make(document)
    with qtbot.waitSignal(dialog.place_requested) as asked:
        view = dialog.findChild(UniformListView)
        view.setCurrentIndex(view.model().index(2, 0))
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [TEXT.encode().index("第二章".encode())]


def test_a_file_that_marks_its_headings_has_no_rules(make, tmp_path, qtbot):
    path = tmp_path / "a.html"
    page = f"<meta charset=utf-8><h1>離岸</h1><p>{SENTENCE}</p><h2>夜航</h2><p>{SENTENCE}</p><p>~ 三</p>"
    path.write_text(page, encoding="utf-8")
    dialog = make(open_document(path))
    assert [way.text() for way in dialog.findChildren(QRadioButton) if way.isVisible()] == [
        "As the file says",
        "Lines that match this regular expression:",
    ]
    assert listed(dialog) == ["離岸", "　夜航"]
    typed(dialog, qtbot, "^~")
    qtbot.waitUntil(lambda: listed(dialog) == ["離岸", "　夜航", "~ 三"])
