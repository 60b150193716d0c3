"""The panel behind "Aa": how the page looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.state.settings import BOUNDS, Settings, ThemeChoice
from reader.ui.icons import icon
from reader.ui.page_fonts import chinese_families
from reader.ui.theme import Theme

_THEME_ICONS = {
    ThemeChoice.SYSTEM: "system",
    ThemeChoice.LIGHT: "light",
    ThemeChoice.SEPIA: "sepia",
    ThemeChoice.DARK: "dark",
}


class PageControls(QFrame):
    """Font, size, line height, column width and theme; each change shows at once on the page.

    Signals:
        setting_requested: the name of a setting, and its new value.
    """

    setting_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self._settings = Settings()
        self._values: dict[str, QLabel] = {}
        self._buttons: dict[str, tuple[QToolButton, QToolButton]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 14, 16, 14)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._family = QComboBox()
        self._family.setAccessibleName(self.tr("Font"))
        self._family.setMaximumWidth(220)
        self._family.activated.connect(self._choose_family)
        self._add(self.tr("Font"), self._family)
        # "{value}" stands for the number.
        self._add_steps("font_size", self.tr("Size"), self.tr("{value} px"))
        self._add_steps("line_height", self.tr("Line height"), self.tr("{value} %"))
        self._add_steps("column_width", self.tr("Column"), self.tr("{value} characters"))
        self._themes = QButtonGroup(self)
        self._theme_buttons: dict[ThemeChoice, QToolButton] = {}
        self._add(self.tr("Theme"), self._made_themes())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for choice, button in self._theme_buttons.items():
            button.setIcon(icon(_THEME_ICONS[choice], theme.text))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self._settings = settings
        for name, label in self._values.items():
            value = getattr(settings, name)
            label.setText(label.property("pattern").format(value=value))
            smaller, larger = self._buttons[name]
            smaller.setEnabled(value > BOUNDS[name].minimum)
            larger.setEnabled(value < BOUNDS[name].maximum)
        self._theme_buttons[settings.theme].setChecked(True)
        if self._family.count():
            self._family.setCurrentIndex(max(0, self._family.findData(settings.font_family)))

    def popup_below(self, widget: QWidget) -> None:
        """Open below a button."""
        if not self._family.count():
            # Asking every font what it can write takes a while on machines with many.
            self._family.addItem(self.tr("Automatic"), "")
            for family in chinese_families():
                self._family.addItem(family, family)
        self.show_settings(self._settings)
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 4))
        self.move(max(0, corner.x()), corner.y())
        self.show()

    def _add(self, label: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        caption = QLabel(label)
        caption.setObjectName("muted")
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(widget, row, 1)

    def _add_steps(self, name: str, label: str, pattern: str) -> None:
        value = QLabel()
        value.setProperty("pattern", pattern)
        value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        value.setMinimumWidth(90)
        smaller = self._step_button("−", self.tr("{setting}: less").format(setting=label), lambda: self._step(name, -1))
        larger = self._step_button("+", self.tr("{setting}: more").format(setting=label), lambda: self._step(name, 1))
        self._values[name] = value
        self._buttons[name] = (smaller, larger)
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(smaller)
        layout.addWidget(value, 1)
        layout.addWidget(larger)
        self._add(label, box)

    def _step_button(self, text: str, label: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAutoRepeat(True)
        button.setToolTip(label)
        button.setAccessibleName(label)
        button.clicked.connect(do)
        return button

    def _made_themes(self) -> QWidget:
        names = {
            ThemeChoice.SYSTEM: self.tr("As the system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.SEPIA: self.tr("Sepia"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        for choice, name in names.items():
            button = QToolButton()
            button.setCheckable(True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, choice=choice: self.setting_requested.emit("theme", choice))
            self._themes.addButton(button)
            self._theme_buttons[choice] = button
            layout.addWidget(button)
        return box

    def _step(self, name: str, direction: int) -> None:
        self.setting_requested.emit(name, getattr(self._settings, name) + direction * BOUNDS[name].step)

    def _choose_family(self) -> None:
        self.setting_requested.emit("font_family", self._family.currentData())
