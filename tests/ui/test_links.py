"""A link out of the document is asked about before anything is opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from reader.ui.link_dialog import LinkDialog
from reader.ui.links import Links
from reader.ui.message_bar import MessageBar
from reader.ui.theme import LIGHT


class Opened(list[str]):
    """Stands for the system; what it was given."""

    takes = True

    def __call__(self, url: QUrl) -> bool:
        self.append(bytes(url.toEncoded().data()).decode())
        return self.takes


@pytest.fixture
def opened():
    return Opened()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(700, 500)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def bar(window):
    return MessageBar(LIGHT, window)


@pytest.fixture
def links(window, bar, opened):
    return Links(bar, window, opened)


def asked(window: QWidget) -> LinkDialog:
    (dialog,) = window.findChildren(LinkDialog)
    return dialog


def texts(dialog: LinkDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def button(dialog: LinkDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if text in found.text())


def test_nothing_is_opened_before_the_reader_says_so(links, window, opened, qtbot):
    links.ask("https://example.org/%E6%BF%9F?q=1")
    dialog = asked(window)
    assert dialog.isVisible()
    assert opened == []
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "https://example.org/濟?q=1"
    assert "example.org" in texts(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert opened == ["https://example.org/%E6%BF%9F?q=1"]
    qtbot.waitUntil(lambda: window.findChildren(LinkDialog) == [])


@pytest.mark.parametrize("way", ["escape", "copy"])
def test_the_link_can_be_left_or_copied(links, window, opened, qtbot, way):
    QGuiApplication.clipboard().clear()
    links.ask("https://example.org/a")
    dialog = asked(window)
    if way == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(button(dialog, "Copy"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert opened == []
    assert QGuiApplication.clipboard().text() == ("" if way == "escape" else "https://example.org/a")


def test_names_that_deceive_are_pointed_out(links, window):
    links.ask("https://bank.example@\u0430\u0440\u0440\u04cf\u0435.com/")
    said = texts(asked(window))
    assert "“bank.example” before the @" in said
    assert "xn--80ak6aa92e.com" in said
    assert "\u0430\u0440\u0440\u04cf\u0435.com" in said


def test_a_file_is_refused_in_a_sentence(links, window, bar, opened):
    links.ask("file:///etc/passwd")
    assert window.findChildren(LinkDialog) == []
    assert opened == []
    assert "file:///etc/passwd" in bar.message.text


@pytest.mark.parametrize(("address", "part"), [("https://example.org", "browser"), ("mailto:a@example.org", "mail")])
def test_a_system_that_opens_nothing_is_told_of(links, window, bar, opened, qtbot, address, part):
    opened.takes = False
    links.ask(address)
    qtbot.mouseClick(button(asked(window), "Open"), Qt.MouseButton.LeftButton)
    assert part in bar.message.text
