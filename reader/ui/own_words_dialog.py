"""The table of the reader's own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.model.own_word import OwnWord
from reader.ui.own_word_dialog import OwnWordDialog
from reader.ui.own_words_model import OwnWordRow, OwnWordsModel


class OwnWordsDialog(QDialog):
    """Shows the words, and asks for others; what it asks for is done at once.

    Signals:
        words_requested: the words (tuples of ``OwnWord``) that are to hold everywhere, and in the open document.
        import_requested: words are to be read from a file.
        export_requested: the words are to be written to a file.
        undo_requested: what was chosen for single places of the document is to be forgotten.
    """

    words_requested = Signal(object, object)
    import_requested = Signal()
    export_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your own words"))
        self.resize(640, 420)
        self._has_document = False
        self._model = OwnWordsModel(self)
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.setAccessibleName(self.windowTitle())
        self._table.doubleClicked.connect(self.edit)
        self._table.selectionModel().selectionChanged.connect(self._check)
        self._empty = QLabel(
            self.tr(
                "No words yet. Add one here, or choose one from the menu of the article; words come before all "
                "dictionaries."
            )
        )
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._choices = QLabel()
        self._choices.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = QPushButton(self.tr("Forget them"))
        self._undo.clicked.connect(self.undo_requested)
        self._edit = QPushButton(self.tr("Change…"))
        self._edit.clicked.connect(self.edit)
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.clicked.connect(self.remove)
        self._export = QPushButton(self.tr("Export…"))
        self._export.clicked.connect(self.export_requested)
        self._arrange()

    def show_words(
        self, everywhere: Sequence[OwnWord], here: Sequence[OwnWord], choices: int, has_document: bool
    ) -> None:
        """Show what holds.

        Args:
            everywhere: in all documents.
            here: in the open document.
            choices: at how many single places of it something was chosen.
            has_document: whether one is open.
        """
        self._has_document = has_document
        rows = [OwnWordRow(word, True) for word in here] + [OwnWordRow(word, False) for word in everywhere]
        if rows != list(self._model.rows):
            self._model.set_rows(rows)
        self._empty.setVisible(not rows)
        for widget in (self._choices, self._undo):
            widget.setVisible(choices > 0)
        self._choices.setText(self.tr("Chosen for single places of this document: {count}").format(count=choices))
        self._export.setEnabled(bool(rows))
        self._check()

    def add(self) -> None:
        """Ask for a word."""
        self._ask(None)

    def edit(self) -> None:
        """Ask for another form of the word that is selected."""
        rows = self._selected()
        if len(rows) == 1:
            self._ask(rows[0])

    def remove(self) -> None:
        """Do without the words that are selected."""
        gone = set(self._selected())
        self._request([row for index, row in enumerate(self._model.rows) if index not in gone])

    def _ask(self, index: int | None) -> None:
        rows = list(self._model.rows)
        before = rows[index] if index is not None else None
        dialog = OwnWordDialog(
            before.word if before else None,
            is_here=before is not None and before.is_here,
            has_document=self._has_document,
            parent=self,
        )
        if not dialog.exec() or (word := dialog.own_word) is None:
            return
        if index is not None:
            del rows[index]
        key = word.word, word.target, dialog.is_here
        kept = [row for row in rows if (row.word.word, row.word.target, row.is_here) != key]
        self._request([*kept, OwnWordRow(word, dialog.is_here)])

    def _request(self, rows: Sequence[OwnWordRow]) -> None:
        everywhere = tuple(row.word for row in rows if not row.is_here)
        self.words_requested.emit(everywhere, tuple(row.word for row in rows if row.is_here))

    def _selected(self) -> list[int]:
        return sorted(index.row() for index in self._table.selectionModel().selectedRows())

    def _check(self) -> None:
        selected = self._selected()
        self._edit.setEnabled(len(selected) == 1)
        self._remove.setEnabled(bool(selected))

    def _arrange(self) -> None:
        add, fetch = QPushButton(self.tr("Add…")), QPushButton(self.tr("Import…"))
        add.clicked.connect(self.add)
        fetch.clicked.connect(self.import_requested)
        buttons = QHBoxLayout()
        for button in (add, self._edit, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (fetch, self._export):
            buttons.addWidget(button)
        choices = QHBoxLayout()
        choices.addWidget(self._choices)
        choices.addWidget(self._undo)
        choices.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._empty)
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)
        layout.addLayout(choices)
        layout.addWidget(close)
