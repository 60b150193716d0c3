"""The panel of what a search found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.model.outline import Outline
from reader.state.search import Search
from reader.ui.result_delegate import ResultDelegate
from reader.ui.result_model import ExcerptSource, ResultModel
from reader.ui.search_messages import unanswered_text
from reader.ui.search_options import SearchOptions
from reader.ui.theme import Theme
from reader.ui.uniform_list import UniformListView


class ResultsPanel(QWidget):
    """How often, in how many chapters, and every hit with its surroundings.

    In the list, the arrow keys go from hit to hit, and Enter leads into the text.

    Signals:
        hit_requested: the index of a hit to go to.
        text_requested: the reader is done with the list.
        colour_requested: the query is to become a coloured word.
    """

    hit_requested = Signal(int)
    text_requested = Signal()
    colour_requested = Signal()

    def __init__(self, options: SearchOptions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ResultModel(self)
        self._delegate = ResultDelegate(theme)
        self._summary = QLabel()
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._nearest = self._button(
            self.tr("Nearest first"), self.tr("Sort by how near a hit comes to what was typed")
        )
        self._nearest.setCheckable(True)
        self._nearest.toggled.connect(self._sort)
        self._colour = self._button(self.tr("Colour this"), self.tr("Make the query a coloured word"))
        self._colour.clicked.connect(self.colour_requested)
        self._is_pressed = False
        self._list = UniformListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(self.tr("Hits"))
        self._list.viewport().installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.selectionModel().currentChanged.connect(self._follow)
        head = QVBoxLayout()
        head.setContentsMargins(8, 4, 8, 0)
        head.setSpacing(2)
        for pair in (options.actions[:2], options.actions[2:]):
            row = QHBoxLayout()
            row.setSpacing(2)
            for action in pair:
                switch = QToolButton()
                switch.setDefaultAction(action)
                row.addWidget(switch)
            row.addStretch(1)
            head.addLayout(row)
        self._summary.setContentsMargins(4, 4, 4, 2)
        head.addWidget(self._summary)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._nearest)
        row.addWidget(self._colour)
        row.addStretch(1)
        head.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._list, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def set_sources(self, excerpt_of: ExcerptSource, heading_of: Callable[[int], str]) -> None:
        """Say where words come from: the surroundings of a hit, and the shown text of a heading by its index."""
        self._model.set_sources(excerpt_of, heading_of)

    def show_search(self, search: Search, outline: Outline) -> None:
        """Show what was found so far."""
        self._model.set_results(search.results, outline)
        self._summary.setText(self._summed_up(search))
        has_hits = len(search.results) > 0
        self._nearest.setEnabled(has_hits)
        self._colour.setEnabled(search.query is not None and search.error is None)
        self.show_current(search.current)

    def show_current(self, hit: int | None) -> None:
        """Mark the hit that the reader stepped to, and bring it into sight."""
        row = self._model.row_of(hit) if hit is not None else None
        if row == self._delegate.current and (row is None or row == self._list.currentIndex().row()):
            return
        self._delegate.current = row
        if row is not None and self._list.currentIndex().row() != row:
            index = self._model.index(row)
            self._list.selectionModel().blockSignals(True)
            self._list.setCurrentIndex(index)
            self._list.selectionModel().blockSignals(False)
            self._list.scrollTo(index)
        self._list.viewport().update()

    def focus_list(self) -> None:
        """Let the reader choose with the arrow keys."""
        if self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click goes to a hit; Enter goes on into the text."""
        if event.type() == QEvent.Type.MouseButtonPress and watched is self._list.viewport():
            self._is_pressed = True
        elif event.type() == QEvent.Type.MouseButtonRelease and watched is self._list.viewport():
            assert isinstance(event, QMouseEvent)
            self._is_pressed = False
            index = self._list.indexAt(event.position().toPoint())
            if event.button() == Qt.MouseButton.LeftButton and index.isValid():
                self.hit_requested.emit(self._model.hit(index.row()))
        elif event.type() == QEvent.Type.KeyPress and watched is self._list:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.text_requested.emit()
                return True
        return super().eventFilter(watched, event)

    def _summed_up(self, search: Search) -> str:
        if search.error is not None:
            return unanswered_text(search.error)
        if search.query is None:
            return ""
        count = len(search.results)
        if not search.results.is_complete:
            return self.tr("{count} so far…").format(count=f"{count:,}")
        if not count:
            return self.tr("Not found. Other words, or fewer of them, may be.")
        chapters = self._model.chapters()
        if chapters == 1:
            return self.tr("{count} hits").format(count=f"{count:,}")
        return self.tr("{count} hits in {chapters} chapters").format(count=f"{count:,}", chapters=f"{chapters:,}")

    def _sort(self, is_nearest_first: bool) -> None:
        self._model.set_by_tier(is_nearest_first)
        self._delegate.current = None
        self._list.viewport().update()

    def _follow(self, current: QModelIndex, before: QModelIndex) -> None:
        """The arrow keys lead from hit to hit, over the lines between."""
        if current.isValid() and self._list.hasFocus() and not self._is_pressed:
            row = current.row()
            is_upwards = before.isValid() and row == before.row() - 1
            if is_upwards and row > 0 and self._model.is_group(row):
                row -= 1
            self.hit_requested.emit(self._model.hit(row))

    def _button(self, label: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(label)
        button.setToolTip(tip)
        return button
