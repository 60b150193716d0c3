"""The panel of the coloured words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from reader.model.highlight import HighlightRule
from reader.search.occurrences import Occurrence, Occurrences
from reader.ui.keyword_row import KeywordRow
from reader.ui.theme import Theme


class KeywordsPanel(QWidget):
    """A line to add a word, and a row for each word.

    Signals:
        add_requested: a word that was typed.
        remove_requested: index of a word.
        switch_requested: index, and whether it is to be shown.
        recolour_requested: index, and the colour's index in the palette.
        step_requested: index, and whether forwards.
    """

    add_requested = Signal(str)
    remove_requested = Signal(int)
    switch_requested = Signal(int, bool)
    recolour_requested = Signal(int, int)
    step_requested = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[KeywordRow] = []
        self._rules: tuple[HighlightRule, ...] = ()
        self._entry = QLineEdit()
        self._entry.setPlaceholderText(self.tr("Add a word"))
        self._entry.setAccessibleName(self.tr("Add a word"))
        self._entry.returnPressed.connect(self._add)
        self._hint = QLabel(self.tr("Select a word in the text and press Ctrl+H to colour it wherever it occurs."))
        self._hint.setObjectName("muted")
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setContentsMargins(4, 4, 4, 4)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(8, 0, 8, 8)
        self._list.setSpacing(2)
        self._list.addWidget(self._hint)
        self._list.addStretch(1)
        body = QWidget()
        body.setLayout(self._list)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        box = QVBoxLayout()
        box.setContentsMargins(8, 8, 8, 0)
        box.addWidget(self._entry)
        layout.addLayout(box)
        layout.addWidget(area, 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for row, rule in zip(self._rows, self._rules, strict=True):
            row.show_rule(rule, theme)

    def set_rules(self, rules: Sequence[HighlightRule]) -> None:
        """Show these words."""
        self._rules = tuple(rules)
        while len(self._rows) > len(rules):
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(rules):
            self._rows.append(self._made_row(len(self._rows)))
        for row, rule in zip(self._rows, self._rules, strict=True):
            row.show_rule(rule, self._theme)
        self._hint.setVisible(not rules)

    def set_occurrences(self, occurrences: Occurrences, current: Occurrence | None) -> None:
        """Show how often each word occurs, so far or in all, and at which match the reader is."""
        for word, (row, count) in enumerate(zip(self._rows, occurrences.counts, strict=False)):
            rank = occurrences.rank(current) if current is not None and current.word == word else None
            row.show_count(count, occurrences.is_complete, rank)

    def focus_entry(self) -> None:
        """Put the cursor into the line for a new word."""
        self._entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _made_row(self, index: int) -> KeywordRow:
        row = KeywordRow()
        row.remove_requested.connect(lambda: self.remove_requested.emit(index))
        row.switch_requested.connect(lambda is_on: self.switch_requested.emit(index, is_on))
        row.recolour_requested.connect(lambda colour: self.recolour_requested.emit(index, colour))
        row.step_requested.connect(lambda is_forward: self.step_requested.emit(index, is_forward))
        self._list.insertWidget(index, row)
        return row

    def _add(self) -> None:
        text = self._entry.text().strip()
        if text:
            self._entry.clear()
            self.add_requested.emit(text)
