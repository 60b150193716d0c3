"""How the keywords of a list lie in the table: a row each, whose *places* leave room for others between them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.keyword_list import Keyword, KeywordList

#: The numbers of two neighbours differ by so much at first, so that others find room between them.
_GAP = 1024


@dataclass(frozen=True, slots=True)
class SavedList:
    """A list as it stands in the database.

    Attributes:
        number: its number there.
        list: the list itself.
        places: those of its keywords, ascending.
    """

    number: int
    list: KeywordList
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class RowChange:
    """What has to be written so that a list stands in the database.

    Attributes:
        gone: places whose keywords go.
        come: places and keywords that come.
        after: the list once that is written.
    """

    gone: Sequence[int]
    come: Sequence[tuple[int, Keyword]]
    after: SavedList

    @property
    def size(self) -> int:
        """Rows that have to be written."""
        return len(self.gone) + len(self.come)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write it, in the transaction that is open."""
        number = self.after.number
        connection.executemany("DELETE FROM keyword WHERE list = ? AND place = ?", [(number, at) for at in self.gone])
        write_rows(connection, number, self.come)


def whole(number: int, one: KeywordList) -> RowChange:
    """The change that writes all of a list under a number that no rows have."""
    places = range(_GAP, (len(one.keywords) + 1) * _GAP, _GAP)
    return RowChange((), tuple(zip(places, one.keywords, strict=True)), SavedList(number, one, places))


def change(before: SavedList, one: KeywordList) -> RowChange:
    """The change that puts a list in the place of another: only what differs between their ends is written."""
    old, new, places = before.list.keywords, one.keywords, before.places
    if old is new:
        return RowChange((), (), SavedList(before.number, one, places))
    same = _same_at_start(old, new)
    same_behind = _same_at_start(old[same:][::-1], new[same:][::-1])
    end, new_end = len(old) - same_behind, len(new) - same_behind
    come = new[same:new_end]
    first = places[same - 1] if same else 0
    behind = places[end] if same_behind else first + (len(come) + 1) * _GAP
    if behind - first <= len(come):
        # No room between the neighbours: number all of them anew.
        anew = whole(before.number, one)
        return RowChange(places, anew.come, anew.after)
    step = (behind - first) // (len(come) + 1)
    found = range(first + step, first + step * (len(come) + 1), step)
    after = SavedList(before.number, one, [*places[:same], *found, *places[end:]])
    return RowChange(places[same:end], tuple(zip(found, come, strict=True)), after)


def write_rows(connection: sqlite3.Connection, number: int, rows: Sequence[tuple[int, Keyword]]) -> None:
    """Write keywords of a list, in the transaction that is open."""
    connection.executemany(
        "INSERT OR REPLACE INTO keyword (list, place, text, is_pattern, is_on, colour) VALUES (?, ?, ?, ?, ?, ?)",
        # SQLite asks its adapters about every ``bool``, which takes longer than writing the row.
        [(number, at, word.text, int(word.is_pattern), int(word.is_on), word.colour) for at, word in rows],
    )


def _same_at_start(one: Sequence[Keyword], other: Sequence[Keyword]) -> int:
    """How many keywords two sequences have in common at their start."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first is not second and first != second:
            break
        count += 1
    return count
