"""Several panels in one place, of which one is seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget


class SidePanel(QWidget):
    """A row of names, and the panel whose name is pressed."""

    def __init__(self, pages: Sequence[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        """Panels with their names; the first is seen."""
        super().__init__(parent)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._buttons: dict[QWidget, QToolButton] = {}
        names = QHBoxLayout()
        names.setContentsMargins(8, 8, 8, 0)
        names.setSpacing(2)
        for name, page in pages:
            button = QToolButton()
            button.setObjectName("tab")
            button.setText(name)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, page=page: self.show_page(page))
            self._group.addButton(button)
            self._buttons[page] = button
            self._stack.addWidget(page)
            names.addWidget(button)
        names.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(names)
        layout.addWidget(self._stack, 1)
        self._buttons[self.page].setChecked(True)

    @property
    def page(self) -> QWidget:
        """The panel that is seen, if the whole is."""
        page = self._stack.currentWidget()
        assert page is not None
        return page

    def show_page(self, page: QWidget) -> None:
        """Let a panel be seen."""
        self._buttons[page].setChecked(True)
        self._stack.setCurrentWidget(page)

    def set_offered(self, page: QWidget, is_offered: bool) -> None:
        """Show or hide a panel's name; of a panel that is seen itself, another has to be shown first."""
        self._buttons[page].setVisible(is_offered)


def side_pages(keywords: QWidget, suggestions: QWidget, results: QWidget) -> list[tuple[str, QWidget]]:
    """The panels at the right side of the window, with their names."""
    return [
        (QCoreApplication.translate("SidePanel", "Words"), keywords),
        (QCoreApplication.translate("SidePanel", "Suggestions"), suggestions),
        (QCoreApplication.translate("SidePanel", "Results"), results),
    ]
