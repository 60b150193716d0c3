"""Draws the rows of the keyword lists, and tells what in a row is where."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model.keyword_list import HighlightStyle
from reader.ui.icons import icon
from reader.ui.keyword_model import KEYWORD_ROLE, KeywordItem
from reader.ui.theme import Theme

_MARGIN = 10
_INDENT = 14
_SWATCH = 16
_BUTTON = 20
_GAP = 6


class KeywordZone(Enum):
    """What can be clicked in a row."""

    CHEVRON = auto()
    SWATCH = auto()
    TEXT = auto()
    PREVIOUS = auto()
    NEXT = auto()
    SWITCH = auto()
    REMOVE = auto()


#: From the right edge inwards.
_BUTTONS = (KeywordZone.REMOVE, KeywordZone.SWITCH, KeywordZone.NEXT, KeywordZone.PREVIOUS)
_ICONS = {
    KeywordZone.PREVIOUS: "previous",
    KeywordZone.NEXT: "next",
    KeywordZone.REMOVE: "remove",
}


class KeywordDelegate(QStyledItemDelegate):
    """Colour, word, count; and under the mouse or with the focus: previous, next, shown or not, remove."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are all alike, so that a list of any length is measured by one."""
        return QSize(80, max(_BUTTON + 4, round(option.fontMetrics.height() * 1.6)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        item = index.data(KEYWORD_ROLE)
        if not isinstance(item, KeywordItem):
            return
        rect: QRect = option.rect
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected) and bool(state & QStyle.StateFlag.State_HasFocus)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_selected or is_hovered:
            painter.fillRect(rect, QColor(self.theme.raised))
        if is_selected:
            painter.setPen(QPen(QColor(self.theme.accent)))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if item.is_list:
            self._paint_chevron(painter, zone_box(rect, item, KeywordZone.CHEVRON), item.is_folded)
        self._paint_swatch(painter, zone_box(rect, item, KeywordZone.SWATCH), item)
        right = self._paint_buttons(painter, rect, item, is_selected or is_hovered)
        self._paint_words(painter, rect, right, option.font, item)
        painter.restore()

    def _paint_chevron(self, painter: QPainter, box: QRect, is_folded: bool) -> None:
        turned = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
        points = [point if is_folded else QPointF(point.y(), point.x()) for point in turned]
        centre = QPointF(box.center())
        painter.setPen(QPen(QColor(self.theme.muted), 1.5))
        painter.drawPolyline(QPolygonF([centre + point for point in points]))

    def _paint_swatch(self, painter: QPainter, box: QRect, item: KeywordItem) -> None:
        """The colour, in the way in which it colours words."""
        page = self.theme.page
        if item.colour is None:
            return
        square = QRect(0, 0, _SWATCH, _SWATCH)
        square.moveCenter(box.center())
        painter.setOpacity(1.0 if item.is_on else 0.35)
        painter.setPen(QColor(self.theme.line))
        painter.setBrush(QColor(page.highlights[item.colour] if item.style is HighlightStyle.BACKGROUND else page.page))
        painter.drawRoundedRect(square, 3, 3)
        ink = QColor(page.inks[item.colour])
        if item.style is HighlightStyle.UNDERLINE:
            painter.fillRect(square.adjusted(3, 11, -3, -3), ink)
        if item.style is HighlightStyle.TEXT:
            painter.setPen(ink)
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "文")
        painter.setOpacity(1.0)

    def _paint_buttons(self, painter: QPainter, rect: QRect, item: KeywordItem, is_active: bool) -> int:
        """The buttons of the row; where the room for words ends."""
        zones = _BUTTONS if is_active else (KeywordZone.SWITCH,) if not item.is_on else ()
        right = rect.right() - _MARGIN
        for zone in zones:
            box = zone_box(rect, item, zone)
            name = _ICONS.get(zone) or ("shown" if item.is_on else "hidden")
            painter.setOpacity(0.35 if zone in (KeywordZone.PREVIOUS, KeywordZone.NEXT) and not item.is_found else 1.0)
            icon(name, self.theme.muted).paint(painter, box.adjusted(2, 2, -2, -2))
            painter.setOpacity(1.0)
            right = min(right, box.left() - 2)
        return right

    def _paint_words(self, painter: QPainter, rect: QRect, right: int, font: QFont, item: KeywordItem) -> None:
        small = QFont(font)
        small.setPointSizeF(max(6.0, font.pointSizeF() * 0.9))
        painter.setFont(small)
        painter.setPen(QColor(self.theme.muted))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        width = painter.fontMetrics().horizontalAdvance(item.count)
        painter.drawText(QRect(right - width, rect.top(), width + 1, rect.height()), flags, item.count)
        left = zone_box(rect, item, KeywordZone.SWATCH).right() + _GAP
        bold = QFont(font)
        if item.is_list:
            bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text if item.is_on else self.theme.muted))
        room = QRect(left, rect.top(), right - width - _GAP - left, rect.height())
        shown = painter.fontMetrics().elidedText(item.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, shown)
        if item.note and not item.is_list:
            # What is no plain word is underlined with dots.
            width = min(painter.fontMetrics().horizontalAdvance(shown), room.width())
            painter.setPen(QPen(QColor(self.theme.muted), 1, Qt.PenStyle.DotLine))
            painter.drawLine(room.left(), room.bottom() - 3, room.left() + width, room.bottom() - 3)


def zone_box(rect: QRect, item: KeywordItem, zone: KeywordZone) -> QRect:
    """Where a part of a row is, within the row's rectangle."""
    if zone in _BUTTONS:
        right = rect.right() - _MARGIN + 4 - _BUTTONS.index(zone) * (_BUTTON + 2)
        return QRect(right - _BUTTON, rect.center().y() - _BUTTON // 2, _BUTTON, _BUTTON)
    left = rect.left() + _MARGIN
    if zone is KeywordZone.CHEVRON:
        return QRect(left - 6, rect.top(), _INDENT + 4, rect.height()) if item.is_list else QRect()
    if item.is_list or item.is_indented:
        left += _INDENT
    if zone is KeywordZone.SWATCH:
        return QRect(left, rect.top(), _SWATCH + 2, rect.height())
    return QRect(left + _SWATCH + 2, rect.top(), rect.right() - left, rect.height())


def zone_at(rect: QRect, item: KeywordItem, point: QPoint) -> KeywordZone:
    """What of a row is under a point."""
    zones = (*_BUTTONS, KeywordZone.CHEVRON, KeywordZone.SWATCH)
    return next((zone for zone in zones if zone_box(rect, item, zone).contains(point)), KeywordZone.TEXT)
