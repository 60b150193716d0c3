"""What a search found as Qt's lists want it: a model over the results, not a copy of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from reader.model.outline import Outline
from reader.model.position import Span
from reader.model.query import Tier
from reader.search.results import Hit, Results, no_results
from reader.ui.result_rows import ResultRows

_NOWHERE = Span(0, 0)

#: Rows whose items are kept: some screens.
_KEPT = 500

#: Rows that are made in one painting: a list that fills a high window would hold up the keys that are typed.
_AT_ONCE = 3

#: The role under which a row's ``ResultItem`` is found.
RESULT_ROLE = Qt.ItemDataRole.UserRole
#: The same for painting: None where many are asked for at once; then the data change as soon as keys were heard.
PAINTED_ROLE = RESULT_ROLE + 1

_ROLES = (RESULT_ROLE, PAINTED_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class ShownExcerpt:
    """A hit's surroundings in the script that is shown.

    Attributes:
        text: on one line, with dots where it was cut.
        match: where the hit stands in it.
    """

    text: str
    match: Span


@dataclass(frozen=True, slots=True)
class ResultItem:
    """What a row shows.

    Attributes:
        text: an excerpt, or what a group's hits have in common.
        count: of the group's hits; None for a hit.
        match: where the hit stands in ``text``.
        paragraph: number of its paragraph, from 0; None while that is not counted.
        tier: how it is written.
    """

    text: str
    count: int | None = None
    match: Span = _NOWHERE
    paragraph: int | None = None
    tier: Tier = Tier.EXACT


#: The surroundings of a hit; asked for as rows come into sight.
ExcerptSource = Callable[[Hit], ShownExcerpt]


class ResultModel(QAbstractListModel):
    """Rows of hits under their chapters, or under how near they come to the query."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outline = Outline()
        self._is_by_tier = False
        self._rows = ResultRows(no_results(), self._outline, is_by_tier=False)
        #: What rows show, as far as they were in sight.
        self._items: dict[int, ResultItem] = {}
        self._excerpt_of: ExcerptSource = lambda _: ShownExcerpt("", _NOWHERE)
        self._heading_of: Callable[[int], str] = str
        #: How many rows were made since the window was last at rest, and which are due.
        self._made, self._late = 0, list[int]()
        self._rest = QTimer(self, interval=1, singleShot=True)
        self._rest.timeout.connect(self._go_on)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a row, or its ``ResultItem``."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        if role not in _ROLES:
            return None
        item = self._items.get(index.row())
        if item is None:
            if role == PAINTED_ROLE and self._is_late(index.row()):
                return None
            if len(self._items) >= _KEPT:
                self._items.clear()
            item = self._items[index.row()] = self._item(index.row())
        return item if role in (RESULT_ROLE, PAINTED_ROLE) else item.text

    def _is_late(self, row: int) -> bool:
        """Whether enough rows were made for once; the rest of those in sight follow at once."""
        self._made += 1
        self._rest.start()
        if self._made > _AT_ONCE:
            self._late.append(row)
        return self._made > _AT_ONCE

    def _go_on(self) -> None:
        late, self._late, self._made = self._late, [], 0
        for row in late:
            if row < len(self._rows):
                self.dataChanged.emit(self.index(row), self.index(row))

    def set_sources(self, excerpt_of: ExcerptSource, heading_of: Callable[[int], str]) -> None:
        """Say where words come from: the surroundings of a hit, and the shown text of a heading by its index."""
        self._excerpt_of, self._heading_of = excerpt_of, heading_of
        self._items.clear()
        if len(self._rows):
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_results(self, results: Results, outline: Outline) -> None:
        """Show what was found so far."""
        grown = self._rows.grown(results) if outline is self._outline else None
        self._outline = outline
        if grown is not None:
            self._extend(grown)
        else:
            self._replace(ResultRows(results, outline, self._is_by_tier))

    def set_by_tier(self, is_by_tier: bool) -> None:
        """Show the nearest hits first, or all in the order of the text."""
        self._is_by_tier = is_by_tier
        self._replace(ResultRows(self._rows.results, self._outline, is_by_tier))

    def chapters(self) -> int:
        """How many chapters hold hits."""
        rows = ResultRows(self._rows.results, self._outline, is_by_tier=False) if self._is_by_tier else self._rows
        return len(rows.groups)

    def hit(self, row: int) -> int:
        """The index of the hit in a row, or of the first one under it."""
        return self._rows.hit(row)

    def is_group(self, row: int) -> bool:
        """Whether a row says what the hits below it have in common."""
        return self._rows.group(row) is not None

    def row_of(self, hit: int) -> int:
        """The row of a hit."""
        return self._rows.row_of(hit)

    def _item(self, row: int) -> ResultItem:
        group = self._rows.group(row)
        if group is not None:
            return ResultItem(self._name(group.key), group.count)
        hit = self._rows.results[self._rows.hit(row)]
        excerpt = self._excerpt_of(hit)
        paragraph = self._outline.paragraph_at(hit.start)
        return ResultItem(excerpt.text, None, excerpt.match, paragraph, hit.tier)

    def _name(self, key: int | Tier) -> str:
        if isinstance(key, Tier):
            return tier_name(key)
        if key == 0:
            return QCoreApplication.translate("ResultModel", "Before the first heading")
        return self._heading_of(key - 1)

    def _replace(self, rows: ResultRows) -> None:
        self.beginResetModel()
        self._rows = rows
        self._items.clear()
        # The panel and the bars say what was found first: rows come as soon as keys were heard.
        self._made = _AT_ONCE
        self._rest.start()
        self.endResetModel()

    def _extend(self, rows: ResultRows) -> None:
        """What is new stands at the end; only the last group's own row changes besides."""
        before, last = len(self._rows), self._rows.last_group_row()
        if len(rows) > before:
            self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        if last is not None:
            self._items.pop(last, None)
            self.dataChanged.emit(self.index(last), self.index(last))


def tier_name(tier: Tier) -> str:
    """How a hit is written, in words."""
    match tier:
        case Tier.EXACT:
            return QCoreApplication.translate("ResultModel", "As typed")
        case Tier.VARIANT:
            return QCoreApplication.translate("ResultModel", "Variant form")
        case Tier.SCRIPT:
            return QCoreApplication.translate("ResultModel", "Other script")
        case Tier.REGIONAL:
            return QCoreApplication.translate("ResultModel", "Other region’s word")
        case Tier.READING:
            return QCoreApplication.translate("ResultModel", "Perhaps another word")
