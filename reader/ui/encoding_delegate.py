"""Draws the rows of the choice of encodings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.theme import Theme

#: Where a list's item keeps its ``EncodingRow``.
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

_PADDING = 12
_MARK = 20
_ABOVE = 7


@dataclass(frozen=True, slots=True)
class EncodingRow:
    """A row.

    Attributes:
        encoding: what is asked for; None for the one that is detected.
        name: of the encoding.
        note: what is to be said of it.
        lines: how the file begins in it.
        is_present: whether the file is shown in it.
        is_legible: whether most of it can be read.
    """

    encoding: str | None
    name: str
    note: str
    lines: tuple[str, ...] = ()
    is_present: bool = False
    is_legible: bool = True


class EncodingDelegate(QStyledItemDelegate):
    """The name and what is said of it in one line, the beginning of the file below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its lines."""
        row = index.data(ROW_ROLE)
        lines = 1 + (len(row.lines) if isinstance(row, EncodingRow) else 0)
        return QSize(80, lines * _line_height(option) + 2 * _ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, EncodingRow):
            return
        painter.save()
        rect: QRect = option.rect
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, QColor(self.theme.raised))
        height = _line_height(option)
        line = QRect(rect.left() + _MARK + _PADDING, rect.top() + _ABOVE, rect.width() - _MARK - 2 * _PADDING, height)
        if row.is_present:
            painter.setPen(QColor(self.theme.accent))
            painter.drawText(QRect(rect.left() + _PADDING, line.top(), _MARK, height), _CENTRED, "✓")
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(line, _CENTRED, row.name)
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(line, _CENTRED | Qt.AlignmentFlag.AlignRight, row.note)
        if row.is_legible:
            painter.setPen(QColor(self.theme.text))
        for number, text in enumerate(row.lines, start=1):
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line.translated(0, number * height), _CENTRED, shown)
        painter.restore()


_CENTRED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def _line_height(option: QStyleOptionViewItem) -> int:
    return round(option.fontMetrics.height() * 1.35)
