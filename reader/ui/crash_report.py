"""What happens when the program itself is at fault: the error is written down and shown, and reading goes on."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reader import __version__

#: A log larger than this is begun anew, with the one before kept beside it.
_LARGEST_LOG = 1 << 20


def report_text(error: BaseException) -> str:
    """An error with all that is needed to find its cause; nothing of the text that is read."""
    system = f"Jianfan Reader {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{system}\n\n{''.join(traceback.format_exception(error))}"


def write_log(path: Path, text: str) -> bool:
    """Add a report to the log; False if it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST_LOG:
            path.replace(path.with_suffix(".old"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{text}\n")
    except OSError:
        return False
    return True


class CrashReports(QObject):
    """Takes every error that nobody expected, from any thread, and shows the first one of its kind.

    Signals:
        reported: the report's text, on the GUI thread.
    """

    reported = Signal(str)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log
        self._known: set[str] = set()

    def install(self) -> None:
        """Take over what Python would print of errors that nothing caught."""
        sys.excepthook = self._hook
        threading.excepthook = lambda caught: self.report(caught.exc_value) if caught.exc_value else None

    def uninstall(self) -> None:
        """Give back to Python what was taken over."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(self, error: BaseException) -> None:
        """Write an error down, and show it unless one with the same cause was shown already."""
        text = report_text(error)
        write_log(self.log, text)
        if sys.stderr is not None:
            sys.stderr.write(text)
        cause = f"{type(error).__name__} {traceback.extract_tb(error.__traceback__)[-1:]}"
        if cause not in self._known:
            self._known.add(cause)
            self.reported.emit(text)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error)


class CrashDialog(QDialog):
    """Says that something went wrong, with the report to copy."""

    def __init__(self, text: str, log: Path, copy: Callable[[str], None], parent: QWidget | None = None) -> None:
        """A dialog.

        Args:
            text: the report.
            log: the file that holds it too.
            copy: puts a text on the clipboard.
            parent: owner.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        sentence = QLabel(
            self.tr(
                "A part of the program failed. Your file is unharmed and your place is kept; you can read on. "
                "If it happens again, send this report to the makers. It is also in {log}."
            ).format(log=log)
        )
        sentence.setWordWrap(True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        report = QPlainTextEdit(text)
        report.setReadOnly(True)
        report.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy_button = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy_button.clicked.connect(lambda: copy(text))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(sentence)
        layout.addWidget(report, 1)
        layout.addWidget(buttons)
        self.resize(640, 420)
