"""Selecting with the mouse: a press, a drag (beyond the edges too), words by a double click, paragraphs by a third."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from reader.model.position import Position, Range
from reader.view.selection import Selection

#: Milliseconds between two steps of scrolling while the mouse is held beyond an edge.
_STEP_INTERVAL = 30
#: A step's share of the mouse's distance from the edge.
_STEP_SHARE = 0.35


class Grain(Enum):
    """What a selection grows by."""

    CHARACTER = auto()
    WORD = auto()
    PARAGRAPH = auto()


class Pointer(QObject):
    """Turns what the mouse does into selections.

    Signals:
        selected: a new ``Selection``.
        scroll_wanted: the mouse is held beyond an edge; rows to scroll by.
    """

    selected = Signal(object)
    scroll_wanted = Signal(int)

    def __init__(
        self,
        position_at: Callable[[QPointF], Position],
        grown: Callable[[QPointF, Grain], Range],
        parent: QObject | None = None,
    ) -> None:
        """A pointer over a page.

        Args:
            position_at: the place nearest to a point of the viewport.
            grown: the word or paragraph at a point of the viewport.
            parent: owner.
        """
        super().__init__(parent)
        self._position_at = position_at
        self._grown = grown
        self._grain = Grain.CHARACTER
        self._origin: Range | None = None
        self._point = QPointF()
        self._beyond = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_INTERVAL)
        self._timer.timeout.connect(self._step)

    @property
    def is_dragging(self) -> bool:
        """Whether the button is held."""
        return self._origin is not None

    def press(self, point: QPointF, grain: Grain, extended: Selection | None = None) -> None:
        """The button went down; ``extended`` is the selection to go on with (Shift)."""
        self._grain = grain
        if extended is not None:
            self._origin = Range(extended.anchor, extended.anchor)
        elif grain is Grain.CHARACTER:
            position = self._position_at(point)
            self._origin = Range(position, position)
        else:
            self._origin = self._grown(point, grain)
        self._select_to(point)

    def move(self, point: QPointF, beyond: float) -> None:
        """The mouse moved with the button held; so many rows beyond an edge, negative before the first."""
        if self._origin is None:
            return
        self._beyond = beyond
        self._point = point
        if self._beyond and not self._timer.isActive():
            self._timer.start()
        elif not self._beyond:
            self._timer.stop()
        self._select_to(point)

    def release(self) -> None:
        """The button went up."""
        self._origin = None
        self._timer.stop()

    def _step(self) -> None:
        step = round(self._beyond * _STEP_SHARE)
        self.scroll_wanted.emit(step or (1 if self._beyond > 0 else -1))
        self._select_to(self._point)

    def _select_to(self, point: QPointF) -> None:
        assert self._origin is not None
        if self._grain is Grain.CHARACTER:
            self.selected.emit(Selection(self._origin.start, self._position_at(point)))
            return
        here = self._grown(point, self._grain)
        if here.start < self._origin.start:
            self.selected.emit(Selection(self._origin.end, here.start))
        else:
            self.selected.emit(Selection(self._origin.start, max(here.end, self._origin.end)))
