"""How chapters are found: by rules that fit, by rules that are chosen, or by a regular expression."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from reader.formats.chapter_rules import RULES

_INDENT = 22


class ChapterChoice(QWidget):
    """The three ways, of which one is chosen.

    Signals:
        changed: another way is chosen, or it is another rule or expression.
    """

    changed = Signal()

    def __init__(self, has_rules: bool, parent: QWidget | None = None) -> None:
        """The ways.

        Args:
            has_rules: whether the text is one whose chapters rules find; else its file says what they are.
            parent: owner.
        """
        super().__init__(parent)
        self._fitting = QRadioButton(
            self.tr("By the rules that fit this text") if has_rules else self.tr("As the file says")
        )
        self._by_rules = QRadioButton(self.tr("By these rules:"))
        self._by_pattern = QRadioButton(self.tr("Lines that match this regular expression:"))
        self._rules = {rule.name: QCheckBox(rule.example) for rule in RULES}
        self._counts = {rule.name: QLabel() for rule in RULES}
        self._pattern = QLineEdit()
        self._pattern.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._pattern.setPlaceholderText(r"^第.+[章回]")
        self._pattern.setAccessibleName(self._by_pattern.text())
        self._fault = QLabel()
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.setWordWrap(True)
        self._fault.hide()
        self._lay_out(has_rules)
        for way in (self._fitting, self._by_rules, self._by_pattern):
            way.toggled.connect(self._change)
        for box in self._rules.values():
            box.toggled.connect(self._change)
        self._pattern.textChanged.connect(self._type)

    @property
    def rules(self) -> tuple[str, ...] | None:
        """Names of the rules that are chosen; None for those that fit."""
        if not self._by_rules.isChecked():
            return None
        return tuple(name for name, box in self._rules.items() if box.isChecked())

    @property
    def pattern(self) -> str:
        """The regular expression; empty if another way is chosen."""
        return self._pattern.text() if self._by_pattern.isChecked() else ""

    @property
    def lacks_pattern(self) -> bool:
        """Whether a regular expression is wanted, and none is typed yet."""
        return self._by_pattern.isChecked() and not self._pattern.text()

    def choose(self, rules: tuple[str, ...] | None, pattern: str) -> None:
        """Show what was chosen before."""
        for name, box in self._rules.items():
            # Whoever goes over to rules begins with those that need only the line.
            box.setChecked(name in rules if rules is not None else name != "counted")
        self._pattern.setText(pattern)
        chosen = self._by_pattern if pattern else self._fitting if rules is None else self._by_rules
        chosen.setChecked(True)
        self.setFocusProxy(chosen)
        self._show_way()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many lines each rule finds."""
        for name, count in counts.items():
            self._counts[name].setText(f"{count:,}")

    def show_fault(self, text: str) -> None:
        """Say what is wrong with the regular expression; nothing if nothing is."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))

    def _lay_out(self, has_rules: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._fitting)
        if has_rules:
            layout.addWidget(self._by_rules)
            grid = QGridLayout()
            grid.setContentsMargins(_INDENT, 0, 0, 6)
            for row, (name, box) in enumerate(self._rules.items()):
                self._counts[name].setObjectName("muted")
                grid.addWidget(box, row, 0)
                grid.addWidget(self._counts[name], row, 1, Qt.AlignmentFlag.AlignRight)
            layout.addLayout(grid)
        layout.addWidget(self._by_pattern)
        below = QVBoxLayout()
        below.setContentsMargins(_INDENT, 0, 0, 0)
        below.addWidget(self._pattern)
        below.addWidget(self._fault)
        layout.addLayout(below)
        layout.addStretch(1)

    def _type(self) -> None:
        if self._by_pattern.isChecked():
            self.changed.emit()
        else:
            self._by_pattern.setChecked(True)

    def _change(self) -> None:
        self._show_way()
        sender = self.sender()
        # Of two buttons that change together one speaks.
        if not isinstance(sender, QRadioButton) or sender.isChecked():
            self.changed.emit()

    def _show_way(self) -> None:
        for box in self._rules.values():
            box.setEnabled(self._by_rules.isChecked())
        if not self._by_pattern.isChecked():
            self.show_fault("")
