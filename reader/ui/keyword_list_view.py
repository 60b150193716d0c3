"""The list of keyword lists under mouse and keys: clicks, and rows that are dragged to another place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.ui.keyword_delegate import KeywordDelegate, KeywordZone, zone_at
from reader.ui.keyword_model import KEYWORD_ROLE, KeywordItem, KeywordModel
from reader.ui.uniform_list import UniformListView

#: Pixels from an edge in which a drag scrolls.
_EDGE = 12


class KeywordListView(UniformListView):
    """Shows a ``KeywordModel``.

    Enter and Shift+Enter step, Space shows or hides, Delete removes, Alt+Up and Alt+Down move, Left and Right fold and
    open a list.

    Signals:
        zone_clicked: the row, and the ``KeywordZone``.
        menu_requested: the row, and where on the screen.
        drop_requested: a row, and the row before which it is to stand.
        move_requested: a row that is to go one place up, or down (True).
    """

    zone_clicked = Signal(int, object)
    menu_requested = Signal(int, QPoint)
    drop_requested = Signal(int, int)
    move_requested = Signal(int, bool)

    def __init__(self, model: KeywordModel, delegate: KeywordDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keywords = model
        self._delegate = delegate
        self._pressed: tuple[int, QPoint] | None = None
        #: The row before which what is dragged would be dropped.
        self._drop: int | None = None
        #: The row under the mouse, which shows what can be done with it.
        self._hovered = -1
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click or a drag begins."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        is_meant = event.button() == Qt.MouseButton.LeftButton and index.isValid()
        self._pressed = (index.row(), point) if is_meant else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the row that was pressed, once the mouse is far enough from there."""
        point = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            self._hover(self.indexAt(point).row())
            return
        far = QGuiApplication.styleHints().startDragDistance()
        if self._drop is not None or (point - self._pressed[1]).manhattanLength() >= far:
            self._scroll_towards(point)
            self._drop = self._row_before(point)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, or the end of a drag."""
        pressed, drop = self._pressed, self._drop
        self._pressed = self._drop = None
        self.viewport().update()
        super().mouseReleaseEvent(event)
        if pressed is None:
            return
        row = pressed[0]
        if drop is not None:
            if drop not in (row, row + 1):
                self.drop_requested.emit(row, drop)
            return
        index = self.indexAt(event.position().toPoint())
        item = index.data(KEYWORD_ROLE)
        if index.row() == row and isinstance(item, KeywordItem):
            self.zone_clicked.emit(row, zone_at(self.visualRect(index), item, event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse."""
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row: by the mouse, or by the key, of the current one."""
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        if index.isValid():
            self.menu_requested.emit(index.row(), event.globalPos())
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a row."""
        index = self.currentIndex()
        item = index.data(KEYWORD_ROLE)
        if not isinstance(item, KeywordItem) or not self._do(event, index.row(), item):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the line at which what is dragged would be dropped."""
        super().paintEvent(event)
        if self._drop is not None and len(self._keywords.rows):
            last = self.visualRect(self._keywords.index(len(self._keywords.rows) - 1))
            is_last = self._drop >= len(self._keywords.rows)
            y = last.bottom() if is_last else self.visualRect(self._keywords.index(self._drop)).top()
            painter = QPainter(self.viewport())
            painter.fillRect(8, y - 1, self.viewport().width() - 16, 2, QColor(self._delegate.theme.accent))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _scroll_towards(self, point: QPoint) -> None:
        """Let rows beyond the edges be reached by what is dragged."""
        bar = self.verticalScrollBar()
        if point.y() < _EDGE:
            bar.setValue(bar.value() - bar.singleStep() // 2)
        elif point.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + bar.singleStep() // 2)

    def _row_before(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not index.isValid():
            return 0 if point.y() < 0 else len(self._keywords.rows)
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _do(self, event: QKeyEvent, row: int, item: KeywordItem) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.zone_clicked.emit(row, KeywordZone.PREVIOUS if is_back else KeywordZone.NEXT)
            case Qt.Key.Key_Space:
                self.zone_clicked.emit(row, KeywordZone.SWITCH)
            case Qt.Key.Key_Delete:
                self.zone_clicked.emit(row, KeywordZone.REMOVE)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.move_requested.emit(row, event.key() == Qt.Key.Key_Down)
            case Qt.Key.Key_Left if item.is_list and not item.is_folded:
                self.zone_clicked.emit(row, KeywordZone.CHEVRON)
            case Qt.Key.Key_Right if item.is_list and item.is_folded:
                self.zone_clicked.emit(row, KeywordZone.CHEVRON)
            case _:
                return False
        return True
