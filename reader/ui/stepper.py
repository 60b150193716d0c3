"""A number that is made larger and smaller by steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reader.state.settings import Bounds

_VALUE_WIDTH = 84


class Stepper(QWidget):
    """Shows a number between two buttons.

    Signals:
        requested: the number that is wanted, one step away.
    """

    requested = Signal(int)

    def __init__(self, label: str, bounds: Bounds, pattern: str, scale: int = 1, parent: QWidget | None = None) -> None:
        """A stepper.

        Args:
            label: what the number is.
            bounds: of the number.
            pattern: how it is shown; ``{value}`` stands for it.
            scale: what it is divided by to be shown.
            parent: owner.
        """
        super().__init__(parent)
        self._bounds = bounds
        self._pattern = pattern
        self._scale = scale
        self._number = bounds.minimum
        self._value = QLabel()
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._value.setMinimumWidth(_VALUE_WIDTH)
        self._less = self._button("−", self.tr("{setting}: less").format(setting=label), -1)
        self._more = self._button("+", self.tr("{setting}: more").format(setting=label), +1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._less)
        layout.addWidget(self._value, 1)
        layout.addWidget(self._more)

    def show_number(self, number: int) -> None:
        """Show a number; at a bound there is no way on."""
        self._number = number
        self._value.setText(self._pattern.format(value=f"{number / self._scale:g}"))
        self._less.setEnabled(number > self._bounds.minimum)
        self._more.setEnabled(number < self._bounds.maximum)

    @property
    def text(self) -> str:
        """The number as it is shown."""
        return self._value.text()

    def _button(self, sign: str, label: str, direction: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAutoRepeat(True)
        button.setToolTip(label)
        button.setAccessibleName(label)
        button.clicked.connect(lambda: self.requested.emit(self._number + direction * self._bounds.step))
        return button
