"""The keyword lists of the reader."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from typing import cast

from reader.model.highlight import PALETTE_SIZE
from reader.model.keyword_list import HighlightStyle, Keyword, KeywordList
from reader.store.database import Database
from reader.store.keyword_rows import RowChange, SavedList, change, whole, write_rows

#: Rows that are written at once, in a millisecond or so.
_AT_ONCE = 400

#: New lists get their numbers by chance, so that two windows never write to the same one.
_NUMBERS = range(1 << 32, 1 << 52)


class StoredKeywords:
    """Loads and saves lists, in order. What did not change is not written again: a list may have thousands of words."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._saved: list[SavedList] = []
        #: Whether there are keywords of no list: a list that was written piece by piece, and not to its end.
        self._has_strays = False
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
            self._saved.append(SavedList(cast(int, number), made, [place for place, _ in found]))
        self._has_strays = len(of_list) > sum(bool(saved.places) for saved in self._saved)
        return tuple(saved.list for saved in self._saved)

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
        for _ in self.saving(lists):
            pass

    def saving(self, lists: Sequence[KeywordList]) -> Iterator[None]:
        """``save`` in steps of a millisecond or so; of few words there is one step.

        A list with many new words is written piece by piece, under a number of its own. Nobody sees it before the last
        step, a transaction that puts it in its place.

        Raises:
            StoreError: as ``save``, at any step.
        """
        version = self._database.version_of_others()
        changes = self._changes(lists, has_news=version != self._version)
        for one in changes:
            if one.size > _AT_ONCE:
                self._has_strays = True
                yield
                for start in range(0, len(one.come), _AT_ONCE):
                    with self._database.writing() as connection:
                        write_rows(connection, one.after.number, one.come[start : start + _AT_ONCE])
                    yield
        with self._database.writing() as connection:
            latest = self._database.version_of_others()
            if latest == version:
                unwritten = [one for one in changes if one.size <= _AT_ONCE]
            else:
                # Another window may have taken away what was written: it belonged to no list.
                unwritten = changes = self._changes(lists, has_news=True)
            saved = [one.after for one in changes]
            connection.execute("DELETE FROM keyword_list")
            connection.executemany(
                "INSERT INTO keyword_list (place, id, name, colour, style, is_on, file) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(place, one.number, *_head(one.list)) for place, one in enumerate(saved)],
            )
            for one in unwritten:
                one.write(connection)
            is_one_gone = not {one.number for one in self._saved} <= {one.number for one in saved}
            if self._has_strays or is_one_gone or latest != self._version:
                connection.execute("DELETE FROM keyword WHERE list NOT IN (SELECT id FROM keyword_list)")
        self._saved, self._version, self._has_strays = saved, latest, False

    def _changes(self, lists: Sequence[KeywordList], has_news: bool) -> list[RowChange]:
        """What has to be written of each list; after news from another window, all: the last one that writes wins."""
        unused = [] if has_news else list(self._saved)
        changes = []
        for one in lists:
            known = next((other for other in unused if other.list.keywords is one.keywords), None)
            known = known or next((other for other in unused if other.list.name == one.name), None)
            if known is not None and (made := change(known, one)).size <= _AT_ONCE:
                unused.remove(known)
            else:
                made = whole(secrets.choice(_NUMBERS), one)
            changes.append(made)
        return changes


def _head(one: KeywordList) -> tuple[object, ...]:
    return one.name, one.colour, one.style.value, one.is_on, one.file


def _colour(colour: object) -> int | None:
    return None if colour is None else cast(int, colour) % PALETTE_SIZE


def _style(style: object) -> HighlightStyle:
    try:
        return HighlightStyle(style)
    except ValueError:
        return HighlightStyle.BACKGROUND
