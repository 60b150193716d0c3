"""The outline as Qt's lists want it: a model over the document, not a copy of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.outline import Outline
from reader.ui.outline_marks import NO_MARKS, OutlineMarks
from reader.ui.outline_rows import PREFACE, OutlineRows

#: With so many paragraphs or fewer, all sections are open; with more, only the one that is read and those that the
#: reader opens.
_FEW = 400

#: The role under which a row's ``OutlineItem`` is found.
ITEM_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """What a row shows.

    Attributes:
        paragraph: its number, from 0.
        text: the heading, or the opening words.
        level: of the heading; 0 for a paragraph.
        is_current: whether it is being read.
        is_open: whether its section's paragraphs are shown; None if it has none or they cannot be folded.
        marks: what is coloured and found there; of a heading, in all of its section.
    """

    paragraph: int
    text: str
    level: int
    is_current: bool
    is_open: bool | None
    marks: OutlineMarks = NO_MARKS


class OutlineModel(QAbstractListModel):
    """Rows of headings and paragraphs, or of the paragraphs that a filter leaves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = OutlineRows(Outline(), is_open=True)
        self._filtered: Sequence[int] | None = None
        self._current: int | None = None
        self._opened_for_reading: int | None = None
        self._is_small = True
        self._text_of: Callable[[int], str] = str
        self._marks_of: Callable[[int, int | None], OutlineMarks] = lambda _start, _end: NO_MARKS

    @property
    def current(self) -> int | None:
        """The paragraph that is read."""
        return self._current

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many rows there are."""
        if parent is not None and parent.isValid():
            return 0
        return len(self._rows) if self._filtered is None else len(self._filtered)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a row, or its ``OutlineItem``."""
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        if role == ITEM_ROLE:
            return self._item(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._item(index.row()).text
        return None

    def set_text_source(self, text_of: Callable[[int], str]) -> None:
        """Say where the shown words of a paragraph come from; they are asked for as rows come into sight."""
        self._text_of = text_of
        self._refresh()

    def set_marks_source(self, marks_of: Callable[[int, int | None], OutlineMarks]) -> None:
        """Say what stands between two addresses (None for the document's end); asked as rows come into sight."""
        self._marks_of = marks_of

    def clear(self) -> None:
        """Forget the document."""
        self.beginResetModel()
        self._rows = OutlineRows(Outline(), is_open=True)
        self._filtered = self._current = self._opened_for_reading = None
        self._is_small = True
        self.endResetModel()

    def set_outline(self, outline: Outline) -> None:
        """Take an outline, or a longer one of the same document."""
        is_small, was_small = len(outline.starts) <= _FEW, self._is_small
        self._is_small = is_small
        if is_small or was_small:
            self._opened_for_reading = None
            self._replace(OutlineRows(outline, is_open=is_small))
        else:
            self._extend(self._rows.grown(outline))
        self._open_for_reading()

    def set_filtered(self, numbers: Sequence[int] | None) -> None:
        """Show these paragraphs only; None shows all again."""
        self.beginResetModel()
        self._filtered = numbers
        self.endResetModel()
        self._open_for_reading()

    def set_current(self, paragraph: int | None) -> None:
        """Mark the paragraph that is read, and open its section."""
        if paragraph == self._current:
            return
        before = self.row_of(self._current)
        self._current = paragraph
        self._open_for_reading()
        for row in (before, self.row_of(paragraph)):
            if row is not None and row < self.rowCount():
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, paragraph: int | None) -> int | None:
        """The row that stands for a paragraph, or None."""
        if paragraph is None or paragraph >= len(self._rows.outline.starts):
            return None
        if self._filtered is not None:
            row = bisect_left(self._filtered, paragraph)
            return row if row < len(self._filtered) and self._filtered[row] == paragraph else None
        return self._rows.row_of(paragraph)

    def paragraph(self, row: int) -> int:
        """The number of the paragraph in a row."""
        return self._rows.paragraph(row) if self._filtered is None else self._filtered[row]

    def toggle(self, row: int) -> None:
        """Open or fold the section of the heading in a row."""
        heading = self._rows.heading(row) if self._filtered is None else None
        if heading is not None:
            self._set_open(heading, not self._rows.is_open(heading))
            self.dataChanged.emit(self.index(row), self.index(row))

    def _item(self, row: int) -> OutlineItem:
        paragraph = self.paragraph(row)
        headings = self._rows.outline.headings
        section = self._rows.section_of(paragraph)
        is_heading = section > PREFACE and headings[section].paragraph == paragraph
        is_open = None
        if is_heading and self._filtered is None and not self._is_small and self._rows.count(section):
            is_open = self._rows.is_open(section)
        is_current = self._current is not None and self.row_of(self._current) == row
        level = headings[section].level if is_heading else 0
        following = paragraph + 1
        if is_heading:
            following = headings[section + 1].paragraph if section + 1 < len(headings) else -1
        starts = self._rows.outline.starts
        end = starts[following] if 0 <= following < len(starts) else None
        marks = self._marks_of(starts[paragraph], end)
        return OutlineItem(paragraph, self._text_of(paragraph), level, is_current, is_open, marks)

    def _open_for_reading(self) -> None:
        """Of a long document, keep the section open that is read, and fold the one that was."""
        if self._is_small or self._current is None or self._filtered is not None:
            return
        if self._current >= len(self._rows.outline.starts):
            return
        section = self._rows.section_of(self._current)
        if section == self._opened_for_reading:
            return
        if self._opened_for_reading is not None:
            self._set_open(self._opened_for_reading, is_open=False)
        self._opened_for_reading = None if self._rows.is_open(section) else section
        self._set_open(section, is_open=True)

    def _set_open(self, section: int, is_open: bool) -> None:
        first, count = self._rows.span(section)
        if self._rows.is_open(section) == is_open:
            return
        if not count:
            (self._rows.open if is_open else self._rows.close)(section)
        elif is_open:
            self.beginInsertRows(QModelIndex(), first, first + count - 1)
            self._rows.open(section)
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, first + count - 1)
            self._rows.close(section)
            self.endRemoveRows()

    def _replace(self, rows: OutlineRows) -> None:
        if self._filtered is not None:
            self._rows = rows
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _extend(self, rows: OutlineRows) -> None:
        """Whatever is new stands at the end: what was counted before does not change."""
        is_longer = self._filtered is None and len(rows) > len(self._rows)
        if is_longer:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(rows) - 1)
        self._rows = rows
        if is_longer:
            self.endInsertRows()

    def _refresh(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
