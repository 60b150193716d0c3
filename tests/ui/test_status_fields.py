"""The status bar: every field says what is the case, and can be clicked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from reader.model.outline import Outline
from reader.model.script import Script
from reader.ui.status_fields import StatusFields

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def fields(qtbot):
    made = StatusFields()
    qtbot.addWidget(made)
    made.resize(900, 30)
    made.show()
    return made


def texts(fields: StatusFields) -> list[str]:
    return [field.text() for field in fields.findChildren(QToolButton) if field.isVisible()]


def field(fields: StatusFields, text: str) -> QToolButton:
    return next(found for found in fields.findChildren(QToolButton) if text in found.text())


def test_nothing_is_shown_of_nothing(fields, made_outline):
    assert texts(fields) == []
    fields.show_place(made_outline(3), 0, 0.0)
    fields.show_encoding("utf-8")
    fields.show_script(None, None, is_converted=False, has_words=False)
    assert len(texts(fields)) == 5
    fields.clear()
    assert texts(fields) == []


def test_the_place(fields, made_outline):
    fields.show_place(made_outline(2000), 12_345, 0.618)
    assert texts(fields) == ["¶ 1,235 / 2,000", "62%", "14,000 characters"]


def test_the_place_while_the_document_is_counted(fields, made_outline):
    fields.show_place(made_outline(2000, is_complete=False), 12_345, 0.5)
    assert texts(fields) == ["¶ 1,235 / …", "50%", "14,000… characters"]
    fields.show_place(made_outline(2000, is_complete=False), 1_000_000, 0.5)
    assert texts(fields) == ["50%", "14,000… characters"]
    fields.show_place(replace(Outline(), is_complete=True), 0, 1.0)
    assert texts(fields) == ["100%", "0 characters"]


@pytest.mark.parametrize(
    ("source", "target", "is_converted", "has_words", "text"),
    [
        (None, None, False, False, "Script unknown"),
        (Script.SIMPLIFIED, None, False, True, "Simplified"),
        (Script.TAIWAN, Script.TAIWAN, False, False, "Traditional, Taiwan, as written"),
        (Script.SIMPLIFIED, Script.TAIWAN, True, False, "Converted: Simplified → Traditional, Taiwan"),
        (Script.SIMPLIFIED, Script.TAIWAN, True, True, "Converted: Simplified → Traditional, Taiwan, regional words"),
        (None, Script.SIMPLIFIED, True, False, "Converted: Script unknown → Simplified"),
    ],
)
def test_how_the_text_is_shown(fields, source, target, is_converted, has_words, text):
    fields.show_script(source, target, is_converted, has_words)
    assert texts(fields) == [text]


@pytest.mark.parametrize(
    ("signal", "text"), [("outline_requested", "¶"), ("share_requested", "%"), ("original_requested", "Simplified")]
)
def test_clicks(qtbot, fields, made_outline, signal, text):
    fields.show_place(made_outline(3), 0, 0.0)
    fields.show_script(Script.SIMPLIFIED, None, is_converted=False, has_words=False)
    with qtbot.waitSignal(getattr(fields, signal)):
        qtbot.mouseClick(field(fields, text), LEFT)


def test_every_field_says_what_it_is_for(fields):
    tips = [found.toolTip() for found in fields.findChildren(QToolButton)]
    assert len(set(tips)) == 6
    assert all(tips)
    assert tips == [found.accessibleDescription() for found in fields.findChildren(QToolButton)]


def test_a_narrow_window_shows_the_place_and_the_script(fields, made_outline):
    fields.set_room(has_room=False)
    fields.show_place(made_outline(3), 0, 0.0)
    fields.show_encoding("utf-8")
    fields.show_script(Script.SIMPLIFIED, None, is_converted=False, has_words=False)
    assert texts(fields) == ["¶ 1 / 3", "0%", "Simplified"]
    fields.set_room(has_room=True)
    assert len(texts(fields)) == 5
    fields.clear()
    fields.set_room(has_room=True)
    assert texts(fields) == []
