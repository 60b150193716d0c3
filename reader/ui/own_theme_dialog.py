"""Choosing colours for a theme of one's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.state.settings import Settings
from reader.ui.contrast import READING, TEXT, contrast
from reader.ui.own_theme import own_theme
from reader.ui.theme import Theme

_CHIP = QSize(28, 16)
_SAMPLE_SIZE = 22
_PADDING = 14


class OwnThemeDialog(QDialog):
    """Shows three colours, a page in them, and how well that is read."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """A dialog that begins with the colours of ``settings``."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("My colours"))
        self._buttons: dict[str, ColourButton] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for name, label, colour in (
            ("page", self.tr("Background"), settings.own_page),
            ("ink", self.tr("Text"), settings.own_ink),
            ("accent", self.tr("Selection and accents"), settings.own_accent),
        ):
            button = ColourButton(label, colour)
            button.changed.connect(self._show)
            self._buttons[name] = button
            form.addRow(label, button)
        self._sample = _Sample(self.theme)
        self._verdict = QLabel()
        self._verdict.setTextFormat(Qt.TextFormat.PlainText)
        self._verdict.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Use these colours"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self._sample)
        layout.addWidget(self._verdict)
        layout.addWidget(buttons)
        self._show()

    @property
    def colours(self) -> tuple[str, str, str]:
        """Background, text and accent, as chosen."""
        return self._buttons["page"].colour, self._buttons["ink"].colour, self._buttons["accent"].colour

    @property
    def theme(self) -> Theme:
        """The theme that the colours make."""
        return own_theme(*self.colours)

    @property
    def verdict(self) -> str:
        """What is said of the colours."""
        return self._verdict.text()

    def _show(self) -> None:
        self._sample.show_theme(self.theme)
        page, ink, _ = self.colours
        self._verdict.setText(contrast_verdict(contrast(page, ink)))


def contrast_verdict(ratio: float) -> str:
    """A sentence about a contrast of text and background, by the levels of WCAG 2.1."""
    if ratio >= READING:
        text = QCoreApplication.translate("OwnThemeDialog", "Contrast {ratio} to 1: comfortable for long reading.")
    elif ratio >= TEXT:
        text = QCoreApplication.translate(
            "OwnThemeDialog", "Contrast {ratio} to 1: readable, but 7 to 1 is easier on the eye for long reading."
        )
    else:
        text = QCoreApplication.translate(
            "OwnThemeDialog",
            "Contrast {ratio} to 1: hard to read. Let the text and the background differ more in lightness.",
        )
    # Rounded down: 6.96 is not yet 7.
    return text.format(ratio=f"{int(ratio * 10) / 10:.1f}")


class ColourButton(QPushButton):
    """Shows a colour, and lets the reader choose another one.

    Signals:
        changed: another colour is chosen.
    """

    changed = Signal()

    def __init__(self, label: str, colour: str, parent: QWidget | None = None) -> None:
        """A button.

        Args:
            label: what the colour is for.
            colour: ``#rrggbb``.
            parent: owner.
        """
        super().__init__(parent)
        self._label = label
        self.setAccessibleName(label)
        self.setIconSize(_CHIP)
        self.colour = colour
        self.set_colour(colour)
        self.clicked.connect(self._choose)

    def set_colour(self, colour: str) -> None:
        """Show a colour, ``#rrggbb``."""
        self.colour = colour
        chip = QPixmap(_CHIP)
        chip.fill(QColor(colour))
        painter = QPainter(chip)
        painter.setPen(QColor("#808080"))
        painter.drawRect(0, 0, _CHIP.width() - 1, _CHIP.height() - 1)
        painter.end()
        self.setIcon(QIcon(chip))
        self.setText(colour.upper())
        self.changed.emit()

    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.colour), self, self._label)
        if chosen.isValid():
            self.set_colour(chosen.name())


class _Sample(QWidget):
    """A few lines in the colours of a theme: text, a highlight, a selection, text that steps back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines of sixteen characters."""
        return QSize(16 * _SAMPLE_SIZE + 2 * _PADDING, round(3 * 1.7 * _SAMPLE_SIZE) + 2 * _PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = self._theme.page
        painter.setPen(QColor(self._theme.line))
        painter.setBrush(QColor(page.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        font = self.font()
        font.setPixelSize(_SAMPLE_SIZE)
        painter.setFont(font)
        pieces = (
            (self.tr("Text as it is read, "), page.ink, None),
            (self.tr("a coloured word, "), page.ink, page.highlights[0]),
            (self.tr("a selection, "), page.ink, page.selection),
            (self.tr("and what steps back."), page.secondary, None),
        )
        x, y = float(_PADDING), float(_PADDING)
        slot = 1.7 * _SAMPLE_SIZE
        metrics = painter.fontMetrics()
        for text, ink, ground in pieces:
            width = metrics.horizontalAdvance(text)
            if x > _PADDING and x + width > self.width() - _PADDING:
                x, y = float(_PADDING), y + slot
            box = QRectF(x, y, width, slot)
            if ground is not None:
                painter.fillRect(box.adjusted(0, 4, 0, -4), QColor(ground))
            painter.setPen(QColor(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            x += width
