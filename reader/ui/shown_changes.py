"""What conversion has changed on the page: underlined, told under the mouse, stepped through, taken back by a key."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from reader.convert.conversion import Conversion, unchanged
from reader.convert.shown_word import ShownWord, piece_at, word_in
from reader.convert.text_changes import text_changes
from reader.model.block import Block
from reader.model.position import Position, Range
from reader.model.text_change import TextChange
from reader.state.preferences import Preferences
from reader.state.session import Session
from reader.ui.rule_names import rules_text
from reader.view.text_view import TextView

#: The key that shows the original while it is held, with Shift or without.
_ORIGINAL_KEYS = (Qt.Key.Key_QuoteLeft, Qt.Key.Key_AsciiTilde)


class ShownChanges(QObject):
    """What the page shows of the changes.

    Signals:
        content_changed: the page is to be shown anew.
    """

    content_changed = Signal()

    def __init__(self, session: Session, preferences: Preferences, view: TextView) -> None:
        super().__init__(view)
        self._session = session
        self._preferences = preferences
        self._view = view
        self._is_original = False
        self._is_on = preferences.settings.shows_changes
        session.changes.found.connect(self._show_found)
        preferences.changed.connect(self._follow_settings)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def show(self, block: Block) -> Conversion:
        """What the page shows of a block: for a moment, its original."""
        return unchanged(block.text) if self._is_original else self._session.rendition.show(block)

    def changes(self, block: Block) -> tuple[TextChange, ...]:
        """What is underlined in a block."""
        if not self._is_on or self._is_original:
            return ()
        return text_changes(self._session.rendition, block)

    def step(self, is_forward: bool) -> None:
        """Go to the next or previous change that deserves a look, and select it."""
        page = self._view.page
        if page is None or self._session.rendition.target is None:
            return
        self._preferences.set("shows_changes", True)
        selected = self._view.selected
        if selected is not None and page.is_in_sight(selected.start):
            place = selected.start
        else:
            top = page.flow.top_position()
            place = Position(top.block, top.offset - is_forward)
        self._session.changes.find(place, is_forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what was changed under the mouse; show the original while its key is held."""
        match event.type():
            case QEvent.Type.ToolTip if watched is self._view.viewport():
                assert isinstance(event, QHelpEvent)
                return self._show_tip(event)
            case QEvent.Type.KeyPress | QEvent.Type.KeyRelease if watched is self._view:
                assert isinstance(event, QKeyEvent)
                if event.key() in _ORIGINAL_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
                    if not event.isAutoRepeat():
                        self._set_original(event.type() == QEvent.Type.KeyPress)
                    return True
            case QEvent.Type.FocusOut if watched is self._view:
                self._set_original(False)
        return False

    def _set_original(self, is_original: bool) -> None:
        is_original = is_original and self._session.rendition.target is not None
        if is_original != self._is_original:
            self._is_original = is_original
            self.content_changed.emit()

    def _follow_settings(self) -> None:
        if self._preferences.settings.shows_changes != self._is_on:
            self._is_on = self._preferences.settings.shows_changes
            self._view.viewport().update()

    def _show_found(self, found: Range) -> None:
        self._view.select(found)
        self._view.show_range(found)

    def _show_tip(self, event: QHelpEvent) -> bool:
        """Whether there is something to tell where the mouse is."""
        word = self._word_at(QPointF(event.pos())) if self._is_on and not self._is_original else None
        if word is None:
            return False
        lines = [f"<b>{escape(word.source)} → {escape(word.shown)}</b>", *map(escape, rules_text(word.rules))]
        others = [candidate for candidate in word.candidates if candidate != word.shown]
        if others:
            lines.append(escape(self.tr("Could be: {others}").format(others=" · ".join(others))))
        QToolTip.showText(event.globalPos(), "<br>".join(lines), self._view.viewport())
        return True

    def _word_at(self, point: QPointF) -> ShownWord | None:
        page, document = self._view.page, self._session.document
        if page is None or document is None:
            return None
        position = page.position_at(point, is_on_character=True)
        box = page.rectangle_of(position)
        if box is None or not box.contains(point):
            return None
        block, rendition = document.block_at(position.block), self._session.rendition
        span = piece_at(rendition, block, position.offset)
        return word_in(rendition, block, span) if span is not None else None
