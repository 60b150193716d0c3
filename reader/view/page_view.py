"""A scrolling page over a document of any size: shows it, and knows where the reader is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget

from reader.model.position import Position, Range
from reader.view.accessible import announce_page
from reader.view.content import Content
from reader.view.page import Page
from reader.view.page_style import PageColours, PageStyle
from reader.view.pictures import Pictures
from reader.view.scrolling import AddressBar, address_bars, show_bar
from reader.view.wheel import Wheel

#: Where a place that is shown because something was found there comes to stand, as a share of the height.
_SHOW_AT = 0.3

_Action = QAbstractSlider.SliderAction


class PageView(QAbstractScrollArea):
    """Shows a ``Content``; owns the scroll position and the layouts.

    Signals:
        place_changed: the text at the page's beginning is another one, or it is known now how far the page scrolls.
        size_requested: Ctrl+wheel; steps of the font size.
    """

    place_changed = Signal()
    size_requested = Signal(int)

    def __init__(self, style: PageStyle, colours: PageColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._colours = colours
        self._content: Content | None = None
        self._page: Page | None = None
        self._pictures: Pictures | None = None
        #: The line that stays at the top until the reader moves: its place, and the row at which it begins.
        self._pin: tuple[Position, int] | None = None
        self._bars = address_bars(self)
        self._wheel = Wheel()
        self._extent_timer = QTimer(self, interval=0, singleShot=True)
        self._extent_timer.timeout.connect(self._measure)
        self.setFrameShape(QFrame.Shape.NoFrame)
        show_bar(self, style.mode)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in self._bars.values():
            bar.widget.actionTriggered.connect(self._follow_bar)
            # What sets the value itself (a menu's "Scroll here", a screen reader) triggers no action.
            bar.widget.valueChanged.connect(self._go_to_slider)

    @property
    def page_style(self) -> PageStyle:
        """The typography."""
        return self._style

    @property
    def content(self) -> Content | None:
        """What is shown."""
        return self._content

    def set_content(self, content: Content | None, at: Position | None = None) -> None:
        """Show something else, from the line that holds ``at``; without it, from the same place as before."""
        if content is None or self._content is None or content.document is not self._content.document:
            self._pin = None
            self._page = None
            self._show_pictures_of(content)
        self._content = content
        if at is not None:
            self._pin = (at, 0)
        self._renew()

    def set_style(self, style: PageStyle) -> None:
        """Set the page in another typography. The line at the top stays there."""
        if style != self._style:
            self._style = style
            show_bar(self, style.mode)
            self._renew()

    def set_colours(self, colours: PageColours) -> None:
        """Paint the page in other colours."""
        self._colours = colours
        self.viewport().update()

    def refresh_highlights(self) -> None:
        """Paint again, because the content's highlights are others now."""
        self.viewport().update()

    @property
    def page(self) -> Page | None:
        """What is in the viewport; None while nothing is shown."""
        return self._page

    @property
    def pictures(self) -> Pictures | None:
        """The pictures of what is shown."""
        return self._pictures

    def place(self) -> Position:
        """The first character of the page."""
        if self._pin is not None:
            return self._pin[0]
        return self._page.flow.top_position() if self._page else Position(0, 0)

    def top_address(self) -> float:
        """The address at the upper edge: 0 at the document's start."""
        return self._page.flow.top_address() if self._page else 0.0

    def is_at_end(self) -> bool:
        """Whether the document's last line is in sight."""
        return self._page is not None and self.top_address() >= self._page.flow.end_address()

    def go_to(self, position: Position, at: int = 0) -> None:
        """Bring the line that holds a place to the row ``at`` of the page."""
        if self._page is not None:
            self._page.flow.go_to(position, at)
            self._pin = (position, at)
            self._show_place()

    def show_range(self, wanted: Range) -> None:
        """Bring a range into sight, scrolling only if it is not there yet."""
        if self._page is not None and not self._page.is_in_sight(wanted.start):
            self._page.flow.go_to(wanted.start, round(self._page.flow.height * _SHOW_AT))
            self._moved()

    def reveal(self, position: Position) -> None:
        """Bring a place into sight, scrolling no farther than it takes; one that is far off as ``show_range`` does."""
        box = self._page.box_of(position) if self._page is not None else None
        if self._page is None or box is None:
            self.show_range(Range(position, position))
            return
        self.scroll_by(round(min(0.0, box.top()) + max(0.0, box.bottom() - self._page.flow.height)))

    def scroll_by(self, rows: int) -> None:
        """Move the text on by so many rows (back if negative)."""
        if self._page is None or rows == 0:
            return
        moved = self._page.flow.scroll_by(rows)
        if not moved:
            return
        if abs(moved) < self._page.flow.height:
            self.viewport().scroll(*self._page.axes.moved(moved))
            self._moved(is_painted=True)
        else:
            self._moved()

    def turn_page(self, is_down: bool) -> None:
        """Scroll by a page, to a whole line."""
        if self._page is not None:
            self._page.flow.turn_page(is_down)
            self._moved()

    def scroll_line(self, is_down: bool) -> None:
        """Scroll by a line."""
        if self._page is not None:
            self.scroll_by(self._page.slot if is_down else -self._page.slot)

    def go_to_start(self) -> None:
        """Bring the document's first line into sight."""
        if self._page is not None:
            self._page.flow.go_to_start()
            self._moved()

    def go_to_end(self) -> None:
        """Bring the document's last line into sight."""
        if self._page is not None:
            self._page.flow.go_to_end()
            self._moved()

    @property
    def _bar(self) -> AddressBar:
        """The scrollbar of the page's writing mode."""
        return self._bars[self._style.mode]

    def _selected(self) -> Range | None:
        """What is painted as selected."""
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what was exposed."""
        painter = QPainter(self.viewport())
        if self._page is None:
            painter.fillRect(event.rect(), QColor(self._colours.page))
        else:
            self._page.paint(painter, event.rect(), self._selected(), self._colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the page anew. The line at the top stays there however often the size changes."""
        super().resizeEvent(event)
        self._renew(self._page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by the wheel's own pixels, or by lines; with Ctrl, ask for another size."""
        if self._page is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = self._wheel.steps(event)
            if steps:
                self.size_requested.emit(steps)
        else:
            self.scroll_by(self._wheel.rows(event, self._page.slot, self._page.axes))
        event.accept()

    def _renew(self, before: Page | None = None) -> None:
        """Build the page anew around the line that is at the top.

        Args:
            before: the page before, if nothing but the viewport's size has changed.
        """
        pin = self._pin
        # At the document's start there is only the start to hold on to, with the space above it.
        if pin is None and self._page is not None and self._page.flow.top_address() > 0:
            top = self._page.flow.top_position()
            pin = (top, self._page.flow.top_offset(top))
        size = self.viewport().size()
        self._page = self._made_page(self._content, size, before) if self._content else None
        if self._page is not None and pin is not None:
            self._page.flow.go_to(*pin)
            self._pin = pin
        self._show_place()

    def _made_page(self, content: Content, size: QSize, before: Page | None) -> Page:
        """A page of a content in the viewport, after one that differed in nothing but its size, or None."""
        return Page(content, self._style, size.width(), size.height(), self._pictures, before)

    def _show_pictures_of(self, content: Content | None) -> None:
        if self._pictures is not None:
            self._pictures.close()
            self._pictures.deleteLater()
        self._pictures = Pictures(content.document, self) if content is not None else None
        if self._pictures is not None:
            self._pictures.ready.connect(self.viewport().update)

    def _moved(self, is_painted: bool = False) -> None:
        """The reader has moved: the place to hold on to is where the page is now."""
        assert self._page is not None
        self._pin = None
        self._show_place(is_painted)

    def _show_place(self, is_painted: bool = False) -> None:
        if not is_painted:
            self.viewport().update()
        if self._page is not None and self._page.flow.is_end_known:
            self._update_bar()
        else:
            # To know where scrolling ends, the last page has to be laid out: after this one is on the screen.
            self._extent_timer.start()
        announce_page(self)
        self.place_changed.emit()

    def _measure(self) -> None:
        self._update_bar()
        if self._page is not None:
            self.place_changed.emit()

    def _update_bar(self) -> None:
        if self._page is None or self._content is None:
            for bar in self._bars.values():
                bar.show(0, 0, 1)
        else:
            flow = self._page.flow
            self._bar.show(flow.top_address(), flow.end_address(), self._content.document.size)

    def _follow_bar(self, action: int) -> None:
        if self._page is None:
            return
        match _Action(action):
            case _Action.SliderSingleStepAdd | _Action.SliderSingleStepSub as step:
                self.scroll_line(step is _Action.SliderSingleStepAdd)
            case _Action.SliderPageStepAdd | _Action.SliderPageStepSub as step:
                self.turn_page(step is _Action.SliderPageStepAdd)
            case _Action.SliderToMinimum | _Action.SliderToMaximum as step:
                (self.go_to_start if step is _Action.SliderToMinimum else self.go_to_end)()
            case _Action.SliderMove:
                self._go_to_slider()
        # QAbstractSlider moves to its slider's position after this: let that be the one that is shown.
        self._bar.widget.setSliderPosition(self._bar.widget.value())

    def _go_to_slider(self) -> None:
        if self._page is None:
            return
        if self._bar.is_at_end:
            self.go_to_end()
        else:
            self._page.flow.go_to_address(self._bar.address)
            self._moved()
