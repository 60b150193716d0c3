"""The panel behind "Aa": how the page looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from reader.convert.annotation import Annotated
from reader.model.page_mode import PageMode
from reader.state.settings import BOUNDS, PhoneticsChoice, Settings, Typeface, WritingChoice
from reader.ui.font_choice import FontChoice
from reader.ui.page_fonts import chinese_families, latin_families
from reader.ui.stepper import Stepper
from reader.ui.theme import Theme
from reader.ui.theme_grid import ThemeGrid

#: Columns of the panel: caption and control, twice.
_COLUMNS = 4


class PageControls(QFrame):
    """Theme, fonts and measures of the page; each change shows at once on the page.

    Attributes:
        themes: the part that shows the themes.

    Signals:
        setting_requested: the name of a setting, and its new value.
        reset_requested: the typography is to be as it was at first.
    """

    setting_requested = Signal(str, object)
    reset_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self._settings = Settings()
        self._steppers: dict[str, Stepper] = {}
        self._fonts: dict[str, FontChoice] = {}
        self._switches: dict[str, QCheckBox] = {}
        self._segments: dict[str, dict[object, QToolButton]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(18, 16, 18, 14)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(2, 80)
        self.themes = ThemeGrid(theme)
        self._add_wide(self.themes)
        self._add_rule()
        modes = {
            PageMode.SCROLLED: self.tr("Scroll"),
            PageMode.PAGED: self.tr("Pages"),
            PageMode.SINGLE: self.tr("Single page"),
            PageMode.FACING: self.tr("Two pages"),
        }
        typefaces = {Typeface.SERIF: self.tr("Serif"), Typeface.SANS: self.tr("Sans")}
        self._add(self.tr("Layout"), self._made_segments("page_mode", modes), 0, span=_COLUMNS - 1)
        self._add(self.tr("Typeface"), self._made_segments("typeface", typefaces), 0)
        self._add_font("latin_family", self.tr("Latin"), self.tr("As Chinese"), 2)
        self._add_font("simplified_family", self.tr("Simplified"), self.tr("Automatic"), 0)
        self._add_font("traditional_family", self.tr("Traditional"), self.tr("Automatic"), 2)
        # "{value}" stands for the number.
        self._add_stepper("font_size", self.tr("Size"), self.tr("{value} px"), 0)
        self._add_stepper("font_weight", self.tr("Weight"), "{value}", 2)
        self._add_stepper("line_height", self.tr("Line height"), self.tr("{value} %"), 0)
        self._add_stepper("column_width", self.tr("Column"), self.tr("{value} characters"), 2)
        self._add_stepper("paragraph_indent", self.tr("Indent"), self.tr("{value} characters"), 0)
        self._add_stepper("paragraph_gap", self.tr("Paragraph gap"), self.tr("{value} lines"), 2, scale=100)
        self._add_stepper("margin", self.tr("Margins"), self.tr("{value} characters"), 0, scale=100)
        writings = {
            WritingChoice.BOOK: self.tr("As the book"),
            WritingChoice.HORIZONTAL: self.tr("Horizontal"),
            WritingChoice.VERTICAL: self.tr("Vertical"),
        }
        self._add(self.tr("Writing"), self._made_segments("writing", writings), 2)
        annotated = {
            Annotated.NONE: self.tr("None"),
            Annotated.RARE: self.tr("Rare"),
            Annotated.ALL: self.tr("All"),
        }
        phonetics = {
            PhoneticsChoice.SCRIPT: self.tr("As the script"),
            PhoneticsChoice.PINYIN: self.tr("Pinyin"),
            PhoneticsChoice.ZHUYIN: self.tr("Zhuyin"),
        }
        self._add(self.tr("Readings"), self._made_segments("annotated", annotated), 0)
        self._add(self.tr("In"), self._made_segments("phonetics", phonetics), 2)
        self._add_switch("is_justified", self.tr("Lines of one length"), 0)
        self._add_switch("hangs", self.tr("Hanging punctuation"), 2)
        reset = QPushButton(self.tr("As at first"))
        reset.setToolTip(self.tr("Fonts and measures as they were at first"))
        reset.clicked.connect(self.reset_requested)
        self._grid.addWidget(reset, self._row(2), 3, Qt.AlignmentFlag.AlignRight)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.themes.set_theme(theme)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self._settings = settings
        for name, stepper in self._steppers.items():
            stepper.show_number(getattr(settings, name))
        for name, choice in self._fonts.items():
            choice.show_family(getattr(settings, name))
        for name, switch in self._switches.items():
            switch.setChecked(getattr(settings, name))
        for name, buttons in self._segments.items():
            buttons[getattr(settings, name)].setChecked(True)

    def popup_below(self, widget: QWidget) -> None:
        """Open below a button, within the screen."""
        for choice in self._fonts.values():
            choice.fill()
        self.show_settings(self._settings)
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 4))
        screen = widget.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() + 1 - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() + 1 - self.height()))
        self.move(x, y)
        self.show()

    def _row(self, column: int) -> int:
        """The row for a control in a column: a new one, unless the one at the foot has room there."""
        last = self._grid.rowCount() - 1
        is_free = column > 0 and self._grid.itemAtPosition(last, column) is None
        return last if is_free else last + 1

    def _add(self, label: str, widget: QWidget, column: int, span: int = 1) -> None:
        row = self._row(column)
        caption = QLabel(label)
        caption.setObjectName("muted")
        self._grid.addWidget(caption, row, column)
        self._grid.addWidget(widget, row, column + 1, 1, span)

    def _add_wide(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._row(0), 0, 1, _COLUMNS)

    def _add_rule(self) -> None:
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self._add_wide(rule)

    def _add_font(self, name: str, label: str, automatic: str, column: int) -> None:
        families = latin_families if name == "latin_family" else chinese_families
        choice = FontChoice(label, automatic, families)
        choice.requested.connect(lambda family: self.setting_requested.emit(name, family))
        self._fonts[name] = choice
        self._add(label, choice, column)

    def _add_stepper(self, name: str, label: str, pattern: str, column: int, scale: int = 1) -> None:
        stepper = Stepper(label, BOUNDS[name], pattern, scale)
        stepper.requested.connect(lambda value: self.setting_requested.emit(name, value))
        self._steppers[name] = stepper
        self._add(label, stepper, column)

    def _add_switch(self, name: str, label: str, column: int) -> None:
        switch = QCheckBox(label)
        switch.clicked.connect(lambda is_on: self.setting_requested.emit(name, is_on))
        self._switches[name] = switch
        self._grid.addWidget(switch, self._row(column), column, 1, 2)

    def _made_segments(self, name: str, choices: Mapping[Any, str]) -> QWidget:
        """Buttons of which one is pressed, for a setting that takes one of a few values."""
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        group = QButtonGroup(box)
        self._segments[name] = {}
        for value, label in choices.items():
            button = QToolButton()
            button.setObjectName("segment")
            button.setText(label)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, value=value: self.setting_requested.emit(name, value))
            group.addButton(button)
            self._segments[name][value] = button
            layout.addWidget(button)
        layout.addStretch(1)
        return box
