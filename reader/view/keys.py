"""The keys of the article."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.view.axes import WritingMode


class KeyAction(Enum):
    """What a key does in the article."""

    PAGE_DOWN = auto()
    PAGE_UP = auto()
    LINE_DOWN = auto()
    LINE_UP = auto()
    START = auto()
    END = auto()
    SELECT_NEXT = auto()
    SELECT_PREVIOUS = auto()
    SELECT_LINE_DOWN = auto()
    SELECT_LINE_UP = auto()
    SELECT_TO_START = auto()
    SELECT_TO_END = auto()
    CLEAR_SELECTION = auto()


def _key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[QKeyEvent], bool]:
    def matches(event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() == key and held == modifiers

    return matches


def _standard(key: QKeySequence.StandardKey) -> Callable[[QKeyEvent], bool]:
    return lambda event: event.matches(key)


_SHIFT = Qt.KeyboardModifier.ShiftModifier

#: What is done on which key; the first that matches counts. A reader has no caret: Home and End mean the document's.
_KEYS: tuple[tuple[KeyAction, Callable[[QKeyEvent], bool]], ...] = (
    (KeyAction.PAGE_DOWN, _key(Qt.Key.Key_Space)),
    (KeyAction.PAGE_DOWN, _key(Qt.Key.Key_PageDown)),
    (KeyAction.PAGE_UP, _key(Qt.Key.Key_Space, _SHIFT)),
    (KeyAction.PAGE_UP, _key(Qt.Key.Key_PageUp)),
    (KeyAction.LINE_DOWN, _key(Qt.Key.Key_Down)),
    (KeyAction.LINE_UP, _key(Qt.Key.Key_Up)),
    (KeyAction.START, _key(Qt.Key.Key_Home)),
    (KeyAction.START, _standard(QKeySequence.StandardKey.MoveToStartOfDocument)),
    (KeyAction.END, _key(Qt.Key.Key_End)),
    (KeyAction.END, _standard(QKeySequence.StandardKey.MoveToEndOfDocument)),
    (KeyAction.SELECT_NEXT, _standard(QKeySequence.StandardKey.SelectNextChar)),
    (KeyAction.SELECT_PREVIOUS, _standard(QKeySequence.StandardKey.SelectPreviousChar)),
    (KeyAction.SELECT_LINE_DOWN, _standard(QKeySequence.StandardKey.SelectNextLine)),
    (KeyAction.SELECT_LINE_UP, _standard(QKeySequence.StandardKey.SelectPreviousLine)),
    (KeyAction.SELECT_TO_START, _standard(QKeySequence.StandardKey.SelectStartOfDocument)),
    (KeyAction.SELECT_TO_START, _key(Qt.Key.Key_Home, _SHIFT)),
    (KeyAction.SELECT_TO_END, _standard(QKeySequence.StandardKey.SelectEndOfDocument)),
    (KeyAction.SELECT_TO_END, _key(Qt.Key.Key_End, _SHIFT)),
    (KeyAction.CLEAR_SELECTION, _key(Qt.Key.Key_Escape)),
)

#: What an arrow of the keyboard means in vertical writing: lines follow each other to the left, characters downwards.
_TURNED = {
    Qt.Key.Key_Left: Qt.Key.Key_Down,
    Qt.Key.Key_Right: Qt.Key.Key_Up,
    Qt.Key.Key_Down: Qt.Key.Key_Right,
    Qt.Key.Key_Up: Qt.Key.Key_Left,
}


def key_action(event: QKeyEvent, mode: WritingMode) -> KeyAction | None:
    """What is done on a key; None if nothing.

    In vertical writing the arrows go where they point. Those along the line, which have nothing else to do without
    Shift, read on and back as in horizontal writing.
    """
    if mode is WritingMode.VERTICAL and event.key() in _TURNED:
        turned = QKeyEvent(event.type(), _TURNED[Qt.Key(event.key())], event.modifiers())
        return _found(turned) or _found(event)
    return _found(event)


def _found(event: QKeyEvent) -> KeyAction | None:
    return next((action for action, matches in _KEYS if matches(event)), None)
