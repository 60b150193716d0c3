"""One coloured word in its panel."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from reader.model.highlight import PALETTE_SIZE, HighlightRule
from reader.ui.icons import icon
from reader.ui.theme import Theme

_SWATCH = 16


class KeywordRow(QWidget):
    """Colour, word, count, previous, next, shown or not, remove.

    Keys, when the row has the focus: Enter and Shift+Enter step, Space shows or hides, Delete removes.

    Signals:
        remove_requested: the word is to go.
        switch_requested: whether it is to be shown.
        recolour_requested: index of a colour.
        step_requested: to the next match (True) or the previous one.
    """

    remove_requested = Signal()
    switch_requested = Signal(bool)
    recolour_requested = Signal(int)
    step_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule: HighlightRule | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._swatch = self._button(self.tr("Change the colour"))
        self._swatch.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._colours = QMenu(self._swatch)
        self._swatch.setMenu(self._colours)
        self._fill_colours()
        self._word = QLabel()
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        self._word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._count = QLabel()
        self._count.setObjectName("muted")
        self._previous = self._button(self.tr("Previous match (Shift+F3)"))
        self._previous.clicked.connect(lambda: self.step_requested.emit(False))
        self._next = self._button(self.tr("Next match (F3)"))
        self._next.clicked.connect(lambda: self.step_requested.emit(True))
        self._switch = self._button(self.tr("Show or hide the colour"))
        self._switch.setCheckable(True)
        self._switch.clicked.connect(self.switch_requested)
        self._remove = self._button(self.tr("Remove the word"))
        self._remove.clicked.connect(lambda: self.remove_requested.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self._swatch)
        layout.addSpacing(4)
        layout.addWidget(self._word, 1)
        for widget in (self._count, self._previous, self._next, self._switch, self._remove):
            layout.addWidget(widget)

    def show_rule(self, rule: HighlightRule, theme: Theme) -> None:
        """Show a word in the theme's colours."""
        self._rule = rule
        self._word.setText(rule.text)
        self._word.setEnabled(rule.is_on)
        self.setAccessibleName(rule.text)
        self._swatch.setIcon(_swatch(theme.page.highlights[rule.colour], theme.line))
        for action, colour in zip(self._colours.actions(), theme.page.highlights, strict=True):
            action.setIcon(_swatch(colour, theme.line))
        self._previous.setIcon(icon("previous", theme.muted))
        self._next.setIcon(icon("next", theme.muted))
        self._remove.setIcon(icon("remove", theme.muted))
        self._switch.setIcon(icon("shown" if rule.is_on else "hidden", theme.muted))
        self._switch.setChecked(rule.is_on)
        if not rule.is_on:
            self._count.setText("")

    def show_count(self, count: int, is_complete: bool, rank: int | None = None) -> None:
        """Show how often the word occurs, so far or in all, and which of its matches (from 0) the reader is at."""
        if self._rule is not None and self._rule.is_on:
            place = "" if rank is None else f"{rank + 1:,}/"
            self._count.setText(f"{place}{count:,}" if is_complete else f"{place}{count:,}…")
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a row."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_requested.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif key == Qt.Key.Key_Space and self._rule is not None:
            self.switch_requested.emit(not self._rule.is_on)
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def _fill_colours(self) -> None:
        for colour in range(PALETTE_SIZE):
            action = QAction(self.tr("Colour {number}").format(number=colour + 1), self._colours)
            action.triggered.connect(lambda _=False, colour=colour: self.recolour_requested.emit(colour))
            self._colours.addAction(action)

    def _button(self, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("small")
        button.setIconSize(QSize(_SWATCH, _SWATCH))
        button.setToolTip(label)
        button.setAccessibleName(label)
        return button


def _swatch(colour: str, line: str) -> QIcon:
    """A rounded square of a colour."""
    pixmap = QPixmap(QSize(_SWATCH, _SWATCH) * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(line))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(3, 3, 2 * _SWATCH - 6, 2 * _SWATCH - 6, 7, 7)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)
