"""Scrolling by itself, at a speed that the reader sets."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

#: Milliseconds between two steps: as often as a screen shows them.
_INTERVAL = 16

#: A step is no longer than this many milliseconds: after a pause of the whole machine the text does not leap on.
_LONGEST = 100


class AutoScroll(QObject):
    """Moves the text on evenly; what is less than a row is kept for the next step.

    Signals:
        moved: rows to scroll by now.
        changed: it runs now, or no more.
    """

    moved = Signal(int)
    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speed = 0.0
        self._rows = 0.0
        self._is_running = False
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_INTERVAL, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self.advance(self._clock.restart()))

    @property
    def is_running(self) -> bool:
        """Whether it was started and not stopped; it may pause."""
        return self._is_running

    @property
    def is_paused(self) -> bool:
        """Whether it runs but rests."""
        return self._is_running and not self._timer.isActive()

    def set_speed(self, rows_per_second: float) -> None:
        """Go faster or slower from now on."""
        self._speed = rows_per_second

    def start(self) -> None:
        """Begin to move."""
        self._rows = 0.0
        self._set_running(True)

    def stop(self) -> None:
        """End for good."""
        self._set_running(False)

    def pause(self) -> None:
        """Rest, or go on."""
        if self.is_paused:
            self._clock.start()
            self._timer.start()
        else:
            self._timer.stop()

    def advance(self, elapsed: int) -> None:
        """Move as far as in so many milliseconds."""
        self._rows += self._speed * min(elapsed, _LONGEST) / 1000
        whole = int(self._rows)
        if whole:
            self._rows -= whole
            self.moved.emit(whole)

    def _set_running(self, is_running: bool) -> None:
        if is_running:
            self._clock.start()
            self._timer.start()
        else:
            self._timer.stop()
        if is_running != self._is_running:
            self._is_running = is_running
            self.changed.emit(is_running)
