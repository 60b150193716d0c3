"""The article with what helps to read it: gliding, scrolling by itself, a line or paragraph that stands out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.model.focus import Focus
from reader.model.page_mode import PageMode
from reader.model.position import Position, Range
from reader.view.auto_scroll import AutoScroll
from reader.view.axes import WritingMode
from reader.view.content import Content
from reader.view.focus_band import bands, nearest, paint_veil
from reader.view.glide import Glide
from reader.view.keys import KeyAction
from reader.view.page import Page
from reader.view.page_focus import PageFocus
from reader.view.page_style import PageColours, PageStyle
from reader.view.spread import Spread, leaf_count
from reader.view.text_view import TextView

#: Where the line in focus is at first, as a share of the viewport.
_FOCUS_AT = 0.38

#: The keys that turn to a side of the page.
_TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


@dataclass(frozen=True, slots=True)
class ReadingAids:
    """What the reader wants while reading.

    Attributes:
        is_smooth: whether wheel and arrow keys glide.
        focus: what stands out.
        lines_per_minute: the speed of scrolling by itself.
        mode: one long scroll, or pages. In pages nothing glides.
    """

    is_smooth: bool = False
    focus: Focus = Focus.ALL
    lines_per_minute: int = 12
    mode: PageMode = PageMode.SCROLLED


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
        self._page_focus = PageFocus()
        #: Rows by which the text was to move on since the last page was turned.
        self._rows = 0
        self._glide = Glide(self)
        self._glide.moved.connect(self.scroll_by)
        self._auto = AutoScroll(self)
        self._auto.moved.connect(self._scroll_on)
        self._auto.changed.connect(self.auto_scroll_changed)

    def set_aids(self, aids: ReadingAids) -> None:
        """Help in another way."""
        if aids == self._aids:
            return
        is_same = aids.mode is self._aids.mode
        self._aids = aids
        self._glide.stop()
        if not is_same:
            self._renew()
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
        if self._spread is not None and self._aids.focus is Focus.ALL:
            self.turn_page(is_down)
        elif self._spread is not None:
            self._page_focus.step(self._spread, self._aids.focus, is_down)
            self._moved()
        elif self._aids.focus is not Focus.ALL:
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
        if self._spread is not None:
            painter = QPainter(self.viewport())
            self._page_focus.paint(painter, event.rect(), self._spread, self._aids.focus, self._colours.page)
            return
        found = bands(self._page, self._aids.focus)
        index = nearest(found, self._focus_row())
        if index is not None:
            paint_veil(QPainter(self.viewport()), event.rect(), self._page, found[index], self._colours.page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Glide by the notches of a wheel, a touchpad glides by itself; in pages turn one for each notch."""
        if self._spread is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = self._wheel.steps(event)
            for _ in range(abs(steps)):
                self.turn_page(steps < 0)
            event.accept()
            return
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
            turning = _TURNS.get(Qt.Key(event.key())) if self._turns_sideways() else None
            if turning is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                super().keyPressEvent(event)
            else:
                self._turn_to_side(turning)
                event.accept()
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
        side = self._spread.side_of(event.position()) if self._spread is not None else 0
        if side and event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self._turn_to_side(side)
            return
        if self._spread is not None:
            self._page_focus.choose(self._spread, self._aids.focus, event.position())
            self.viewport().update()
        elif self._page is not None and self._aids.focus is not Focus.ALL:
            self._set_focus_row(self._page.axes.to_logical(event.position()).y())
        super().mousePressEvent(event)

    def scroll_by(self, rows: int) -> None:
        """Move the text on by so many rows; in pages turn one when so many have come together."""
        if self._spread is None:
            super().scroll_by(rows)
            return
        self._rows = rows + (self._rows if self._rows * rows > 0 else 0)
        if abs(self._rows) >= self._spread.flow.height * len(self._spread.flow.leaves):
            self._rows = 0
            self.turn_page(rows > 0)

    def reveal(self, position: Position) -> None:
        """Bring a place into sight; in pages by turning one, if that is enough."""
        if self._spread is None:
            super().reveal(position)
        elif not self._spread.is_in_sight(position):
            self.turn_page(position > self.place())
            if not self._spread.is_in_sight(position):
                self.show_range(Range(position, position))

    def is_at_end(self) -> bool:
        """Whether the document's last line is in sight."""
        return self._spread.flow.is_at_last if self._spread is not None else super().is_at_end()

    @property
    def _spread(self) -> Spread | None:
        return self._page if isinstance(self._page, Spread) else None

    def _made_page(self, content: Content, size: QSize, before: Page | None) -> Page:
        if self._aids.mode is PageMode.SCROLLED:
            return super()._made_page(content, size, before)
        count = leaf_count(self._aids.mode, self._style, size.width())
        return Spread(content, self._style, size.width(), size.height(), self._pictures, count)

    def _cursor_at(self, point: QPointF) -> Qt.CursorShape:
        if self._spread is not None and self._spread.side_of(point) != 0:
            # A click there turns the page, and selects nothing.
            return Qt.CursorShape.ArrowCursor
        return super()._cursor_at(point)

    def _turns_sideways(self) -> bool:
        """Whether the keys to the sides turn pages; in vertical writing they go from line to line in focus."""
        is_stepping = self._style.mode is WritingMode.VERTICAL and self._aids.focus is not Focus.ALL
        return self._spread is not None and not is_stepping

    def _turn_to_side(self, side: int) -> None:
        """Turn to the left (-1) or the right (1): on or back, as the writing runs."""
        self.turn_page((side > 0) is (self._style.mode is WritingMode.HORIZONTAL))

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
