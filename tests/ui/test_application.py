"""The application: what the desktop asks of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

from reader.ui.application import ReaderApplication


def test_a_file_that_the_desktop_sends_is_asked_for(qapp: ReaderApplication, qtbot) -> None:
    path = Path("/books/三 国.txt")
    with qtbot.waitSignal(qapp.file_requested) as asked:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    assert asked.args == [path]


def test_says_since_when_it_is_at_work(qapp: ReaderApplication, qtbot) -> None:
    class Watch(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.seen: list[float | None] = []

        def event(self, event: QEvent) -> bool:
            before = qapp.busy_since
            # What an event leads to is still the same work.
            QCoreApplication.sendEvent(QObject(), QEvent(QEvent.Type.User))
            self.seen += [before, qapp.busy_since]
            return True

    assert qapp.busy_since is None
    watch = Watch()
    QCoreApplication.sendEvent(watch, QEvent(QEvent.Type.User))
    assert watch.seen[0] is not None
    assert watch.seen[0] == watch.seen[1]
    assert qapp.busy_since is None
