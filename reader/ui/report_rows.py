"""The lists of a report as Qt's lists want them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.position import Span
from reader.model.report import Report, ReportPlace, WordReport
from reader.ui.result_model import RESULT_ROLE, ResultItem

#: The role under which a word's ``WordReport`` is found.
WORD_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row that leads somewhere.

    Attributes:
        item: what it shows.
        address: where it leads; None for nowhere.
    """

    item: ResultItem
    address: int | None = None


class ReportRows(QAbstractListModel):
    """Rows that are made as they come into sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._row: Callable[[int], ReportRow] = lambda _: ReportRow(ResultItem(""))

    def set_rows(self, count: int, row: Callable[[int], ReportRow]) -> None:
        """Show so many rows; each is asked for by its number."""
        self.beginResetModel()
        self._count, self._row = count, row
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a row, or its ``ResultItem``."""
        if not index.isValid() or not 0 <= index.row() < self._count:
            return None
        item = self._row(index.row()).item
        if role == RESULT_ROLE:
            return item
        return item.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def address(self, row: int) -> int | None:
        """Where a row leads."""
        return self._row(row).address


class WordRows(QAbstractListModel):
    """The words of a report, the most frequent first or in the order of their lists."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: Sequence[WordReport] = ()

    def set_report(self, report: Report | None, is_by_count: bool) -> None:
        """Show the words of a report, or none."""
        words = report.words if report is not None else ()
        self.beginResetModel()
        self._words = sorted(words, key=lambda word: -word.count) if is_by_count else words
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._words)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A word, or its ``WordReport``."""
        if not index.isValid() or not 0 <= index.row() < len(self._words):
            return None
        word = self._words[index.row()]
        if role == WORD_ROLE:
            return word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{word.text} {word.count:,}"
        return word.text if role == Qt.ItemDataRole.DisplayRole else None


def excerpt_rows(word: WordReport, shown_text: Callable[[str], str]) -> list[ReportRow]:
    """Where a word stands: the first of its places, and the last; their surroundings in the script that is shown."""
    places = word.places
    if word.last is not None and word.last not in places:
        places = (*places, word.last)
    return [_excerpt_row(place, shown_text) for place in places]


def _excerpt_row(place: ReportPlace, shown_text: Callable[[str], str]) -> ReportRow:
    before = shown_text(place.excerpt[: place.match.start])
    hit = shown_text(place.excerpt[place.match.start : place.match.end])
    behind = shown_text(place.excerpt[place.match.end :])
    match = Span(len(before), len(before) + len(hit))
    return ReportRow(ResultItem(before + hit + behind, None, match, place.paragraph), place.address)
