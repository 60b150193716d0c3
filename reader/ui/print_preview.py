"""A sheet of paper as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.view.printed_pages import PrintedPages

_LEAST = QSize(300, 400)
_SHADOW = 3


class PrintPreview(QWidget):
    """One sheet, and the way to the next and the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = _Paper()
        self._back = self._button("‹", self.tr("Previous page"), is_on=False)
        self._on = self._button("›", self.tr("Next page"), is_on=True)
        self._number = QLabel()
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._back)
        below.addWidget(self._number)
        below.addWidget(self._on)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._paper, 1)
        layout.addLayout(below)

    def show_pages(self, pages: PrintedPages) -> None:
        """Show the sheet that is there."""
        self._paper.pages = pages
        self.refresh()

    def refresh(self) -> None:
        """Paint again: a picture has come."""
        pages = self._paper.pages
        if pages is not None:
            self._number.setText(self.tr("Page {number}").format(number=f"{pages.number + 1:,}"))
            self._back.setEnabled(pages.number > 0)
            self._on.setEnabled(pages.end < pages.content.document.size)
        self._paper.update()

    def _turn(self, is_on: bool) -> None:
        if self._paper.pages is not None:
            self._paper.pages.turn(is_on)
            self.refresh()

    def _button(self, sign: str, label: str, is_on: bool) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAutoRepeat(True)
        button.setToolTip(label)
        button.setAccessibleName(label)
        button.clicked.connect(lambda: self._turn(is_on))
        return button


class _Paper(QWidget):
    """The paper, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: PrintedPages | None = None
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet on white, whatever the theme: paper is."""
        if self.pages is None:
            return
        size = self.pages.sheet.size
        scale = min((self.width() - 2 * _SHADOW) / size.width(), (self.height() - 2 * _SHADOW) / size.height())
        width, height = size.width() * scale, size.height() * scale
        box = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter = QPainter(self)
        painter.fillRect(box.translated(_SHADOW, _SHADOW), QColor(0, 0, 0, 50))
        painter.fillRect(box, QColor("#ffffff"))
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        painter.scale(scale, scale)
        # What is not there yet is asked for by painting, and comes later.
        self.pages.paint_sheet(painter)
