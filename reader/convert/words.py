"""The reader's own words: what is to stand for a word, above all dictionaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reader.convert.marks import MARK, marked
from reader.convert.matcher import Matcher
from reader.convert.ruling import Judge, Ruling, Settle, Settled
from reader.model.script import Script


@dataclass(frozen=True)
class OwnWords:
    """Words and what is shown for them; a word that stands for itself is protected.

    Attributes:
        entries: by word, as the document writes it; neither side is empty.
    """

    entries: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.entries)

    def settled(self, text: str, target: Script | None = None) -> list[Settled]:
        """The places of own words in a text, and of what is marked in it, ascending.

        Args:
            text: what to search.
            target: the script that is shown, for marks that have several forms.
        """
        found = [
            Settled(start, end, self.entries[text[start:end]], "own words") for start, end in self._matcher.find(text)
        ]
        return merged(marked(text, target), found)


def parse_words(text: str) -> OwnWords:
    """Own words from a dictionary in OpenCC's text format: ``word<tab>result`` by line, ``#`` before a comment.

    Of several results the first counts. A line without a tab protects its word, and so do marks: ``-{里長}-``.
    """
    entries: dict[str, str] = {}
    for line in text.removeprefix("\ufeff").splitlines():
        protected = MARK.findall(line)
        if protected:
            entries.update((word.strip(), word.strip()) for word in protected if word.strip())
            continue
        word, _, results = line.partition("\t")
        word = word.strip()
        if word and not word.startswith("#"):
            entries[word] = (results.split() or [word])[0]
    return OwnWords(entries)


def write_words(words: OwnWords) -> str:
    """Own words in OpenCC's text format; ``parse_words`` reads them back."""
    lines = (word if word == result else f"{word}\t{result}" for word, result in words.entries.items())
    return "".join(f"{line}\n" for line in lines)


def with_words(words: OwnWords, judge: Judge | None, target: Script | None = None) -> Judge:
    """A judge that settles own words first and leaves the rest to another, or to OpenCC's dictionaries if None.

    Args:
        words: the reader's own.
        judge: who rules about the rest.
        target: the script that is shown, for marks that have several forms.
    """
    return with_settled(lambda text: words.settled(text, target), judge)


def with_settled(settle: Settle, judge: Judge | None) -> Judge:
    """A judge that settles some places first and leaves the rest to another, or to OpenCC's dictionaries if None.

    Args:
        settle: the places of a text, ascending, none overlapping another.
        judge: who rules about the rest.
    """
    return lambda text: _WithSettled(settle(text), judge(text) if judge else None)


def merged(first: Sequence[Settled], others: Sequence[Settled]) -> list[Settled]:
    """All of the first places, and of the others those that none of the first overlaps, ascending."""
    covered = {offset for place in first for offset in range(place.start, place.end)}
    free = [place for place in others if covered.isdisjoint(range(place.start, place.end))]
    return sorted([*first, *free], key=_start)


def _start(place: Settled) -> int:
    return place.start


class _WithSettled:
    def __init__(self, own: Sequence[Settled], ruling: Ruling | None) -> None:
        self._ruling = ruling
        self.settled = merged(own, ruling.settled) if ruling else own
        self.preferred: Sequence[Settled] = ruling.preferred if ruling else ()

    def crossed(self, places: Sequence[tuple[int, int]]) -> list[bool]:
        return self._ruling.crossed(places) if self._ruling else [False] * len(places)

    def stands(self, start: int, end: int) -> bool:
        return self._ruling is None or self._ruling.stands(start, end)

    def tears(self, start: int, end: int) -> bool:
        return self._ruling is not None and self._ruling.tears(start, end)

    def allows(self, start: int, end: int, result: str) -> bool:
        return self._ruling is None or self._ruling.allows(start, end, result)
