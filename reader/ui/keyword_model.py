"""The keyword lists as Qt's lists want them: a model over the lists, not a copy of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.keyword_list import HighlightStyle, KeywordList
from reader.state.keyword_places import KeywordPlaces
from reader.ui.keyword_rows import KeywordRows

#: The role under which a row's ``KeywordItem`` is found.
KEYWORD_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class KeywordItem:
    """What a row shows.

    Attributes:
        text: the keyword, or the list's name.
        colour: index into the palette; None where its words have colours of their own.
        style: how it is coloured.
        is_on: whether it is shown on the page; a keyword of a list that is off is not.
        count: how often it occurs, as far as that is known; empty where it is not looked for.
        is_found: whether there is anything to step to.
        is_list: whether it is a list.
        is_folded: whether the list's words are not shown.
        is_indented: whether it is a keyword below a list's row.
        note: what else there is to know of it, for the eye; empty for nothing.
    """

    text: str
    colour: int | None
    style: HighlightStyle
    is_on: bool
    count: str
    is_found: bool
    is_list: bool = False
    is_folded: bool = False
    is_indented: bool = False
    note: str = ""


class KeywordModel(QAbstractListModel):
    """Rows of lists and keywords, with what is counted of them."""

    def __init__(self, places: Callable[[], KeywordPlaces | None], parent: QObject | None = None) -> None:
        """A model without rows; ``places`` tells where the words stand, once they are looked for."""
        super().__init__(parent)
        self._places = places
        self.rows = KeywordRows(())

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a row, or its ``KeywordItem``."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        item = self._item(index.row())
        match role:
            case _ if role == KEYWORD_ROLE:
                return item
            case Qt.ItemDataRole.DisplayRole:
                return item.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{item.text} {item.count} {item.note}".strip()
            case Qt.ItemDataRole.ToolTipRole:
                return item.note or None
        return None

    def set_lists(self, lists: Sequence[KeywordList]) -> None:
        """Show other lists. Those that were folded stay so, by their names."""
        folded = {self.rows.lists[number].name for number in self.rows.folded}
        self._replace(KeywordRows(lists, [number for number, one in enumerate(lists) if one.name in folded]))

    def toggle(self, number: int) -> None:
        """Fold a list, or show its words again."""
        self._replace(KeywordRows(self.rows.lists, self.rows.folded ^ {number}))

    def _replace(self, rows: KeywordRows) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _item(self, row: int) -> KeywordItem:
        number, place = self.rows.place(row)
        one = self.rows.lists[number]
        places = self._places()
        is_known = places is not None and len(places.index.lists) == len(self.rows.lists)
        if place is None:
            counted = places.index.words(number) if is_known and places is not None else range(0)
            count, total = self._count(places, counted, one.is_on)
            note = QCoreApplication.translate("KeywordModel", "Only for this file") if one.file is not None else ""
            return KeywordItem(
                list_name(one),
                None if one.is_loose else one.colour,
                one.style,
                one.is_on,
                count,
                total > 0,
                is_list=True,
                is_folded=number in self.rows.folded,
                note=note,
            )
        keyword = one.keywords[place]
        word = places.index.word(number, place) if is_known and places is not None else -1
        count, total = self._count(places, range(word, word + 1), one.is_on and keyword.is_on)
        note = QCoreApplication.translate("KeywordModel", "Regular expression") if keyword.is_pattern else ""
        if places is not None and word in places.bad:
            note = QCoreApplication.translate("KeywordModel", "No regular expression, or one that takes too long")
        return KeywordItem(
            keyword.text,
            one.colour_of(keyword),
            one.style,
            one.is_on and keyword.is_on,
            count,
            total > 0,
            is_indented=self.rows.row_of(number, None) is not None,
            note=note,
        )

    def _count(self, places: KeywordPlaces | None, words: range, is_on: bool) -> tuple[str, int]:
        """How often some words occur, as shown and as a number."""
        if places is None or not is_on or not words or words.stop > len(places.occurrences.counts) or words.start < 0:
            return "", 0
        found, current = places.occurrences, places.current
        total = sum(found.counts[words.start : words.stop])
        is_here = current is not None and len(words) == 1 and current.word in words
        rank = f"{found.rank(current) + 1:,}/" if is_here and current is not None else ""
        return f"{rank}{total:,}{'' if found.is_complete else '…'}", total


def list_name(one: KeywordList) -> str:
    """What a list is called."""
    return one.name or QCoreApplication.translate("KeywordModel", "Single words")
