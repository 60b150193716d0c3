"""The application: Qt's, with what this program asks of it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Signal
from PySide6.QtGui import QAccessible, QFileOpenEvent
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.ui.icons import application_icon
from reader.ui.input_methods import let_input_methods_in
from reader.ui.lent_environment import give_back_environment
from reader.view.accessible import AccessibleViews

#: Signals by which systems ask a program to end. Windows knows none of them but SIGTERM.
_ENDING = ("SIGTERM", "SIGINT", "SIGHUP")


class ReaderApplication(QApplication):
    """Qt's application for this program.

    Signals:
        file_requested: the path of a file that the desktop wants opened (macOS sends it so).
    """

    file_requested = Signal(Path)

    def __init__(self, arguments: list[str]) -> None:
        let_input_methods_in()
        super().__init__(arguments)
        give_back_environment()
        self.setApplicationName("jianfan-reader")
        self.setApplicationDisplayName("簡繁讀")
        self.setApplicationVersion(__version__)
        self.setDesktopFileName("org.jianfan.reader")
        self.setWindowIcon(application_icon())
        self._busy_since: float | None = None
        self._accessible = AccessibleViews()
        QAccessible.installFactory(self._accessible)

    @property
    def busy_since(self) -> float | None:
        """Since when (``time.monotonic``) an event is being handled, with all that it leads to. For any thread."""
        return self._busy_since

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Hand out an event."""
        if self._busy_since is not None:
            return super().notify(receiver, event)
        self._busy_since = monotonic()
        try:
            return super().notify(receiver, event)
        finally:
            self._busy_since = None

    def event(self, event: QEvent) -> bool:
        """Pass on the files that macOS asks to open."""
        if isinstance(event, QFileOpenEvent):
            self.file_requested.emit(Path(event.file()))
            return True
        return super().event(event)

    def end_on_signals(self) -> None:
        """Close the windows when the system asks the program to end, so that everything is remembered."""
        if sys.platform == "win32":
            return
        # Python runs its handlers when it gets to run at all: what it writes on a signal has to wake Qt up.
        self._wakened, waking = os.pipe()
        for end in (self._wakened, waking):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._wakened, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take_signal)
        for name in _ENDING:
            signal.signal(getattr(signal, name), lambda *_: self.closeAllWindows())

    def _take_signal(self) -> None:
        # Whoever reads what woke Qt up lets Python run the signal's handler.
        os.read(self._wakened, 64)
