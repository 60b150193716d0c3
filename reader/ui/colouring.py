"""The window's side of colouring what is selected: when colours are offered, and what is done with one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from shiboken6 import isValid

from reader.model.position import Position
from reader.state.keywords import Keywords
from reader.ui.article import Article
from reader.ui.colour_popover import ColourPopover
from reader.ui.theme import Theme

#: Milliseconds after the button went up: whoever clicks again means more than the word.
_DELAY = 280


class Colouring(QObject):
    """Offers colours after a word was selected with the mouse; any key, a turn of the wheel or a click ends that.

    Signals:
        search_requested: a word is to be looked for.
    """

    search_requested = Signal()

    def __init__(self, article: Article, keywords: Keywords, theme: Theme) -> None:
        super().__init__(article)
        self._article = article
        self._view = article.view
        # Asked for once: a filter still sees events of a view that is half gone, which cannot be asked any more.
        self._viewport = article.view.viewport()
        self._keywords = keywords
        self.popover = ColourPopover(theme, article)
        self._timer = QTimer(self, interval=_DELAY, singleShot=True)
        self._timer.timeout.connect(self._offer)
        self._view.selection_changed.connect(self._end)
        self._view.place_changed.connect(self._end)
        self._viewport.installEventFilter(self)
        self._view.installEventFilter(self)
        self.popover.colour_requested.connect(lambda colour: self._colour(None, colour))
        self.popover.list_requested.connect(lambda number: self._colour(number, None))
        self.popover.search_requested.connect(self._look_for)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the button go up, and whatever ends the offer."""
        if watched is self._viewport:
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._timer.start()
            elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.ContextMenu):
                self._end()
        elif event.type() == QEvent.Type.KeyPress or (event.type() == QEvent.Type.FocusOut and isValid(self.popover)):
            self._end()
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        box = self._selected_box() if self._article.selected_word() else None
        if box is not None:
            self.popover.show_lists(self._keywords.lists)
            self.popover.popup_beside(box)

    def _end(self) -> None:
        self._timer.stop()
        self.popover.hide()

    def _selected_box(self) -> QRect | None:
        """The lines of the selection that are in sight, in pixels of the article; None if there are none."""
        selected, page = self._view.selected, self._view.page
        if selected is None or page is None:
            return None
        last = Position(selected.end.block, max(selected.start.offset, selected.end.offset - 1))
        boxes = [page.rectangle_of(place) for place in (selected.start, last)]
        found = [box for box in boxes if box is not None]
        if not found:
            return None
        united = found[0].united(found[-1]).toAlignedRect().intersected(self._viewport.rect())
        if united.isEmpty():
            return None
        return united.translated(self._viewport.mapTo(self._article, QPoint(0, 0)))

    def _colour(self, number: int | None, colour: int | None) -> None:
        word = self._article.selected_word()
        self._end()
        if word:
            self._keywords.add(word, number, colour=colour)
            # The colour is to be seen, which the selection would lie over.
            self._view.select(None)

    def _look_for(self) -> None:
        self._end()
        self.search_requested.emit()
