"""Draws the rows of the results."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model.position import Span
from reader.model.query import Tier
from reader.ui.result_model import PAINTED_ROLE, ResultItem, tier_name
from reader.ui.theme import Theme

_PADDING = 12
#: A row's height in those of the font: an excerpt, and a small line below it.
_ROW = 2.6
#: The share of the row before the hit, in which what leads to it is read.
_LEAD = 0.45

#: Which parts of an excerpt are the hit.
_IS_HIT = (False, True, False)

#: Excerpts whose parts are kept: some screens. Their widths are slow to find out.
_KEPT = 500

# Joined once: it is slow, and a list is painted often.
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_PART = _LINE | Qt.TextFlag.TextDontClip
_GROUP = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
_COUNT = _GROUP | Qt.AlignmentFlag.AlignRight


class ResultDelegate(QStyledItemDelegate):
    """An excerpt with its hit set off; below it the paragraph's number, and how the hit is written if not as typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        #: The row of the hit that the reader stepped to.
        self.current: int | None = None
        self._drawn: dict[tuple[str, Span, int, str], list[tuple[str, int]]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are all alike, so that a list of any length is measured by one."""
        return QSize(80, round(option.fontMetrics.height() * _ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        item = index.data(PAINTED_ROLE)
        if not isinstance(item, ResultItem):
            return
        rect: QRect = option.rect
        painter.save()
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected) and bool(state & QStyle.StateFlag.State_HasFocus)
        is_current = index.row() == self.current
        if is_current or is_selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.raised))
        if is_current:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self.theme.accent))
        if is_selected:
            painter.setPen(QPen(QColor(self.theme.accent)))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        inner = rect.adjusted(_PADDING, 3, -_PADDING, -3)
        if item.count is not None:
            self._paint_group(painter, inner, option.font, item.text, item.count)
        else:
            upper = QRect(inner.left(), inner.top(), inner.width(), round(inner.height() * 0.56))
            self._paint_excerpt(painter, upper, option.font, item)
            lower = QRect(inner.left(), upper.bottom() + 1, inner.width(), inner.bottom() - upper.bottom())
            self._paint_place(painter, lower, option.font, item)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, font: QFont, text: str, count: int) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text))
        number = f"{count:,}"
        room = rect.width() - painter.fontMetrics().horizontalAdvance(number) - _PADDING
        painter.drawText(rect, _GROUP, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(rect, _COUNT, number)

    def _paint_excerpt(self, painter: QPainter, rect: QRect, font: QFont, item: ResultItem) -> None:
        """The hit, as much before it as the lead has room for, and what follows up to the edge."""
        painter.setFont(font)
        x = rect.left()
        for (text, width), is_hit in zip(
            self._parts(painter.fontMetrics(), font.key(), item, rect.width()), _IS_HIT, strict=True
        ):
            box = QRect(x, rect.top(), width, rect.height())
            if is_hit:
                ground = QColor(self.theme.accent)
                ground.setAlphaF(0.2)
                painter.fillRect(box.adjusted(0, 1, 0, -1), ground)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(box, _PART, text)
            x += width

    def _parts(self, metrics: QFontMetrics, font: str, item: ResultItem, room: int) -> list[tuple[str, int]]:
        """What is drawn before, at and behind the hit, and how wide each is."""
        key = (item.text, item.match, room, font)
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            found = self._drawn[key] = _elided(metrics, item, room)
        return found

    def _paint_place(self, painter: QPainter, rect: QRect, font: QFont, item: ResultItem) -> None:
        small = QFont(font)
        small.setPointSizeF(max(6.0, font.pointSizeF() * 0.85))
        painter.setFont(small)
        painter.setPen(QColor(self.theme.muted))
        parts = [] if item.paragraph is None else [f"¶ {item.paragraph + 1:,}"]
        if item.tier is not Tier.EXACT:
            parts.append(tier_name(item.tier))
        painter.drawText(rect, _LINE, "  ·  ".join(parts))


def _elided(metrics: QFontMetrics, item: ResultItem, room: int) -> list[tuple[str, int]]:
    start, end = item.match.start, item.match.end
    lead = metrics.elidedText(item.text[:start], Qt.TextElideMode.ElideLeft, round(room * _LEAD))
    parts, left = [], room
    for text in (lead, item.text[start:end], item.text[end:]):
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, left - 1))
        width = metrics.horizontalAdvance(shown)
        parts.append((shown, width))
        left -= width
    return parts
