"""The list of any length, beside Qt's own."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from reader.ui.uniform_list import UniformListView

_HEIGHT = 20
_ROWS = 500

Hint = QAbstractItemView.ScrollHint


class _Delegate(QStyledItemDelegate):
    """Rows of a fixed height that count how often they are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def sizeHint(self, option: object, index: QModelIndex) -> QSize:
        return QSize(50, _HEIGHT)

    def paint(self, painter: object, option: object, index: QModelIndex) -> None:
        self.drawn.append(index.row())


def _shown(qtbot: QtBot, view: QAbstractItemView, rows: int = _ROWS) -> _Delegate:
    model = QStringListModel([f"row {row}" for row in range(rows)], view)
    delegate = _Delegate()
    delegate.setParent(view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.resize(200, 305)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return delegate


def _both(qtbot: QtBot) -> tuple[UniformListView, QListView]:
    ours, stock = UniformListView(), QListView()
    stock.setUniformItemSizes(True)
    stock.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    stock.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for view in (ours, stock):
        _shown(qtbot, view)
    return ours, stock


def test_rows_stand_where_those_of_qt_do(qtbot: QtBot) -> None:
    ours, stock = _both(qtbot)
    for row in (0, 1, 7, 250, _ROWS - 1):
        for hint in (Hint.PositionAtTop, Hint.PositionAtBottom, Hint.EnsureVisible, Hint.PositionAtCenter):
            for view in (ours, stock):
                view.scrollTo(view.model().index(row, 0), hint)
            # Qt rounds the centre of a row in its own way.
            assert abs(ours.verticalScrollBar().value() - stock.verticalScrollBar().value()) <= 1, (row, hint)
        for view in (ours, stock):
            view.verticalScrollBar().setValue(row * 17)
        for y in (0, 3, 19, 20, 150, 300):
            assert ours.indexAt(QPoint(5, y)).row() == stock.indexAt(QPoint(5, y)).row()
        index = ours.model().index(row, 0)
        assert ours.visualRect(index).top() == stock.visualRect(stock.model().index(row, 0)).top()


def test_keys_lead_where_those_of_qt_do(qtbot: QtBot) -> None:
    ours, stock = _both(qtbot)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown)
    for view in (ours, stock):
        view.setCurrentIndex(view.model().index(0, 0))
    for key in keys[:-1]:
        for view in (ours, stock):
            qtbot.keyClick(view, key)
        assert ours.currentIndex().row() == stock.currentIndex().row(), key
    qtbot.keyClick(ours, keys[-1])
    assert ours.currentIndex().row() == ours.viewport().height() // _HEIGHT - 1


def test_a_click_selects_and_only_what_is_in_sight_is_drawn(qtbot: QtBot) -> None:
    view = UniformListView()
    delegate = _shown(qtbot, view, rows=100_000)
    view.verticalScrollBar().setValue(50_000 * _HEIGHT)
    delegate.drawn.clear()
    view.viewport().repaint()
    assert delegate.drawn[0] == 50_000
    assert len(delegate.drawn) <= 305 // _HEIGHT + 2
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 45))
    assert view.currentIndex().row() == 50_002
    assert [index.row() for index in view.selectedIndexes()] == [50_002]
    selection = view.selectionModel().selection()
    assert view.visualRegionForSelection(selection).boundingRect() == view.visualRect(view.currentIndex())


def test_the_scrollbar_reaches_the_last_row_as_rows_come_and_go(qtbot: QtBot) -> None:
    view = UniformListView()
    _shown(qtbot, view, rows=3)
    bar = view.verticalScrollBar()
    assert bar.maximum() == 0
    model = view.model()
    model.insertRows(3, 200)
    assert bar.maximum() == 203 * _HEIGHT - view.viewport().height()
    model.removeRows(0, 150)
    qtbot.waitUntil(lambda: bar.maximum() == 53 * _HEIGHT - view.viewport().height())
    model.setStringList([])
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert not view.indexAt(QPoint(5, 5)).isValid()
    assert not view.moveCursor(QAbstractItemView.CursorAction.MoveDown, Qt.KeyboardModifier.NoModifier).isValid()


def test_a_selection_from_outside_is_drawn(qtbot: QtBot) -> None:
    view = UniformListView()
    _shown(qtbot, view)
    view.selectionModel().select(view.model().index(4, 0), QItemSelectionModel.SelectionFlag.Select)
    assert view.selectedIndexes()[0].row() == 4
