"""Asks before a link is followed out of the document."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reader.ui.link_target import LinkTarget

_WIDTH = 480
#: Lines of an address that are shown at once; a longer one scrolls.
_FEWEST_LINES, _MOST_LINES = 2, 8
#: The pixels of its frame.
_FRAME = 18


class LinkDialog(QDialog):
    """Shows where a link leads, whole and plain: open, copy, or leave it.

    Signals:
        open_requested: the link is to be opened by the system.
    """

    open_requested = Signal()

    def __init__(self, target: LinkTarget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = target
        self.setWindowTitle(self.tr("Write a mail?") if target.is_mail else self.tr("Open a web page?"))
        site = _label(target.site)
        site.setObjectName("title")
        what = _label(self.tr("Your mail program opens.") if target.is_mail else self.tr("Your browser opens."))
        self._address = QPlainTextEdit(target.text)
        self._address.setReadOnly(True)
        self._address.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._address.setTabChangesFocus(True)
        self._address.setAccessibleName(self.tr("The whole address"))
        self._address.setFixedHeight(self._needed_height())
        self._buttons = QDialogButtonBox()
        self._open = QPushButton(self.tr("Open"))
        self._copy = QPushButton(self.tr("Copy the address"))
        self._buttons.addButton(self._open, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._open.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._copy.clicked.connect(self._put_on_clipboard)
        self.accepted.connect(self.open_requested)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(site)
        for note in self._notes():
            layout.addWidget(_label(note))
        layout.addWidget(self._address)
        layout.addWidget(what)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)
        self._open.setFocus()

    def _notes(self) -> list[str]:
        """What deserves a second look."""
        target = self._target
        notes = []
        if target.decoy:
            text = self.tr("“{name}” before the @ is not the site. The site is {site}.")
            notes.append(text.format(name=target.decoy, site=target.site))
        if target.other_name:
            text = self.tr("The same name in other letters: {name}")
            notes.append(text.format(name=target.other_name))
        return notes

    def _needed_height(self) -> int:
        metrics = QFontMetrics(self._address.font())
        lines = -(-metrics.horizontalAdvance(self._target.text) // (_WIDTH - 3 * _FRAME))
        return max(_FEWEST_LINES, min(lines, _MOST_LINES)) * metrics.lineSpacing() + _FRAME

    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._target.url)
        self.reject()


def _label(text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    return label
