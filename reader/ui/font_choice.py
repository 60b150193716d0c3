"""A choice among the fonts that are installed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

_WIDTH = 200


class FontChoice(QComboBox):
    """A font by its name, or none in particular. The fonts are looked up when they are first wanted.

    Signals:
        requested: the name of a font; empty for none in particular.
    """

    requested = Signal(str)

    def __init__(
        self, label: str, automatic: str, families: Callable[[], list[str]], parent: QWidget | None = None
    ) -> None:
        """A choice.

        Args:
            label: what the font is for.
            automatic: what it is called if there is none in particular.
            families: names the fonts; this takes a while on machines with many.
            parent: owner.
        """
        super().__init__(parent)
        self._automatic = automatic
        self._families = families
        self._family = ""
        self.setAccessibleName(label)
        self.setMaximumWidth(_WIDTH)
        self.activated.connect(lambda _: self.requested.emit(self.currentData()))

    def show_family(self, family: str) -> None:
        """Show what is chosen."""
        self._family = family
        if self.count():
            self.setCurrentIndex(max(0, self.findData(family)))

    def fill(self) -> None:
        """Look the fonts up, if that has not been done."""
        if not self.count():
            self.addItem(self._automatic, "")
            for family in self._families():
                self.addItem(family, family)
        self.show_family(self._family)
