"""The keyword lists of the reader."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from reader.model.highlight import PALETTE_SIZE
from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList
from reader.store.database import Database

#: The numbers of two neighbours differ by so much at first, so that others find room between them.
_GAP = 1024


@dataclass(slots=True)
class _Saved:
    """A list as it stands in the database: its number there, and those of its keywords."""

    number: int
    head: KeywordList
    places: list[int]


class StoredKeywords:
    """Loads and saves lists, in order. What did not change is not written again: a list may have thousands of words."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._saved: list[_Saved] = []
        #: SQLite's number for what other windows wrote so far.
        self._version = 0

    def load(self) -> tuple[KeywordList, ...]:
        """The lists; a colour or a style that this version does not have becomes one that it has.

        Raises:
            StoreError: they cannot be read.
        """
        self._version = self._database.version_of_others()
        heads = self._database.rows("SELECT id, name, colour, style, is_on, file FROM keyword_list ORDER BY place")
        rows = self._database.rows(
            "SELECT list, place, text, is_pattern, is_on, colour FROM keyword ORDER BY list, place"
        )
        of_list: dict[int, list[tuple[int, Keyword]]] = {}
        for number, place, text, is_pattern, is_on, colour in rows:
            if str(text).strip():
                keyword = Keyword(str(text), bool(is_pattern), bool(is_on), _colour(colour))
                of_list.setdefault(cast(int, number), []).append((cast(int, place), keyword))
        self._saved = []
        for number, name, colour, style, is_on, file in heads:
            found = of_list.get(cast(int, number), [])
            keywords = tuple(keyword for _, keyword in found)
            made = KeywordList(
                str(name), keywords, _colour(colour) or 0, _style(style), bool(is_on), cast("str | None", file)
            )
            self._saved.append(_Saved(cast(int, number), made, [place for place, _ in found]))
        return tuple(saved.head for saved in self._saved)

    def has_news(self) -> bool:
        """Whether another window may have written lists since these were loaded or saved.

        Raises:
            StoreError: that cannot be read.
        """
        return self._database.version_of_others() != self._version

    def save(self, lists: Sequence[KeywordList]) -> None:
        """Write the lists in the place of those that were there.

        Raises:
            StoreError: they cannot be written; those from before are still there.
        """
        version = self._database.version_of_others()
        unused = list(self._saved) if version == self._version else []
        saved = []
        with self._database.writing() as connection:
            if version != self._version:
                # Another window may have written lists: the last one that writes wins, as a whole.
                connection.execute("DELETE FROM keyword")
                connection.execute("DELETE FROM keyword_list")
            for one in lists:
                known = next((other for other in unused if other.head.keywords is one.keywords), None)
                known = known or next((other for other in unused if other.head.name == one.name), None)
                if known is not None:
                    unused.remove(known)
                saved.append(_written(connection, one, known))
            for other in unused:
                connection.execute("DELETE FROM keyword WHERE list = ?", (other.number,))
                connection.execute("DELETE FROM keyword_list WHERE id = ?", (other.number,))
            for place, entry in enumerate(saved):
                head = entry.head
                values = (place, head.name, head.colour, head.style.value, head.is_on, head.file, entry.number)
                connection.execute(
                    "UPDATE keyword_list SET place = ?, name = ?, colour = ?, style = ?, is_on = ?, file = ? "
                    "WHERE id = ?",
                    values,
                )
        self._saved, self._version = saved, version


def _written(connection: sqlite3.Connection, one: KeywordList, known: _Saved | None) -> _Saved:
    """Write a list's keywords, as far as they differ from those that are known."""
    if known is None:
        number = connection.execute(
            "INSERT INTO keyword_list (place, name, colour, style, is_on) VALUES (0, '', 0, '', 1)"
        ).lastrowid
        known = _Saved(cast(int, number), KeywordList(""), [])
    before, after = known.head.keywords, one.keywords
    if before is after:
        return _Saved(known.number, one, known.places)
    same = _same_at_start(before, after)
    same_behind = _same_at_start(before[same:][::-1], after[same:][::-1])
    gone = known.places[same : len(before) - same_behind]
    come = after[same : len(after) - same_behind]
    first = known.places[same - 1] if same else 0
    behind = known.places[len(before) - same_behind] if same_behind else first + (len(come) + 1) * _GAP
    if behind - first <= len(come):
        # No room between the neighbours: number all of them anew.
        gone, come, first, behind = known.places, after, 0, (len(after) + 1) * _GAP
        same = same_behind = 0
    step = (behind - first) // (len(come) + 1)
    places = [first + step * (number + 1) for number in range(len(come))]
    connection.executemany("DELETE FROM keyword WHERE list = ? AND place = ?", [(known.number, at) for at in gone])
    rows = [
        (known.number, place, keyword.text, keyword.is_pattern, keyword.is_on, keyword.colour)
        for place, keyword in zip(places, come, strict=True)
    ]
    connection.executemany(
        "INSERT INTO keyword (list, place, text, is_pattern, is_on, colour) VALUES (?, ?, ?, ?, ?, ?)", rows
    )
    kept_behind = known.places[len(before) - same_behind :] if same_behind else []
    return _Saved(known.number, one, [*known.places[:same], *places, *kept_behind])


def _same_at_start(one: Sequence[Keyword], other: Sequence[Keyword]) -> int:
    """How many keywords two sequences have in common at their start."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first is not second and first != second:
            break
        count += 1
    return count


def _colour(colour: object) -> int | None:
    return None if colour is None else cast(int, colour) % PALETTE_SIZE


def _style(style: object) -> HighlightStyle:
    try:
        return HighlightStyle(style)
    except ValueError:
        return HighlightStyle.BACKGROUND
