"""Asks for a word of the reader's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from reader.model.own_word import OwnWord
from reader.model.script import Script
from reader.ui.script_control import script_name

_WIDTH = 360


class OwnWordDialog(QDialog):
    """A word, what is shown for it, in which script and where."""

    def __init__(
        self,
        word: OwnWord | None,
        candidates: Sequence[str] = (),
        *,
        is_here: bool = False,
        has_document: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """A dialog.

        Args:
            word: to begin with.
            candidates: what could be shown for it.
            is_here: whether it holds in the open document only, to begin with.
            has_document: whether a document is open.
            parent: owner.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your own word"))
        self._word = QLineEdit(word.word if word else "")
        self._word.setPlaceholderText(self.tr("as it is written"))
        self._result = QComboBox()
        self._result.setEditable(True)
        self._result.addItems(list(candidates))
        self._result.setCurrentText(word.result if word else "")
        entry = self._result.lineEdit()
        assert entry is not None
        entry.setPlaceholderText(self.tr("the same, to leave it as it is"))
        self._target = QComboBox()
        self._target.addItem(self.tr("in all scripts"), None)
        for script in Script:
            self._target.addItem(script_name(script), script)
        self._target.setCurrentIndex(max(0, self._target.findData(word.target if word else None)))
        self._where = QComboBox()
        self._where.addItem(self.tr("in all documents"), False)
        if has_document:
            self._where.addItem(self.tr("in this document only"), True)
        self._where.setCurrentIndex(max(0, self._where.findData(is_here)))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.setMinimumWidth(_WIDTH)
        form = QFormLayout()
        form.addRow(self.tr("Word"), self._word)
        form.addRow(self.tr("Shown as"), self._result)
        form.addRow(self.tr("When shown"), self._target)
        form.addRow(self.tr("Where"), self._where)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self._word.textChanged.connect(self._check)
        self._result.editTextChanged.connect(self._check)
        self._check()
        (self._result if word and word.word else self._word).setFocus()

    @property
    def own_word(self) -> OwnWord | None:
        """What is typed, if it makes a word; without a result the word is protected."""
        word = self._word.text().strip()
        result = self._result.currentText().strip() or word
        try:
            return OwnWord(word, result, self._target.currentData())
        except ValueError:
            return None

    @property
    def is_here(self) -> bool:
        """Whether it holds in the open document only."""
        return bool(self._where.currentData())

    def _check(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.own_word is not None)
