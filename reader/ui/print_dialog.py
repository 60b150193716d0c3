"""Asks how a text is to be printed, and shows what that looks like."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.paper import Paper
from reader.state.settings import BOUNDS, Settings
from reader.ui.print_preview import PrintPreview
from reader.ui.print_ranges import PrintRange
from reader.ui.stepper import Stepper

_PROGRESS_STEPS = 1000


class PrintDialog(QDialog):
    """Range, paper, sizes; a preview; and while it is printed, how far that is.

    Attributes:
        preview: the sheet.

    Signals:
        setting_requested: the name of a setting, and its new value.
        range_requested: another ``PrintRange`` is wanted.
        pdf_requested: the text is to be saved.
        paper_requested: the text is to be printed on paper.
        cancel_requested: printing is to be given up.
    """

    setting_requested = Signal(str, object)
    range_requested = Signal(object)
    pdf_requested = Signal()
    paper_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, ranges: Iterable[PrintRange], parent: QWidget | None = None) -> None:
        """A dialog.

        Args:
            ranges: what can be printed.
            parent: owner.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print, or save as PDF"))
        self.preview = PrintPreview()
        self._is_running = False
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("What"), self._made_ranges(ranges))
        self._papers = self._made_papers()
        form.addRow(self.tr("Paper"), self._papers)
        self._steppers = {
            "print_size": Stepper(self.tr("Text size"), BOUNDS["print_size"], self.tr("{value} pt")),
            "print_margin": Stepper(self.tr("Margins"), BOUNDS["print_margin"], self.tr("{value} mm")),
        }
        form.addRow(self.tr("Text size"), self._steppers["print_size"])
        form.addRow(self.tr("Margins"), self._steppers["print_margin"])
        self._checks = {
            "has_header": QCheckBox(self.tr("Title above the text")),
            "has_folio": QCheckBox(self.tr("Page number below it")),
            "prints_colours": QCheckBox(self.tr("Coloured words")),
        }
        for name, stepper in self._steppers.items():
            stepper.requested.connect(lambda value, name=name: self.setting_requested.emit(name, value))
        for name, check in self._checks.items():
            check.clicked.connect(lambda is_on, name=name: self.setting_requested.emit(name, is_on))
            form.addRow("", check)
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setRange(0, _PROGRESS_STEPS)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._pdf = self._button(self.tr("Save as PDF…"), self.pdf_requested.emit)
        self._print = self._button(self.tr("Print…"), self.paper_requested.emit)
        self._close = self._button(self.tr("Close"), self.reject)
        self._pdf.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._pdf, self._print, self._close):
            buttons.addWidget(button)
        left = QVBoxLayout()
        left.addWidget(self._form)
        left.addStretch(1)
        left.addWidget(self._state)
        left.addWidget(self._progress)
        left.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(24)
        layout.addLayout(left)
        layout.addWidget(self.preview, 1)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self._papers.setCurrentIndex(self._papers.findData(settings.paper))
        for name, stepper in self._steppers.items():
            stepper.show_number(getattr(settings, name))
        for name, check in self._checks.items():
            check.setChecked(getattr(settings, name))

    def show_running(self, is_running: bool) -> None:
        """It is being printed, or no more."""
        self._is_running = is_running
        for part in (self._form, self._pdf, self._print, self.preview):
            part.setEnabled(not is_running)
        self._progress.setVisible(is_running)
        self._progress.setValue(0)
        self._state.clear()
        self._close.setText(self.tr("Cancel") if is_running else self.tr("Close"))

    def show_progress(self, share: float, pages: int) -> None:
        """So much is printed."""
        self._progress.setValue(round(share * _PROGRESS_STEPS))
        self._state.setText(self.tr("Pages: {count}").format(count=f"{pages:,}"))

    def show_error(self, text: str) -> None:
        """Say what went wrong."""
        self.show_running(False)
        self._state.setText(text)

    def reject(self) -> None:
        """Give up printing; close where there is nothing to give up."""
        if self._is_running:
            self.cancel_requested.emit()
        else:
            super().reject()

    def _made_ranges(self, ranges: Iterable[PrintRange]) -> QComboBox:
        names = {
            PrintRange.WHOLE: self.tr("The whole text"),
            PrintRange.CHAPTER: self.tr("This chapter"),
            PrintRange.SELECTION: self.tr("The selection"),
        }
        choice = QComboBox()
        choice.setAccessibleName(self.tr("What"))
        for entry in ranges:
            choice.addItem(names[entry], entry)
        choice.activated.connect(lambda _: self.range_requested.emit(choice.currentData()))
        return choice

    def _made_papers(self) -> QComboBox:
        names = {
            Paper.A4: "A4",
            Paper.A5: "A5",
            Paper.B5: "B5",
            Paper.K16: self.tr("16mo"),
            Paper.K32: self.tr("32mo"),
            Paper.LETTER: "Letter",
            Paper.SCREEN: self.tr("E-reader"),
        }
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Paper"))
        for paper, name in names.items():
            width, height = paper.millimetres
            choice.addItem(f"{name}  {width:g} × {height:g} mm", paper)
        choice.activated.connect(lambda _: self.setting_requested.emit("paper", choice.currentData()))
        return choice

    def _button(self, text: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("raised")
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button
