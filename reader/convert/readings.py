"""How runs of words are read, kept: the same few characters stand around a place again and again."""

from __future__ import annotations

from reader.convert.boundaries import Boundaries
from reader.convert.lexicon import Lexicon

#: Answers that are kept, some 200 bytes each.
_KEPT = 10_000


class Readings:
    """Where words stand in the clauses of a document, as ``Boundaries`` has it. Safe to use from several threads."""

    def __init__(self, lexicon: Lexicon, names: frozenset[str]) -> None:
        """Of a document.

        Args:
            lexicon: what words there are.
            names: words that the document is known to have besides.
        """
        self._lexicon = lexicon
        self._names = names
        self._standing: dict[tuple[str, int, int], bool] = {}
        self._tearing: dict[tuple[str, int, int], bool] = {}

    def stands(self, clause: str, start: int, end: int) -> bool:
        """Whether a word begins and ends with a place of a clause."""
        place = clause, start, end
        known = self._standing.get(place)
        if known is None:
            known = Boundaries(self._lexicon, clause, self._names).stands(start, end)
            self._keep(self._standing, place, known)
        return known

    def tears(self, clause: str, start: int, end: int) -> bool:
        """Whether words lie across a place of a clause."""
        place = clause, start, end
        known = self._tearing.get(place)
        if known is None:
            known = Boundaries(self._lexicon, clause, self._names).tears(start, end)
            self._keep(self._tearing, place, known)
        return known

    @staticmethod
    def _keep(kept: dict[tuple[str, int, int], bool], place: tuple[str, int, int], answer: bool) -> None:
        if len(kept) >= _KEPT:
            kept.clear()
        kept[place] = answer
