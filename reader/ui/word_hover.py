"""Notices when the mouse comes to rest over the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

#: Milliseconds of rest that count as a question, and those in which the mouse may cross over to the answer.
_PAUSE, _GRACE = 500, 350


class WordHover(QObject):
    """Watches a widget for the mouse, while it is switched on.

    Signals:
        rested: the mouse rests; the point of the widget.
        left: the mouse has been moving elsewhere for a moment.
    """

    rested = Signal(QPointF)
    left = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._point = QPointF()
        self._is_on = False
        self._rest = QTimer(self, interval=_PAUSE, singleShot=True)
        self._rest.timeout.connect(lambda: self.rested.emit(self._point))
        self._leave = QTimer(self, interval=_GRACE, singleShot=True)
        self._leave.timeout.connect(self.left)
        widget.installEventFilter(self)

    @property
    def point(self) -> QPointF:
        """Where the mouse was last."""
        return self._point

    def switch(self, is_on: bool) -> None:
        """Watch, or leave the mouse alone."""
        self._is_on = is_on
        if not is_on:
            self.stop()

    def stop(self) -> None:
        """Forget what was about to be said."""
        self._rest.stop()
        self._leave.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse; it is not held up."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._point = event.position()
            if self._is_on and event.buttons() == Qt.MouseButton.NoButton:
                self._rest.start()
                if not self._leave.isActive():
                    self._leave.start()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self._rest.stop()
        return super().eventFilter(watched, event)
