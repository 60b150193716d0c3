"""The article: a page whose text can be selected and copied."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from reader.model.position import Position, Range
from reader.view.content import Content
from reader.view.inline_pictures import Picture
from reader.view.keys import KeyAction, key_action
from reader.view.page_style import PageColours, PageStyle
from reader.view.page_view import PageView
from reader.view.pointer import Grain, Pointer
from reader.view.selection import Selection, shown_lines
from reader.view.text_cursor import text_cursor

#: The largest selection, in addresses, that is offered to be pasted at once: a millisecond or two of work.
_SMALL = 16 << 10


class TextView(PageView):
    """A page view that owns a selection.

    Signals:
        selection_changed: the selection is another one.
        menu_requested: where on the screen the context menu is wanted.
        pressed: the mouse went down on the page.
        link_requested: a click on a link; where it leads, as ``Mark.value`` says. Nothing is followed here.
        picture_requested: a click on a ``Picture``, which the reader wants to see larger.
    """

    selection_changed = Signal()
    menu_requested = Signal(QPoint)
    pressed = Signal()
    link_requested = Signal(str)
    picture_requested = Signal(object)

    def __init__(self, style: PageStyle, colours: PageColours, parent: QWidget | None = None) -> None:
        super().__init__(style, colours, parent)
        self._selection: Selection | None = None
        #: Where the mouse was pressed last: keys begin a selection there.
        self._click = Position(0, 0)
        #: Point, time in milliseconds and count of the last press, to tell a third click.
        self._last_press = (QPointF(), 0, 0)
        #: The link or the picture that the mouse went down on, as long as it may still be a click.
        self._pressed: str | Picture | None = None
        self._pointer = Pointer(self._position_at, self._grown, self)
        self._pointer.selected.connect(self._set_selection)
        self._pointer.scroll_wanted.connect(self.scroll_by)
        #: The cursor that is shown: the bar of text stands for that of the writing mode.
        self._cursor_shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(text_cursor(style.mode))
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article"))

    def set_content(self, content: Content | None, at: Position | None = None) -> None:
        """Show something else. What is selected stays so as long as the document is the same."""
        is_same = content is not None and self._content is not None and content.document is self._content.document
        super().set_content(content, at)
        if not is_same:
            self._pointer.release()
            self._pressed = None
            self._click = Position(0, 0)
            self._set_selection(None)

    def set_style(self, style: PageStyle) -> None:
        """Set the page in another typography, with the cursor of its writing mode."""
        is_turned = style.mode is not self._style.mode
        super().set_style(style)
        if is_turned:
            self._cursor_shape = Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(text_cursor(style.mode))

    @property
    def clicked_position(self) -> Position:
        """Where the mouse was pressed last; the document's start before that."""
        return self._click

    @property
    def selected(self) -> Range | None:
        """What is selected, or None."""
        if self._selection is None or self._selection.range.is_empty:
            return None
        return self._selection.range

    def cursor_position(self) -> Position:
        """Where the selection begins, or where the reader clicked last if that is in sight; else the page's top."""
        if self.selected is not None:
            return self.selected.start
        if self._page is None:
            return Position(0, 0)
        return self._click if self._page.is_in_sight(self._click) else self._page.flow.top_position()

    def select(self, wanted: Range | None) -> None:
        """Select a range, or nothing."""
        self._set_selection(Selection(wanted.start, wanted.end) if wanted else None)

    def select_all(self) -> None:
        """Select the whole document."""
        if self._content is not None:
            document = self._content.document
            first, last = document.block_at(0), document.block_at(max(0, document.size - 1))
            self.select(Range(Position(first.start, 0), Position(last.start, len(last.text))))

    def selected_text(self) -> str | None:
        """What the page shows of the selection; None if nothing is selected, or too much to collect at once."""
        selected = self.selected
        if selected is None or self._content is None or selected.end.block - selected.start.block > _SMALL:
            return None
        return "".join(shown_lines(self._content.document, self._content.convert, selected))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move about, or extend the selection."""
        action = key_action(event, self._style.mode)
        # Escape with nothing to give up is for the window.
        is_idle = action is KeyAction.CLEAR_SELECTION and self.selected is None
        if action is None or self._page is None or is_idle:
            super().keyPressEvent(event)
        else:
            self._do(action)
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection: of characters, with a third click of paragraphs."""
        self.pressed.emit()
        if event.button() != Qt.MouseButton.LeftButton or self._page is None:
            return
        point, time, clicks = self._last_press
        near = _is_near(event.position(), point)
        soon = event.timestamp() - time < QGuiApplication.styleHints().mouseDoubleClickInterval()
        grain = Grain.PARAGRAPH if clicks == 2 and near and soon else Grain.CHARACTER
        self._last_press = (event.position(), event.timestamp(), 1)
        extended = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and grain is Grain.CHARACTER
        held = self._selection or Selection(self._click, self._click)
        if not extended and grain is Grain.CHARACTER:
            self._click = self._position_at(event.position())
        is_click = grain is Grain.CHARACTER and not extended
        self._pressed = self._target_at(event.position()) if is_click else None
        self._pointer.press(event.position(), grain, held if extended else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if event.button() == Qt.MouseButton.LeftButton and self._page is not None:
            self._last_press = (event.position(), event.timestamp(), 2)
            self._pressed = None
            self._pointer.press(event.position(), Grain.WORD)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection, beyond the edges too; over a link or a picture, show that it can be clicked."""
        if self._page is not None:
            self._pointer.move(event.position(), self._page.axes.beyond(event.position()))
        if self.selected is not None:
            self._pressed = None
        if not self._pointer.is_dragging:
            self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the selection, and offer it where the middle button pastes; or ask for what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pointer.release()
        target, self._pressed = self._pressed, None
        is_click = target is not None and _is_near(event.position(), self._last_press[0])
        if is_click and self._target_at(event.position()) == target:
            if isinstance(target, str):
                self.link_requested.emit(target)
            else:
                self.picture_requested.emit(target)
        clipboard = QGuiApplication.clipboard()
        text = self.selected_text() if clipboard.supportsSelection() else None
        if text:
            clipboard.setText(text, clipboard.Mode.Selection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu; what is said there of a line is said of the one under the mouse."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if is_mouse and self.selected is None and self._page is not None:
            self._click = self._position_at(QPointF(event.pos()))
        self.menu_requested.emit(event.globalPos())
        event.accept()

    def _selected(self) -> Range | None:
        return self.selected

    def _do(self, action: KeyAction) -> None:
        match action:
            case KeyAction.PAGE_DOWN | KeyAction.PAGE_UP:
                self.turn_page(action is KeyAction.PAGE_DOWN)
            case KeyAction.LINE_DOWN | KeyAction.LINE_UP:
                self.scroll_line(action is KeyAction.LINE_DOWN)
            case KeyAction.START:
                self.go_to_start()
            case KeyAction.END:
                self.go_to_end()
            case KeyAction.CLEAR_SELECTION:
                self.select(None)
            case _:
                self._extend(action)

    def _extend(self, action: KeyAction) -> None:
        """Move the selection's end; it begins at the last click, or at the top of the page."""
        assert self._page is not None
        assert self._content is not None
        held = self._selection
        if held is None or held.range.is_empty:
            start = self.cursor_position()
            held = Selection(start, start)
        cursor = held.cursor
        match action:
            case KeyAction.SELECT_NEXT | KeyAction.SELECT_PREVIOUS:
                cursor = self._page.caret.beside(cursor, action is KeyAction.SELECT_NEXT)
            case KeyAction.SELECT_LINE_DOWN | KeyAction.SELECT_LINE_UP:
                cursor = self._page.caret.below(cursor, 1 if action is KeyAction.SELECT_LINE_DOWN else -1)
            case KeyAction.SELECT_TO_START | KeyAction.SELECT_TO_END:
                address = 0 if action is KeyAction.SELECT_TO_START else max(0, self._content.document.size - 1)
                block = self._content.document.block_at(address)
                cursor = Position(block.start, 0 if action is KeyAction.SELECT_TO_START else len(block.text))
        self._set_selection(Selection(held.anchor, cursor))
        self.reveal(cursor)

    def _set_selection(self, selection: Selection | None) -> None:
        if selection != self._selection:
            self._selection = selection
            self.viewport().update()
            self.selection_changed.emit()

    def _show_cursor(self, point: QPointF) -> None:
        shape = self._cursor_at(point)
        if shape != self._cursor_shape:
            self._cursor_shape = shape
            is_text = shape == Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(text_cursor(self._style.mode) if is_text else QCursor(shape))

    def _cursor_at(self, point: QPointF) -> Qt.CursorShape:
        """The cursor that tells what a click at a point of the viewport is meant for."""
        is_over_target = self._target_at(point) is not None
        return Qt.CursorShape.PointingHandCursor if is_over_target else Qt.CursorShape.IBeamCursor

    def _target_at(self, point: QPointF) -> str | Picture | None:
        """What a click at a point of the viewport is meant for: a link, a picture, or nothing but the text."""
        if self._page is None:
            return None
        link = self._page.link_at(point)
        return link if link is not None else self._page.picture_at(point)

    def _position_at(self, point: QPointF) -> Position:
        assert self._page is not None
        return self._page.position_at(point)

    def _grown(self, point: QPointF, grain: Grain) -> Range:
        assert self._page is not None
        return self._page.grown(point, grain)


def _is_near(one: QPointF, other: QPointF) -> bool:
    """Whether the mouse was held still between two points, as far as a hand can."""
    return (one - other).manhattanLength() < QGuiApplication.styleHints().startDragDistance()
