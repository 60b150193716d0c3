"""The article with what helps to read it: gliding, scrolling by itself, a line or paragraph that stands out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.model.focus import Focus
from reader.view.auto_scroll import AutoScroll
from reader.view.focus_band import bands, nearest, paint_veil
from reader.view.glide import Glide
from reader.view.keys import KeyAction
from reader.view.page_style import PageColours, PageStyle
from reader.view.text_view import TextView

#: Where the line in focus is at first, as a share of the viewport.
_FOCUS_AT = 0.38

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


@dataclass(frozen=True, slots=True)
class ReadingAids:
    """What the reader wants while reading.

    Attributes:
        is_smooth: whether wheel and arrow keys glide.
        focus: what stands out.
        lines_per_minute: the speed of scrolling by itself.
    """

    is_smooth: bool = False
    focus: Focus = Focus.ALL
    lines_per_minute: int = 12


class ReadingView(TextView):
    """A text view that helps to keep the place while reading.

    Signals:
        speed_requested: steps by which scrolling by itself is to be faster.
        auto_scroll_changed: whether it scrolls by itself.
    """

    speed_requested = Signal(int)
    auto_scroll_changed = Signal(bool)

    def __init__(self, style: PageStyle, colours: PageColours, parent: QWidget | None = None) -> None:
        super().__init__(style, colours, parent)
        self._aids = ReadingAids()
        self._focus_share = _FOCUS_AT
        self._glide = Glide(self)
        self._glide.moved.connect(self.scroll_by)
        self._auto = AutoScroll(self)
        self._auto.moved.connect(self._scroll_on)
        self._auto.changed.connect(self.auto_scroll_changed)

    def set_aids(self, aids: ReadingAids) -> None:
        """Help in another way."""
        if aids != self._aids:
            self._aids = aids
            self._set_speed()
            self.viewport().update()

    def set_auto_scroll(self, is_on: bool) -> None:
        """Scroll by itself, or no more. Space rests; any other key and a click end it."""
        if is_on and self._page is not None:
            self._glide.stop()
            self._set_speed()
            self._auto.start()
        else:
            self._auto.stop()

    def scroll_line(self, is_down: bool) -> None:
        """Scroll by a line; with something in focus, to the next of these."""
        if self._page is None:
            return
        if self._aids.focus is not Focus.ALL:
            self._step_focus(is_down)
        elif self._aids.is_smooth:
            self._glide.push(self._page.slot if is_down else -self._page.slot)
        else:
            super().scroll_line(is_down)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, and let step back what is not in focus."""
        super().paintEvent(event)
        if self._page is None or self._aids.focus is Focus.ALL:
            return
        found = bands(self._page, self._aids.focus)
        index = nearest(found, self._focus_row())
        if index is not None:
            paint_veil(QPainter(self.viewport()), event.rect(), self._page, found[index], self._colours.page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Glide by the notches of a wheel; a touchpad glides by itself."""
        is_notch = event.pixelDelta().isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._page is None or not self._aids.is_smooth or not is_notch:
            self._glide.stop()
            super().wheelEvent(event)
            return
        self._glide.push(self._wheel.rows(event, self._page.slot, self._page.axes))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While it scrolls by itself: rest, go faster or slower, or end. Else what keys do."""
        if not self._auto.is_running or event.key() in _MODIFIERS:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Space:
                self._auto.pause()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.speed_requested.emit(1)
            case Qt.Key.Key_Minus:
                self.speed_requested.emit(-1)
            case _:
                self._auto.stop()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """End scrolling by itself; bring the line under the mouse into focus; begin a selection."""
        if self._auto.is_running:
            self._auto.stop()
            return
        self._glide.stop()
        if self._page is not None and self._aids.focus is not Focus.ALL:
            self._set_focus_row(self._page.axes.to_logical(event.position()).y())
        super().mousePressEvent(event)

    def _moved(self, is_painted: bool = False) -> None:
        # What was painted as in focus, or not, has moved with the text.
        super()._moved(is_painted and self._aids.focus is Focus.ALL)

    def _do(self, action: KeyAction) -> None:
        if action not in (KeyAction.LINE_DOWN, KeyAction.LINE_UP):
            self._glide.stop()
        super()._do(action)

    def _scroll_on(self, rows: int) -> None:
        self.scroll_by(rows)
        if self.is_at_end():
            self._auto.stop()

    def _set_speed(self) -> None:
        if self._page is not None:
            self._auto.set_speed(self._aids.lines_per_minute * self._page.slot / 60)

    def _focus_row(self) -> float:
        assert self._page is not None
        return self._focus_share * self._page.flow.height

    def _set_focus_row(self, row: float) -> None:
        assert self._page is not None
        self._focus_share = min(1.0, max(0.0, row / max(1, self._page.flow.height)))
        self.viewport().update()

    def _step_focus(self, is_down: bool) -> None:
        """The next or previous line or paragraph comes to where the one in focus is; it comes nearer where none can."""
        assert self._page is not None
        found = bands(self._page, self._aids.focus)
        index = nearest(found, self._focus_row())
        if index is None:
            return
        following = index + (1 if is_down else -1)
        if not 0 <= following < len(found):
            super().scroll_line(is_down)
            return
        wanted = found[following]
        # A paragraph may be longer than the viewport: its first line is what counts.
        row = wanted.middle if self._aids.focus is Focus.LINE else wanted.top + self._page.slot / 2
        moved = self._page.flow.scroll_by(round(row - self._focus_row()))
        if moved:
            self._moved()
        self._set_focus_row(row - moved)
