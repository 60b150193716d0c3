"""The outline: a filter and the list of headings and paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.model.outline import Outline
from reader.ui.outline_delegate import CHEVRON, OutlineDelegate
from reader.ui.outline_marks import OutlineMarks
from reader.ui.outline_model import ITEM_ROLE, OutlineItem, OutlineModel
from reader.ui.theme import Theme
from reader.ui.uniform_list import UniformListView

#: Milliseconds without a key after which what was typed is looked for.
_TYPING_PAUSE = 150
#: Milliseconds after which what stands in the paragraphs is shown anew: between two tellings of what was found.
_MARKS_PAUSE = 150

#: Rows that are painted anew at once for that: more of them would hold up the keys that are typed.
_AT_ONCE = 4


class OutlinePanel(QWidget):
    """Shows where the reader is, and leads elsewhere.

    Signals:
        paragraph_requested: the number of a paragraph to go to.
        filter_requested: what was typed; empty for no filter.
    """

    paragraph_requested = Signal(int)
    filter_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OutlineModel(self)
        self._delegate = OutlineDelegate(theme)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter the outline"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setAccessibleName(self.tr("Filter the outline"))
        self._pause = QTimer(self, interval=_TYPING_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._marks_pause = QTimer(self, interval=_MARKS_PAUSE, singleShot=True)
        self._marks_pause.timeout.connect(self._repaint)
        # Not at once: what is posted goes before the keys that are typed.
        self._rest = QTimer(self, interval=1, singleShot=True)
        self._rest.timeout.connect(self._repaint)
        self._is_awaited = False
        self._is_first_wanted = False
        self._filter.textChanged.connect(self._wait)
        self._filter.returnPressed.connect(self._go_to_first)
        self._filter.installEventFilter(self)
        self._list = UniformListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(self.tr("Outline"))
        self._list.viewport().installEventFilter(self)
        self._list.installEventFilter(self)
        self._notice = QLabel(self.tr("No paragraph matches"))
        self._notice.setObjectName("muted")
        self._notice.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._notice.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        box = QVBoxLayout()
        box.setContentsMargins(8, 8, 8, 0)
        box.addWidget(self._filter)
        layout.addLayout(box)
        layout.addWidget(self._notice)
        layout.addWidget(self._list, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def set_text_source(self, text_of: Callable[[int], str]) -> None:
        """Say where the shown words of a paragraph come from."""
        self._model.set_text_source(text_of)

    def set_marks_source(self, marks_of: Callable[[int, int | None], OutlineMarks]) -> None:
        """Say what is coloured and found between two addresses (None for the document's end)."""
        self._model.set_marks_source(marks_of)

    def show_marks(self) -> None:
        """More was counted or found. Shown a moment later: the page and the results are painted first."""
        if not self._marks_pause.isActive():
            self._marks_pause.start()

    def _repaint(self) -> None:
        """Paint the rows in sight that show something else now; of many, some at a time."""
        indexes = (self._model.index(row) for row in self._list.rows_in_sight())
        others = [index for index in indexes if index.data(ITEM_ROLE) != self._delegate.painted.get(index.row())]
        for index in others[:_AT_ONCE]:
            self._list.update(index)
        if len(others) > _AT_ONCE:
            self._rest.start()

    def clear(self) -> None:
        """Forget the document, and the filter with it."""
        self._filter.clear()
        self._pause.stop()
        self._is_awaited = False
        self._notice.hide()
        self._model.clear()

    def set_outline(self, outline: Outline) -> None:
        """Show an outline, or a longer one of the same document."""
        self._model.set_outline(outline)

    def set_filtered(self, numbers: Sequence[int] | None, is_complete: bool) -> None:
        """Show only these paragraphs, all that were found so far; None shows all."""
        self._model.set_filtered(numbers)
        self._notice.setVisible(numbers is not None and not numbers and is_complete)
        if numbers is None:
            self.set_current(self._model.current)
        if numbers or is_complete:
            self._is_awaited = False
        if self._is_first_wanted and not self._is_awaited:
            self._go_to_first()

    def set_current(self, paragraph: int | None) -> None:
        """Mark the paragraph that is read, and keep it in sight unless the reader is busy in the list."""
        self._model.set_current(paragraph)
        row = self._model.row_of(paragraph)
        if row is None or self._list.hasFocus() or self._list.underMouse():
            return
        rect = self._list.visualRect(self._model.index(row))
        if not self._list.viewport().rect().contains(rect):
            self._list.scrollTo(self._model.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Clicks and keys of the list, and the keys that lead from the filter to it."""
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self._list.viewport():
            assert isinstance(event, QMouseEvent)
            if event.button() == Qt.MouseButton.LeftButton:
                self._click(event.position().toPoint())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._filter:
                return self._filter_key(event.key())
            if watched is self._list:
                return self._list_key(event.key())
        return super().eventFilter(watched, event)

    def _filter_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
            return True
        if key == Qt.Key.Key_Down and self._model.rowCount():
            self._list.setFocus()
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._model.index(0))
            return True
        return False

    def _list_key(self, key: int) -> bool:
        index = self._list.currentIndex()
        if not index.isValid():
            return False
        item = index.data(ITEM_ROLE)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(index)
        elif isinstance(item, OutlineItem) and (
            (key == Qt.Key.Key_Right and item.is_open is False) or (key == Qt.Key.Key_Left and item.is_open)
        ):
            self._model.toggle(index.row())
        else:
            return False
        return True

    def _click(self, point: QPoint) -> None:
        index = self._list.indexAt(point)
        if not index.isValid():
            return
        item = index.data(ITEM_ROLE)
        if point.x() < CHEVRON and isinstance(item, OutlineItem) and item.is_open is not None:
            self._model.toggle(index.row())
        else:
            self._go_to(index)

    def _wait(self) -> None:
        self._is_first_wanted = False
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self._is_awaited = True
        self.filter_requested.emit(self._filter.text())

    def _go_to_first(self) -> None:
        """Go to what was found first; of what was only just typed, as soon as it is found."""
        if self._pause.isActive():
            self._ask()
        self._is_first_wanted = self._is_awaited
        if not self._is_awaited and self._model.rowCount() and self._filter.text().strip():
            self._go_to(self._model.index(0))

    def _go_to(self, index: QModelIndex) -> None:
        self.paragraph_requested.emit(self._model.paragraph(index.row()))
