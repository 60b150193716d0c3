"""The line above the article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from reader.ui.message_bar import MessageBar
from reader.ui.messages import Message, MessageAction
from reader.ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot):
    made = MessageBar(LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 40)
    return made


def action(bar: MessageBar) -> QPushButton:
    return bar.findChild(QPushButton)


def test_it_is_out_of_the_way_at_first(bar):
    assert bar.isHidden()
    assert bar.message is None


def test_a_message_without_an_action(bar):
    bar.show_message(Message("甲"))
    assert bar.isVisible()
    assert bar.message == Message("甲")
    assert bar.findChild(QLabel).text() == bar.accessibleName() == "甲"
    assert not action(bar).isVisible()


@pytest.mark.parametrize("offered", MessageAction)
def test_an_action_is_asked_for_and_closes_the_message(qtbot, bar, offered):
    bar.show_message(Message("甲", offered))
    assert action(bar).text()
    with qtbot.waitSignal(bar.action_requested) as asked:
        qtbot.mouseClick(action(bar), LEFT)
    assert asked.args == [offered]
    assert bar.isHidden()
    assert bar.message is None


def test_each_action_has_its_own_name(bar):
    names = set()
    for offered in MessageAction:
        bar.show_message(Message("甲", offered))
        names.add(action(bar).text())
    assert len(names) == len(MessageAction)


def test_an_action_may_show_the_next_message(qtbot, bar):
    bar.action_requested.connect(lambda _: bar.show_message(Message("乙")))
    bar.show_message(Message("甲", MessageAction.RELOAD))
    qtbot.mouseClick(action(bar), LEFT)
    assert bar.isVisible()
    assert bar.message == Message("乙")


def test_the_last_message_stands(bar):
    bar.show_message(Message("甲", MessageAction.OPEN))
    bar.show_message(Message("乙"))
    assert bar.findChild(QLabel).text() == "乙"
    assert not action(bar).isVisible()


def test_closing(qtbot, bar):
    bar.show_message(Message("甲"))
    qtbot.mouseClick(bar.findChild(QToolButton), LEFT)
    assert bar.isHidden()
    assert bar.message is None


def test_another_document_closes_what_was_said_of_the_one_before(bar):
    bar.dismiss_passing()
    bar.show_message(Message("甲", is_lasting=True))
    bar.dismiss_passing()
    assert bar.message == Message("甲", is_lasting=True)
    bar.show_message(Message("乙"))
    bar.dismiss_passing()
    assert bar.message is None
    assert bar.isHidden()


def test_text_is_never_markup_and_wraps(bar):
    bar.show_message(Message("<b>甲</b> &amp; " + "長" * 300))
    label = bar.findChild(QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.wordWrap()
    assert bar.minimumSizeHint().width() < 600


def test_another_theme(bar):
    close = bar.findChild(QToolButton)
    before = close.icon().pixmap(20, 20).toImage()
    bar.set_theme(DARK)
    assert close.icon().pixmap(20, 20).toImage() != before


def test_the_name_of_a_file_turns_nothing_round(bar):
    bar.show_message(Message("“a\u202etxt.exe\nb”"))
    assert bar.findChild(QLabel).text() == bar.accessibleName() == "“a\u3013txt.exe\u240ab”"
