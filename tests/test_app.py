"""The whole program, driven by keys and mouse as a reader would."""

from __future__ import annotations

import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QContextMenuEvent, QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QListWidget, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from reader.app import ReaderProgram
from reader.formats.candidates import candidates
from reader.model.position import Position
from reader.model.script import Script
from reader.state.opening import OpenedFile, opened_in_steps
from reader.store.library import ReadFile
from reader.store.store import Store
from reader.ui.application import ReaderApplication
from reader.ui.chapters_dialog import ChaptersDialog
from reader.ui.encoding_chooser import EncodingChooser
from reader.ui.keyword_list_view import KeywordListView
from reader.ui.keyword_model import KEYWORD_ROLE, KeywordItem
from reader.ui.link_dialog import LinkDialog
from reader.ui.menus import RecentMenu
from reader.ui.messages import MessageAction
from reader.ui.picture_viewer import PictureViewer

_SENTENCE = "里长坐出租车去市里，软件里的鼠标动了一下。她说后面的云很低，要下雨了。"
_CHAPTERS = 60

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

Start = Callable[..., ReaderProgram]


@pytest.fixture
def novel(tmp_path: Path) -> Path:
    """A novel in GB18030, with a Chinese name and a space in its path."""
    lines = ["雨里的人", ""]
    for number in range(1, _CHAPTERS + 1):
        lines += [f"第{number}章　第{number}天", *[f"　　{_SENTENCE * 4}这是第{number}天的事。" for _ in range(8)]]
    path = tmp_path / "我的 小说.txt"
    path.write_bytes("\r\n".join(lines).encode("gb18030"))
    return path


@pytest.fixture
def start(qapp: ReaderApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Starts the program with a memory of its own; what one run remembers the next one knows."""
    programs: list[ReaderProgram] = []

    def started(path: Path | None, is_counted: bool = True) -> ReaderProgram:
        program = ReaderProgram(qapp, tmp_path / "memory" / "library.sqlite3", tmp_path / "errors.log")
        programs.append(program)
        program.preferences.set("language", "en")
        program.window.resize(1100, 800)
        with qtbot.waitExposed(program.window):
            program.start(path)
        if is_counted:
            qtbot.waitUntil(lambda: program.session.outline.is_complete)
        return program

    yield started
    for program in programs:
        _close(program)
    assert not (tmp_path / "errors.log").exists()


def _close(program: ReaderProgram) -> None:
    program.window.close()
    program.close()


def _shown(program: ReaderProgram) -> str:
    """The text in sight."""
    page = program.window.article.view.page
    assert page is not None
    return "".join(layout.text[slice(*_ends(layout, line))] for _, layout, line in page.lines())


def _ends(layout: object, line: int) -> tuple[int, int]:
    span = layout.line_span(line)  # type: ignore[attr-defined]
    return span.start, span.end


def _double_click(program: ReaderProgram, qtbot: QtBot, word: str) -> None:
    """Double-click a word that is in sight."""
    view = program.window.article.view
    page, document = view.page, program.session.document
    assert page is not None
    assert document is not None
    block = document.block_at(program.session.address)
    while word not in block.text:
        following = document.block_after(block)
        assert following is not None
        block = following
    box = page.rectangle_of(Position(block.start, block.text.index(word)))
    assert box is not None
    point = box.center().toPoint()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def _keyword_rows(program: ReaderProgram) -> list[KeywordItem]:
    """What the panel of the coloured words shows."""
    model = program.window.findChild(KeywordListView).model()
    return [model.index(row, 0).data(KEYWORD_ROLE) for row in range(model.rowCount())]


def _message(program: ReaderProgram) -> str:
    message = program.window.article.messages.message
    return message.text if message else ""


def test_without_a_file_the_manual_opens(start: Start) -> None:
    program = start(None)
    assert "簡繁讀" in _shown(program)
    assert "簡繁讀" in program.window.windowTitle()
    assert len(program.session.outline.headings) > 5
    assert program.session.recent_files(5) == []


def test_a_reader_reads_converts_colours_and_comes_back(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    window, view = program.window, program.window.article.view
    assert program.session.document is not None
    assert program.session.document.encoding == "gb18030"
    assert window.windowTitle().startswith("我的 小说")
    assert "出租车" in _shown(program)

    qtbot.keyClick(view, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "計程車" in _shown(program))
    assert program.preferences.settings.script is Script.TAIWAN
    assert "滑鼠" in _shown(program)

    _double_click(program, qtbot, "出租车")
    assert view.selected_text() == "計程車"
    qtbot.keyClick(view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert [word.text for word in program.keywords.lists[0].keywords] == ["出租车"]
    qtbot.waitUntil(lambda: program.keywords.places.occurrences.is_complete)
    assert program.keywords.places.occurrences.counts == (_CHAPTERS * 8 * 4,)

    qtbot.keyClick(view, Qt.Key.Key_F3)
    assert program.keywords.places.current is not None
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    window.article.go_to_paragraph(200)
    place = program.session.address
    assert place == program.session.outline.starts[200]
    shown = _shown(program)
    _close(program)

    again = start(novel)
    assert again.session.address == place
    qtbot.waitUntil(lambda: _shown(again) == shown)
    assert [word.text for word in again.keywords.lists[0].keywords] == ["出租车"]
    assert again.session.recent_files(5)[0].path == novel


def test_the_place_is_kept_when_the_script_changes(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    program.window.article.go_to_paragraph(300)
    place, top = program.session.address, program.window.article.view.top_address()
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_1):
        with qtbot.waitSignal(program.session.rendition_changed):
            qtbot.keyClick(program.window.article.view, key, Qt.KeyboardModifier.ControlModifier)
        assert program.session.address == place
    assert program.window.article.view.top_address() == top


def test_f4_compares_with_the_original(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    qtbot.keyClick(program.window, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: "裡" in _shown(program) or "裏" in _shown(program))
    qtbot.keyClick(program.window, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: "里长" in _shown(program))
    assert program.preferences.settings.script is None


def test_a_word_is_typed_in_the_other_script(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(program.window.article.view, Qt.Key.Key_H, keys)
    entry = QGuiApplication.focusObject()
    assert isinstance(entry, QLineEdit)
    typed = QInputMethodEvent()
    typed.setCommitString("軟件")
    QGuiApplication.sendEvent(entry, typed)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: program.keywords.places.occurrences.is_complete and program.keywords.places.occurrences.counts[0] > 0
    )
    (row,) = _keyword_rows(program)
    assert row.text == "軟件"
    assert row.count == f"{_CHAPTERS * 8 * 4:,}"


def test_a_dropped_file_is_opened(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(None)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(novel))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(program.session.opened):
        program.window.dropEvent(event)
    assert "出租车" in _shown(program)


def test_a_file_that_is_not_there_is_a_sentence(start: Start, qtbot: QtBot, tmp_path: Path, novel: Path) -> None:
    program = start(tmp_path / "沒有.txt", is_counted=False)
    qtbot.waitUntil(lambda: "沒有.txt" in _message(program))
    message = program.window.article.messages.message
    assert message is not None
    assert message.action is MessageAction.OPEN
    with qtbot.waitSignal(program.session.opened):
        program.session.open(novel)
    assert _message(program) == ""


@pytest.mark.parametrize(
    ("content", "part"),
    [(b"", "empty"), (b"\x89PNG\r\n\x1a\n" + bytes(200), "not a text")],
    ids=["empty", "picture"],
)
def test_what_cannot_be_read_leaves_the_text_before_it(
    start: Start, qtbot: QtBot, tmp_path: Path, novel: Path, content: bytes, part: str
) -> None:
    program = start(novel)
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    program.session.open(bad)
    qtbot.waitUntil(lambda: part in _message(program))
    assert "出租车" in _shown(program)
    program.session.open(tmp_path)
    qtbot.waitUntil(lambda: "folder" in _message(program))


def test_a_file_that_changes_is_offered_again(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    program.window.article.go_to_paragraph(20)
    place = program.session.address
    novel.write_bytes(novel.read_bytes() + "\r\n　　又过了一天。".encode("gb18030"))
    program.session.look_at_file()
    qtbot.waitUntil(lambda: "changed" in _message(program))
    with qtbot.waitSignal(program.session.opened):
        qtbot.keyClick(program.window, Qt.Key.Key_F5)
    assert program.session.address == place
    assert _message(program) == ""
    novel.unlink()
    program.session.look_at_file()
    qtbot.waitUntil(lambda: "moved or deleted" in _message(program))
    assert "出租车" in _shown(program)


def test_bytes_that_are_no_text_are_told_of(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "damaged.txt"
    path.write_bytes((_SENTENCE * 300).encode() + b"\xff\xfe\xc0" + (_SENTENCE * 300).encode())
    program = start(path)
    qtbot.waitUntil(lambda: "no text in UTF-8" in _message(program))
    program.window.article.messages.dismiss()
    program.session.outline_changed.emit()
    assert _message(program) == ""


def test_a_garbled_text_is_restored(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "garbled.txt"
    path.write_text((_SENTENCE * 60).encode().decode("gb18030", "replace"), encoding="utf-8")
    program = start(path)
    qtbot.waitUntil(lambda: "garbled" in _message(program))
    with qtbot.waitSignal(program.session.opened):
        program.window.article.messages.action_requested.emit(MessageAction.REPAIR)
    assert "出租车" in _shown(program)
    _close(program)
    assert "出租车" in _shown(start(path))


def test_panels_fold_and_stay_folded(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    docks = {dock.objectName(): dock for dock in program.window.findChildren(object) if _is_dock(dock)}
    assert not docks["outline"].isHidden()
    qtbot.keyClick(program.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert docks["outline"].isHidden()
    program.window.resize(900, 700)
    _close(program)
    again = start(novel)
    docks = {dock.objectName(): dock for dock in again.window.findChildren(object) if _is_dock(dock)}
    assert docks["outline"].isHidden()
    assert not docks["keywords"].isHidden()
    qtbot.keyClick(again.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not docks["outline"].isHidden()


def _is_dock(found: object) -> bool:
    return type(found).__name__ == "PanelDock"


def test_dark_follows_its_key_and_is_kept(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    view = program.window.article.view
    light = view.grab().toImage().pixelColor(QPoint(3, 3)).lightness()
    qtbot.keyClick(program.window, Qt.Key.Key_D, _CTRL_SHIFT)
    assert view.grab().toImage().pixelColor(QPoint(3, 3)).lightness() < light / 2
    _close(program)
    again = start(novel)
    assert again.window.article.view.grab().toImage().pixelColor(QPoint(3, 3)).lightness() < light / 2


@pytest.fixture
def vertical_book(tmp_path: Path) -> Path:
    """An EPUB that asks for columns from right to left."""
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "book.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata>'
        '<meta name="primary-writing-mode" content="vertical-rl"/></metadata><manifest>'
        '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine page-progression-direction="rtl"><itemref idref="one"/></spine></package>',
        "one.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{f"<p>{_SENTENCE}</p>" * 40}</body></html>',
    }
    path = tmp_path / "直排的書.epub"
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _is_vertical(program: ReaderProgram) -> bool:
    page = program.window.article.view.page
    assert page is not None
    is_checked = next(action for action in program.window.actions() if action.text() == "Vertical writing").isChecked()
    assert is_checked is page.axes.is_vertical
    return is_checked


def test_vertical_writing_follows_its_key_and_is_kept(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    view = program.window.article.view
    program.window.article.go_to_paragraph(200)
    place = view.place()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(program.window, Qt.Key.Key_V, both)
    assert _is_vertical(program)
    assert view.place() == place
    assert view.horizontalScrollBar().isVisible()
    program.keywords.add("出租")
    _double_click(program, qtbot, "出租")
    assert view.selected_text() in ("出租", "出租车")
    _close(program)
    again = start(novel)
    assert _is_vertical(again)
    assert again.window.article.view.place() == place
    qtbot.keyClick(again.window, Qt.Key.Key_V, both)
    assert not _is_vertical(again)


def test_a_book_that_is_vertical_opens_so_and_others_do_not(
    start: Start, qtbot: QtBot, novel: Path, vertical_book: Path
) -> None:
    program = start(vertical_book)
    assert _is_vertical(program)
    with qtbot.waitSignal(program.session.opened):
        program.session.open(novel)
    assert not _is_vertical(program)
    with qtbot.waitSignal(program.session.opened):
        program.session.open(vertical_book)
    assert _is_vertical(program)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(program.window, Qt.Key.Key_V, both)
    assert not _is_vertical(program)


def test_memory_of_a_newer_version_is_left_alone(start: Start, qtbot: QtBot, novel: Path, tmp_path: Path) -> None:
    database = tmp_path / "memory" / "library.sqlite3"
    store = Store(database)
    store.library.remember(ReadFile(novel, "", "mine", 77, 100, None, 1.0))
    store._database.write("PRAGMA user_version = 999")
    store.close()
    before = database.read_bytes()
    program = start(novel)
    assert "newer version" in _message(program)
    _close(program)
    assert database.read_bytes() == before


def test_a_link_in_the_document_leads_there_and_one_out_of_it_is_only_asked_for(
    start: Start, tmp_path: Path, qtbot: QtBot
):
    path = tmp_path / "夜航.html"
    between = f"<p>{_SENTENCE}</p>" * 200
    path.write_text(
        "<meta charset=utf-8><p><a href='#coast'>看海岸</a>，<a href='https://example.org/coast'>看外面</a></p>"
        f"{between}<p id=coast>海岸在這裡。</p>{between}",
        encoding="utf-8",
    )
    program = start(path)
    article = program.window.article
    asked: list[str] = []
    article.link_requested.connect(asked.append)

    def click(offset: int) -> None:
        box = article.view.page.rectangle_of(Position(0, offset))
        qtbot.mouseClick(article.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())

    click(5)
    assert asked == ["https://example.org/coast"]
    assert article.view.top_address() == 0
    click(1)
    assert _shown(program).startswith("海岸在這裡。")
    assert len(asked) == 1


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_the_encoding_is_chosen_by_what_the_text_says_in_it(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "信.txt"
    path.write_bytes("天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。\n".encode("big5") * 50)
    program = start(path)
    view = program.window.article.view
    before = program.window.article.share_read()

    def choose(steps: int) -> None:
        field = next(found for found in program.window.findChildren(QToolButton) if found.text() in ("Big5", "EUC-JP"))
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
        chooser = program.window.findChild(EncodingChooser)
        listed = chooser.findChild(QListWidget)
        qtbot.waitUntil(lambda: listed.count() > 5)
        with qtbot.waitSignal(program.session.opened):
            qtbot.keyClick(listed, Qt.Key.Key_Home)
            for _ in range(steps):
                qtbot.keyClick(listed, Qt.Key.Key_Down)
            qtbot.keyClick(listed, Qt.Key.Key_Return)

    names = [one.encoding for one in candidates(path)]
    choose(1 + names.index("euc_jp"))
    assert program.session.file.encoding == "euc_jp"
    assert "玄黃" not in _shown(program)
    _close(program)

    program = start(path)
    view = program.window.article.view
    assert program.session.file.encoding == "euc_jp"
    choose(0)
    assert program.session.file.encoding is None
    assert "天地玄黃" in _shown(program)
    assert view.hasFocus() or not view.isActiveWindow()
    assert program.window.article.share_read() == before
    _close(program)
    assert "天地玄黃" in _shown(start(path))


def test_a_link_out_of_the_document_is_asked_about(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "link.html"
    path.write_text("<meta charset=utf-8><p><a href='https://example.org/coast'>看外面</a></p>", encoding="utf-8")
    program = start(path)
    page = program.window.article.view.page
    assert page is not None
    box = page.rectangle_of(Position(0, 1))
    assert box is not None
    qtbot.mouseClick(program.window.article.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    dialog = program.window.findChild(LinkDialog)
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_a_line_is_made_a_heading_by_keys_and_by_the_menu(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    view = program.window.article.view
    count = len(program.session.outline.headings)
    document = program.session.document
    assert document is not None
    block = document.block_after(document.block_at(program.session.outline.headings[2].address))
    assert block is not None
    view.go_to(Position(block.start, 0))
    box = view.page.rectangle_of(Position(block.start, 3))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())

    with qtbot.waitSignal(program.session.chapters_changed):
        qtbot.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: program.session.outline.is_complete)
    assert len(program.session.outline.headings) == count + 1
    assert program.session.document.block_at(block.start).level == 2
    assert program.session.address == block.start
    _close(program)

    again = start(novel)
    assert again.session.document.block_at(block.start).level == 2
    program, view = again, again.window.article.view
    view.go_to(Position(block.start, 0))
    box = view.page.rectangle_of(Position(block.start, 3))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, box.center().toPoint(), QPoint(40, 40))
    QGuiApplication.sendEvent(view.viewport(), event)
    menu = next(menu for menu in again.window.findChildren(QMenu) if menu.isVisible())
    heading = next(action.menu() for action in menu.actions() if action.text() == "This line is")
    assert [action.text() for action in heading.actions() if action.isChecked()] == ["Heading of level 2"]
    with qtbot.waitSignal(again.session.chapters_changed):
        heading.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: again.session.outline.is_complete)
    assert len(again.session.outline.headings) == count


def test_the_chapters_are_found_in_another_way(start: Start, qtbot: QtBot, novel: Path) -> None:
    program = start(novel)
    qtbot.keyClick(program.window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    dialog = program.window.findChild(ChaptersDialog)
    assert dialog is not None
    entry = dialog.findChild(QLineEdit)
    typed = QInputMethodEvent()
    typed.setCommitString("^第.0章")
    QGuiApplication.sendEvent(entry, typed)
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    qtbot.waitUntil(lambda: not ok.isEnabled())
    qtbot.waitUntil(ok.isEnabled)
    with qtbot.waitSignal(program.session.chapters_changed):
        qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.session.outline.is_complete)
    found = [entry.text for entry in program.session.outline.headings if entry.text.startswith("第")]
    assert found == [f"第{number}0章　第{number}0天" for number in range(1, 7)]


def test_a_picture_is_looked_at(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    held = QImage(300, 200, QImage.Format.Format_RGB32)
    held.fill(QColor("#d02020"))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert held.save(buffer, "png")
    source = f"data:image/png;base64,{bytes(content.toBase64().data()).decode()}"
    path = tmp_path / "圖.html"
    path.write_text(f"<meta charset=utf-8><h1>圖</h1><p>{_SENTENCE}</p><p><img src='{source}'></p>", encoding="utf-8")
    program = start(path)
    view = program.window.article.view
    address = program.session.outline.starts[-1]
    box = view.page.rectangle_of(Position(address, 0))
    assert (box.width(), box.height()) == (300, 200)
    view.viewport().grab()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    viewer = program.window.findChild(PictureViewer)
    assert viewer.isVisible()
    assert viewer.size() == program.window.size()
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    with qtbot.waitSignal(program.session.opened):
        program.session.reload()
    assert not viewer.isVisible()


@pytest.fixture
def large_book(tmp_path: Path) -> Path:
    """A book whose beginning is shown first."""
    path = tmp_path / "大書.epub"
    pages = {f"c{n}.xhtml": f"<h1>第{n}章</h1>" + f"<p>{_SENTENCE * 3}</p>" * 30 for n in range(1, 400)}
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in pages)
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        container = '<rootfiles xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfile full-path="a.opf"/>'
        archive.writestr("META-INF/container.xml", f"{container}</rootfiles>")
        package = f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
        archive.writestr("a.opf", f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0">{package}')
        for name, body in pages.items():
            archive.writestr(name, f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>')
    return path


@pytest.fixture
def the_rest(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Set, it lets come what follows the beginning of a book."""
    is_due = threading.Event()

    def held_back(*asked: Any) -> Iterator[OpenedFile]:
        for file in opened_in_steps(*asked):
            yield file
            is_due.wait()

    monkeypatch.setattr("reader.state.file_opening.opened_in_steps", held_back)
    yield is_due
    is_due.set()


def test_a_large_book_is_read_before_all_of_it_is_there(
    start: Start, qtbot: QtBot, large_book: Path, the_rest: threading.Event
) -> None:
    program = start(large_book, is_counted=False)
    qtbot.waitUntil(lambda: program.session.document is not None)
    assert program.session.document.is_beginning
    shown = _shown(program)[:200]
    assert shown
    the_rest.set()
    qtbot.waitUntil(lambda: not program.session.document.is_beginning)
    assert _shown(program).startswith(shown)
    qtbot.waitUntil(lambda: program.session.outline.is_complete)
    assert len(program.session.outline.headings) == 399


def test_who_does_not_wait_for_the_rest_of_a_book_is_told_so(
    start: Start, qtbot: QtBot, large_book: Path, the_rest: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(large_book, is_counted=False)
    qtbot.waitUntil(lambda: program.session.document is not None)
    assert program.session.document.is_beginning
    program.window.article.messages.dismiss()
    monkeypatch.setattr("reader.ui.announcements._LONG", 0)
    program.session.opened.emit()
    qtbot.waitUntil(lambda: "the rest of" in _message(program))
    program.window.article.messages.action_requested.emit(MessageAction.GIVE_UP_OPENING)
    assert "Only the beginning" in _message(program)
    assert not program.session.is_opening
    the_rest.set()
    with qtbot.waitSignal(program.session.chapters_changed):
        program.window.article.messages.action_requested.emit(MessageAction.RELOAD)
    assert not program.session.document.is_beginning
    assert _message(program) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_the_name_of_a_file_turns_nothing_round(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "信\u202etxt\n.txt"
    path.write_text(_SENTENCE, encoding="utf-8")
    program = start(path)
    assert program.window.windowTitle().startswith("信\ufffdtxt\ufffd")
    recent = program.window.findChild(RecentMenu)
    assert recent is not None
    recent.aboutToShow.emit()
    assert recent.actions()[0].text().startswith("信\ufffdtxt\ufffd")


def test_a_text_that_is_shown_otherwise_before_it_is_open_moves_nobody(start: Start, novel: Path) -> None:
    """Readings and words can be ready while a document is still being opened: its place was lost then."""
    program = start(novel)
    program.window.article.go_to_paragraph(200)
    place = program.session.address
    program.window.article.view.set_content(None)
    program.session.rendition_changed.emit()
    assert program.window.article.view.content is None
    assert program.session.address == place > 0
