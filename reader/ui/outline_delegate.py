"""Draws the rows of the outline."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.outline_model import ITEM_ROLE, OutlineItem
from reader.ui.theme import Theme

_PADDING = 12
_STEP = 14
_GAP = 8
#: Bars at a row's right end: pixels across, the highest, and how many at most.
_BAR, _BAR_HEIGHT, _MOST_BARS = 3, 12, 5
#: The width at a row's left end in which a click folds the section.
CHEVRON = 22
#: Rows of which it is known what was painted: some screens.
_KEPT = 500

# Joined once: it is slow, and a list is painted often.
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_NUMBER = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class OutlineDelegate(QStyledItemDelegate):
    """A heading stands bold and stepped by its level; a paragraph has its number before its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        #: What was painted last in a row.
        self.painted: dict[int, OutlineItem] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are all alike, so that a list of any length is measured by one."""
        return QSize(80, round(option.fontMetrics.height() * 1.75))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        item = index.data(ITEM_ROLE)
        if not isinstance(item, OutlineItem):
            return
        if len(self.painted) >= _KEPT:
            self.painted.clear()
        self.painted[index.row()] = item
        rect: QRect = option.rect
        state = option.state
        painter.save()
        is_selected = bool(state & QStyle.StateFlag.State_Selected) and bool(state & QStyle.StateFlag.State_HasFocus)
        if item.is_current or is_selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.raised))
        if item.is_current:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self.theme.accent))
        if is_selected:
            painter.setPen(QPen(QColor(self.theme.accent)))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if item.level:
            self._paint_heading(painter, rect, option.font, item)
        else:
            self._paint_paragraph(painter, rect, option.font, item)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, font: QFont, item: OutlineItem) -> None:
        rect = self._paint_marks(painter, rect, font, item)
        left = rect.left() + CHEVRON + _STEP * (min(item.level, 3) - 1)
        if item.is_open is not None:
            self._paint_chevron(painter, QPointF(rect.left() + CHEVRON / 2 + 1, rect.center().y()), item.is_open)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text))
        _draw_elided(painter, QRect(left, rect.top(), rect.right() - left - _PADDING, rect.height()), item.text)

    def _paint_paragraph(self, painter: QPainter, rect: QRect, font: QFont, item: OutlineItem) -> None:
        rect = self._paint_marks(painter, rect, font, item)
        small = QFont(font)
        small.setPointSizeF(max(6.0, font.pointSizeF() * 0.85))
        number = str(item.paragraph + 1)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.muted))
        width = max(painter.fontMetrics().horizontalAdvance("000"), painter.fontMetrics().horizontalAdvance(number))
        box = QRect(rect.left() + _PADDING, rect.top(), width, rect.height())
        painter.drawText(box, _NUMBER, number)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text if item.is_current else self.theme.muted))
        left = box.right() + _GAP
        _draw_elided(painter, QRect(left, rect.top(), rect.right() - left - _PADDING, rect.height()), item.text)

    def _paint_marks(self, painter: QPainter, rect: QRect, font: QFont, item: OutlineItem) -> QRect:
        """Bars in the colours of the words there, one for hits; beside a heading how many. What remains of the row."""
        marks, page = item.marks, self.theme.page
        bars = [(page.found, 1.0)] if marks.hits else []
        bars += [(page.inks[colour], share) for colour, share in marks.colours[: _MOST_BARS - len(bars)]]
        if not bars:
            return rect
        right = rect.right() - _PADDING
        if item.level:
            small = QFont(font)
            small.setPointSizeF(max(6.0, font.pointSizeF() * 0.85))
            painter.setFont(small)
            painter.setPen(QColor(page.found if marks.hits else self.theme.muted))
            count = f"{marks.hits or marks.words:,}"
            width = painter.fontMetrics().horizontalAdvance(count)
            box = QRect(right - width, rect.top(), width + 1, rect.height())
            painter.drawText(box, _LINE, count)
            right -= width + _GAP // 2
        for colour, share in reversed(bars):
            height = round(_BAR_HEIGHT * (0.4 + 0.6 * share))
            bottom = rect.center().y() + _BAR_HEIGHT // 2
            painter.fillRect(QRect(right - _BAR + 1, bottom - height, _BAR, height), QColor(colour))
            right -= _BAR + 2
        return rect.adjusted(0, 0, right + _GAP - rect.right(), 0)

    def _paint_chevron(self, painter: QPainter, centre: QPointF, is_open: bool) -> None:
        turned = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
        points = [QPointF(point.y(), point.x()) if is_open else point for point in turned]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.muted), 1.5))
        painter.drawPolyline(QPolygonF([centre + point for point in points]))


def _draw_elided(painter: QPainter, rect: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _LINE, shown)
