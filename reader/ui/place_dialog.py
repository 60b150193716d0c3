"""Asks for a place to go to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

_PLACE = re.compile(r"\s*(?P<paragraph>¶|#)?\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>%)?\s*")


@dataclass(frozen=True, slots=True)
class WantedPlace:
    """A place as a reader names it: one of the two is set.

    Attributes:
        paragraph: number, from 0.
        share: of the document, 0 to 1.
    """

    paragraph: int | None = None
    share: float | None = None


def parse_place(text: str, paragraphs: int) -> WantedPlace | None:
    """What was typed: ``46%``, or a paragraph's number such as ``12`` or ``¶12``; None if it is neither.

    Args:
        text: as typed, in full-width digits too.
        paragraphs: how many the document has; a number beyond them is the last one.
    """
    match = _PLACE.fullmatch(unicodedata.normalize("NFKC", text).replace(",", ""))
    if match is None or (match["paragraph"] and match["percent"]):
        return None
    if match["percent"]:
        return WantedPlace(share=min(1.0, float(match["number"]) / 100))
    if "." in match["number"] or int(match["number"]) < 1:
        return None
    return WantedPlace(paragraph=min(int(match["number"]), max(1, paragraphs)) - 1)


class PlaceDialog(QDialog):
    """A line for a paragraph's number or a percentage."""

    def __init__(self, paragraphs: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paragraphs = paragraphs
        self.setWindowTitle(self.tr("Go to"))
        self._entry = QLineEdit()
        self._entry.textChanged.connect(self._check)
        label = QLabel(self.tr("Number of a paragraph (1 to {count}), or a percentage such as 46%:"))
        label.setText(label.text().format(count=f"{paragraphs:,}"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self._entry)
        self._entry.setAccessibleName(label.text())
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self._entry)
        layout.addWidget(self._buttons)
        self._check()

    @property
    def place(self) -> WantedPlace | None:
        """What is typed, if it names a place."""
        return parse_place(self._entry.text(), self._paragraphs)

    def _check(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.place is not None)
