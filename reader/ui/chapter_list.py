"""The chapters that a choice would give, as a list of any length."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.model.outline import OutlineEntry

_Index = QModelIndex | QPersistentModelIndex

#: Before a chapter, for each level below the first.
_STEP = "　"


class ChapterList(QAbstractListModel):
    """Headings as they are shown, each set in by its level; the shallowest of them is not."""

    def __init__(self, shown: Callable[[str], str]) -> None:
        """No chapters.

        Args:
            shown: how the page shows a text.
        """
        super().__init__()
        self._shown = shown
        self._entries: Sequence[OutlineEntry] = ()
        self._top = 1

    def set_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """List other chapters."""
        self.beginResetModel()
        self._entries = entries
        self._top = min((entry.level for entry in entries), default=1)
        self.endResetModel()

    def entry(self, row: int) -> OutlineEntry:
        """The chapter in a row."""
        return self._entries[row]

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a chapter."""
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        entry = self._entries[index.row()]
        return _STEP * (entry.level - self._top) + self._shown(entry.text)
