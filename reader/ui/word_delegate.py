"""Draws the words of a report: how often each stands, and where along the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model.report import PLOT_PARTS, WordReport
from reader.ui.report_rows import WORD_ROLE
from reader.ui.theme import Theme

_PADDING, _GAP = 10, 10
#: The shares of a row for the word and for its count; the plot has the rest.
_WORD, _COUNT = 0.24, 0.08
#: How faint a part is in which the word stands once; it grows with the number.
_FAINTEST = 0.35


class WordDelegate(QStyledItemDelegate):
    """A word, its count, and a strip that stands for the text: darker where the word is more frequent."""

    def __init__(self, theme: Theme, colour_of: Callable[[WordReport], int]) -> None:
        """A delegate; ``colour_of`` gives a word's index into the palette."""
        super().__init__()
        self.theme = theme
        self._colour_of = colour_of

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are all alike."""
        return QSize(200, round(option.fontMetrics.height() * 1.9))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        word = index.data(WORD_ROLE)
        if not isinstance(word, WordReport):
            return
        rect: QRect = option.rect
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, QColor(self.theme.raised))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self.theme.accent))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        plot = plot_box(rect)
        name = QRect(rect.left() + _PADDING, rect.top(), round(rect.width() * _WORD), rect.height())
        painter.setPen(QColor(self.theme.text if word.count else self.theme.muted))
        text = painter.fontMetrics().elidedText(word.text, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, flags, text)
        painter.setPen(QColor(self.theme.muted))
        count = QRect(name.right(), rect.top(), plot.left() - _GAP - name.right(), rect.height())
        painter.drawText(count, flags | Qt.AlignmentFlag.AlignRight, f"{word.count:,}")
        self._paint_plot(painter, plot, word)
        painter.restore()

    def _paint_plot(self, painter: QPainter, box: QRect, word: WordReport) -> None:
        painter.setPen(QPen(QColor(self.theme.line)))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        ink = QColor(self.theme.page.inks[self._colour_of(word)])
        most = max(word.plot, default=0)
        inner = box.adjusted(1, 1, -1, -1)
        for part, count in enumerate(word.plot):
            if count:
                ink.setAlphaF(_FAINTEST + (1 - _FAINTEST) * count / most)
                left = inner.left() + part * inner.width() // PLOT_PARTS
                right = inner.left() + (part + 1) * inner.width() // PLOT_PARTS
                painter.fillRect(QRect(left, inner.top(), max(2, right - left), inner.height()), ink)


def plot_box(rect: QRect) -> QRect:
    """Where the strip of a row is."""
    left = rect.left() + _PADDING + round(rect.width() * (_WORD + _COUNT)) + _GAP
    return QRect(left, rect.top() + 5, max(0, rect.right() - _PADDING - left), rect.height() - 10)


def share_at(rect: QRect, point: QPoint) -> float | None:
    """The share of the text, 0 to 1, that a point of a row's strip stands for; None beside the strip."""
    box = plot_box(rect)
    return (point.x() - box.left()) / max(1, box.width()) if box.contains(point) else None
