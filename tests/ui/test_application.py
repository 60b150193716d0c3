"""The application: what the desktop asks of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from reader.ui.application import ReaderApplication


def test_a_file_that_the_desktop_sends_is_asked_for(qapp: ReaderApplication, qtbot) -> None:
    path = Path("/books/三 国.txt")
    with qtbot.waitSignal(qapp.file_requested) as asked:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    assert asked.args == [path]
