"""Keywords and names of a text, put together as they are suggested."""

from __future__ import annotations

from reader.model.document import Passage
from reader.model.entity import EntityKind
from reader.model.suggested import SuggestedWord
from reader.search.document_names import DocumentNames
from reader.search.fold import fold
from reader.search.keywords import DocumentKeywords
from reader.search.stretches import Stretch

#: Keywords, and names of each kind, that are suggested.
_KEYWORDS, _NAMES = 24, 24


class SuggestedWords:
    """What a text suggests, of which no more is at hand than a stretch at a time."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self._keywords = DocumentKeywords(_KEYWORDS)
        self._names = DocumentNames(_addresses_in)
        self._read = 0

    def add(self, text: str) -> None:
        """Read on."""
        end = self._read + len(text)
        stretch = Stretch(text, Passage(self._read, end, text), 0, end)
        self._read = end
        self._keywords.add(stretch)
        self._names.add(stretch)

    def words(self) -> tuple[SuggestedWord, ...]:
        """Keywords that are no names, the best first; then names by kind, the most often named first."""
        of_kind = {
            kind: [SuggestedWord(thing.text, thing.count, kind) for thing in self._names.most_named(kind, _NAMES)]
            for kind in EntityKind
        }
        named = {fold(word.text) for words in of_kind.values() for word in words}
        words = [SuggestedWord(one.text, one.count) for one in self._keywords.best() if fold(one.text) not in named]
        return (*words, *(word for kind in EntityKind for word in of_kind[kind]))


def _addresses_in(passage: Passage, offsets: list[int]) -> list[int]:
    """Here addresses are code points from the beginning of the text."""
    return [passage.start + offset for offset in offsets]
