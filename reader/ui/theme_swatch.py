"""A theme in small: its ground, its text, a highlight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.ui.theme import Theme

_CARD = QSize(58, 40)
_RING, _ROUNDING = 3.0, 6.0
_ICON = 18
_ICON_RATIOS = (1, 2, 3)

#: A character that looks the same in every script.
_CHARACTER = "文"


def paint_theme(painter: QPainter, box: QRectF, theme: Theme, edge: str) -> None:
    """Paint a small page: a character in ink, part of it on a highlight, with an edge around it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(theme.page.page))
    rounding = min(_ROUNDING, box.height() / 5)
    painter.drawRoundedRect(box, rounding, rounding)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(box.height() * 0.5)))
    painter.setFont(font)
    half = QRectF(box.left(), box.top(), box.width() / 2, box.height())
    if box.width() > box.height() * 1.2:
        size = box.height() * 0.62
        ground = QRectF(0, 0, size, size)
        ground.moveCenter(QRectF(half.translated(half.width(), 0)).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.page.highlights[0]))
        painter.drawRoundedRect(ground.translated(-box.width() * 0.04, 0), 3, 3)
        painter.setPen(QColor(theme.page.ink))
        painter.drawText(ground.translated(-box.width() * 0.04, 0), Qt.AlignmentFlag.AlignCenter, _CHARACTER)
        painter.drawText(half.translated(box.width() * 0.04, 0), Qt.AlignmentFlag.AlignCenter, _CHARACTER)
    else:
        painter.setPen(QColor(theme.page.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _CHARACTER)


def theme_icon(theme: Theme) -> QIcon:
    """A theme as an icon for a menu."""
    made = QIcon()
    for ratio in _ICON_RATIOS:
        pixmap = QPixmap(QSize(_ICON, _ICON) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        paint_theme(painter, QRectF(0.5, 0.5, _ICON - 1, _ICON - 1), theme, theme.muted)
        painter.end()
        made.addPixmap(pixmap)
    return made


class ThemeSwatch(QAbstractButton):
    """A button that shows the theme it stands for, with its name below; a ring around the one that is chosen."""

    def __init__(self, name: str, shown: Callable[[], Theme], around: Theme, parent: QWidget | None = None) -> None:
        """A swatch.

        Args:
            name: of the theme that it stands for.
            shown: gives the theme that it stands for, when it is painted: the reader's own takes a while to make.
            around: the theme of the window.
            parent: owner.
        """
        super().__init__(parent)
        self.setCheckable(True)
        self.setText(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shown = shown
        self._around = around

    def set_shown(self, shown: Callable[[], Theme]) -> None:
        """Stand for other colours."""
        self._shown = shown
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Be drawn in a window of another theme."""
        self._around = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A card and a line of text."""
        metrics = self.fontMetrics()
        width = max(_CARD.width() + 2 * round(_RING), metrics.horizontalAdvance(self.text()) + 4)
        return QSize(width, _CARD.height() + 3 * round(_RING) + metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the ring if it is chosen, and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = self._around
        left = (self.width() - _CARD.width()) / 2
        card = QRectF(left, _RING, _CARD.width(), _CARD.height())
        paint_theme(painter, card.adjusted(0.5, 0.5, -0.5, -0.5), self._shown(), around.muted)
        if self.isChecked():
            painter.setPen(QPen(QColor(around.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(-1.5, -1.5, 1.5, 1.5), _ROUNDING + 1.5, _ROUNDING + 1.5)
        painter.setFont(self.font())
        painter.setPen(QColor(around.text if self.isChecked() or self.underMouse() else around.muted))
        top = round(card.bottom() + _RING)
        caption = QRect(0, top, self.width(), self.height() - top)
        painter.drawText(caption, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(around.accent), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
