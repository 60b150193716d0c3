"""The choice of encodings: what the file says in each, and what is asked for by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QToolButton

from reader.formats.candidates import Candidate
from reader.ui.encoding_chooser import EncodingChooser
from reader.ui.encoding_delegate import ROW_ROLE, EncodingRow

#: The offscreen platform has neither, and says so of every popup.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)

CANDIDATES = [
    Candidate("big5hkscs", ("天地玄黃", "宇宙洪荒"), -3.9, 0.0, 0.93),
    Candidate("gb18030", ("ぱ\u202e", "y"), -7.1, 0.02),
    Candidate("utf-8", ("\ufffd\ufffd",), -12.0, 0.9),
]


@pytest.fixture
def field(qtbot):
    made = QToolButton()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def chooser(qtbot, theme, field):
    made = EncodingChooser(theme)
    qtbot.addWidget(made)
    made.popup_above(field)
    return made


def rows(chooser: EncodingChooser) -> list[EncodingRow]:
    listed = chooser.findChild(QListWidget)
    return [listed.item(number).data(ROW_ROLE) for number in range(listed.count())]


def test_each_row_shows_how_the_file_begins(chooser):
    assert rows(chooser) == []
    chooser.show_candidates(CANDIDATES, "big5hkscs", None)
    automatic, big5, gbk, utf8 = rows(chooser)
    assert (automatic.encoding, automatic.note, automatic.is_present) == (None, "Big5, 93% sure", True)
    assert (big5.name, big5.note, big5.lines, big5.is_present) == ("Big5", "detected", ("天地玄黃", "宇宙洪荒"), False)
    assert (gbk.note, gbk.is_legible) == ("2% unreadable", True)
    assert (utf8.note, utf8.is_legible) == ("90% unreadable", False)
    assert chooser.grab().toImage().allGray() is False


def test_what_the_reader_chose_before_is_marked(chooser):
    chooser.show_candidates(CANDIDATES, "gb18030", "gb18030")
    assert [row.encoding for row in rows(chooser) if row.is_present] == ["gb18030"]
    listed = chooser.findChild(QListWidget)
    assert listed.currentItem().data(ROW_ROLE).encoding == "gb18030"


def test_a_click_chooses_once_and_closes(chooser, qtbot):
    chooser.show_candidates(CANDIDATES, "big5hkscs", None)
    asked = []
    chooser.encoding_requested.connect(asked.append)
    listed = chooser.findChild(QListWidget)
    point = listed.visualItemRect(listed.item(2)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked == ["gb18030"]
    assert not chooser.isVisible()


def test_keys_choose(chooser, qtbot):
    chooser.show_candidates(CANDIDATES, "big5hkscs", "big5hkscs")
    asked = []
    chooser.encoding_requested.connect(asked.append)
    listed = chooser.findChild(QListWidget)
    qtbot.keyClick(listed, Qt.Key.Key_Up)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert asked == [None]
    assert not chooser.isVisible()


def test_escape_leaves_it(chooser, qtbot):
    chooser.show_candidates(CANDIDATES, "big5hkscs", None)
    asked = []
    chooser.encoding_requested.connect(asked.append)
    qtbot.keyClick(chooser.findChild(QListWidget), Qt.Key.Key_Escape)
    assert asked == []
    assert not chooser.isVisible()


def test_a_screen_reader_hears_a_row_whole(chooser):
    chooser.show_candidates(CANDIDATES, "big5hkscs", None)
    said = chooser.findChild(QListWidget).item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Big5, detected, 天地玄黃, 宇宙洪荒"
