"""A list of any length whose rows are all of one height."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

_Index = QModelIndex | QPersistentModelIndex


class UniformListView(QAbstractItemView):
    """Shows a list model. Nothing that it does costs more for more rows.

    ``QListView`` computes the place of every row whenever rows are added, which stalls the window while the outline of
    a long novel grows. Here a row's place is its number times the height that the delegate gives the first one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height = 1
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def visualRect(self, index: _Index) -> QRect:
        """Where a row is in the viewport."""
        if not index.isValid():
            return QRect()
        return QRect(0, index.row() * self._row_height - self._offset, self.viewport().width(), self._row_height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        row = (point.y() + self._offset) // self._row_height
        return self._index(row) if 0 <= row < self._count else QModelIndex()

    def rows_in_sight(self) -> range:
        """The rows of which at least a part is in the viewport."""
        return self._rows_of(self.viewport().rect())

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight."""
        box, height = self.visualRect(index), self.viewport().height()
        is_in_sight = box.top() >= 0 and box.bottom() < height
        match hint:
            case _ if not index.isValid():
                return
            case QAbstractItemView.ScrollHint.EnsureVisible if is_in_sight:
                return
            case QAbstractItemView.ScrollHint.PositionAtCenter:
                move = box.center().y() - height // 2
            case QAbstractItemView.ScrollHint.PositionAtTop:
                move = box.top()
            case QAbstractItemView.ScrollHint.PositionAtBottom:
                move = box.bottom() + 1 - height
            case _:
                move = box.top() if box.top() < 0 else box.bottom() + 1 - height
        self.verticalScrollBar().setValue(self._offset + move)

    def reset(self) -> None:
        """Show another list from its start."""
        super().reset()
        self.updateGeometries()

    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        """Make room."""
        super().rowsInserted(parent, start, end)
        self.updateGeometries()
        if start * self._row_height < self._offset + self.viewport().height():
            # While an outline grows at its end, what is in sight stays as it is.
            self.viewport().update()

    def rowsAboutToBeRemoved(self, parent: _Index, start: int, end: int) -> None:
        """Look again when the rows are gone."""
        super().rowsAboutToBeRemoved(parent, start, end)
        self.scheduleDelayedItemsLayout()

    def updateGeometries(self) -> None:
        """Measure a row, and let the scrollbar reach the last one."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        if self._count:
            self._row_height = max(1, self.itemDelegate().sizeHint(option, self._index(0)).height())
        page = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(page)
        bar.setSingleStep(self._row_height)
        bar.setRange(0, max(0, self._count * self._row_height - page))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the scrollbar know."""
        super().resizeEvent(event)
        self.updateGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the delegate draw the rows that were exposed."""
        painter = QPainter(self.viewport())
        under_mouse = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        is_hovered = self.viewport().underMouse()
        for row in self._rows_of(event.rect()):
            index = self._index(row)
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self.visualRect(index)
            state = QStyle.StateFlag.State_Enabled
            if self.selectionModel().isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
            if is_hovered and index == under_mouse:
                state |= QStyle.StateFlag.State_MouseOver
            option.state = state
            self.itemDelegate().paint(painter, option, index)

    def horizontalOffset(self) -> int:
        """Rows are as wide as the viewport."""
        return 0

    def verticalOffset(self) -> int:
        """Pixels above the viewport."""
        return self._offset

    def isIndexHidden(self, index: _Index) -> bool:
        """No row is."""
        return False

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to."""
        if not self._count:
            return QModelIndex()
        page = max(1, self.viewport().height() // self._row_height - 1)
        steps = {
            QAbstractItemView.CursorAction.MoveUp: -1,
            QAbstractItemView.CursorAction.MovePrevious: -1,
            QAbstractItemView.CursorAction.MoveDown: 1,
            QAbstractItemView.CursorAction.MoveNext: 1,
            QAbstractItemView.CursorAction.MovePageUp: -page,
            QAbstractItemView.CursorAction.MovePageDown: page,
            QAbstractItemView.CursorAction.MoveHome: -self._count,
            QAbstractItemView.CursorAction.MoveEnd: self._count,
        }
        current = self.currentIndex()
        if not current.isValid():
            return self._index(0)
        return self._index(min(self._count - 1, max(0, current.row() + steps.get(action, 0))))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows of a rectangle of the viewport."""
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        if first.isValid() and last.isValid():
            self.selectionModel().select(QItemSelection(first, last), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where selected rows are, as far as they are in sight."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).intersected(self.viewport().rect())
        return region

    @property
    def _count(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0

    @property
    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _rows_of(self, rect: QRect) -> range:
        first = max(0, (rect.top() + self._offset) // self._row_height)
        return range(first, min(self._count, (rect.bottom() + self._offset) // self._row_height + 1))

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0)
