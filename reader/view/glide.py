"""Scrolling that glides to where it leads instead of jumping there."""

from __future__ import annotations

from math import ceil, exp, floor

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

#: Milliseconds between two steps, and in which all but a third of the way is gone.
_INTERVAL, _TIME = 8, 55.0


class Glide(QObject):
    """Moves by so many rows, the faster the farther it has to go; all rows that are asked for are moved in the end.

    Signals:
        moved: rows to scroll by now.
    """

    moved = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._missing = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_INTERVAL, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)

    @property
    def is_moving(self) -> bool:
        """Whether there is a way to go."""
        return self._missing != 0

    def push(self, rows: int) -> None:
        """Go so much farther; against the way that is still to go, turn round at once."""
        if self._missing * rows < 0:
            self._missing = 0
        self._missing += rows
        if self._missing and not self._timer.isActive():
            self._clock.start()
            self._timer.start()

    def stop(self) -> None:
        """Stay here."""
        self._missing = 0
        self._timer.stop()

    def _step(self) -> None:
        rows = step(self._missing, self._clock.restart())
        self._missing -= rows
        if not self._missing:
            self._timer.stop()
        if rows:
            self.moved.emit(rows)


def step(missing: int, elapsed: int) -> int:
    """Whole rows to go of those that are missing: a share that grows with the milliseconds gone by, at least a row."""
    share = missing * (1 - exp(-max(0, elapsed) / _TIME))
    return ceil(share) if missing > 0 else floor(share)
