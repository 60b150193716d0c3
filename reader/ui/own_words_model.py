"""The reader's own words as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.own_word import OwnWord
from reader.ui.script_control import script_name

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class OwnWordRow:
    """A word, and whether it holds in the open document only."""

    word: OwnWord
    is_here: bool


class OwnWordsModel(QAbstractTableModel):
    """A row for each word, the document's own first; columns: word, shown as, script, where."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[OwnWordRow] = []
        self._headers = (self.tr("Word"), self.tr("Shown as"), self.tr("When shown"), self.tr("Where"))

    @property
    def rows(self) -> Sequence[OwnWordRow]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: Sequence[OwnWordRow]) -> None:
        """Show other words."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many words there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Four."""
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are called."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headers[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        match index.column():
            case 0:
                return row.word.word
            case 1:
                return self.tr("as written") if row.word.is_protected else row.word.result
            case 2:
                return script_name(row.word.target) if row.word.target else self.tr("in all scripts")
            case _:
                return self.tr("in this document only") if row.is_here else self.tr("in all documents")
