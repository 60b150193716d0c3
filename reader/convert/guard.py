"""Rules which regional words of a text are changed: those that stand as words, and mean what they mean as such.

The default mode of conversion is OpenCC's result with some regional words left as they are. One is left

- where the words of its clause do not begin and end with it (``boundaries``): the words of the lexicon, and the names
  that the document itself uses;
- where the text goes on with what the result would add (伊利諾 becomes 伊利诺伊, but not before 伊);
- where it is a part of a foreign name (``foreign_names``);
- where it means something else (``senses``): by its compound, its sentence, or the document.

Without evidence it is changed as OpenCC has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

from reader.convert.chooser import Chooser
from reader.convert.evidence import NO_EVIDENCE, Evidence
from reader.convert.fold import simplified
from reader.convert.foreign_names import is_cut_out
from reader.convert.lexicon import Lexicon
from reader.convert.readings import Readings
from reader.convert.senses import Region, senses
from reader.convert.sentences import Sentences
from reader.convert.usage import always

#: No Han character comes before this one.
_FIRST_HAN = "\u3400"

#: Code points of a clause on either side of a word that can decide where it begins and ends.
_REACH = 8


class Guard:
    """Rules about the texts of one document. Safe to call from several threads."""

    def __init__(self, region: Region, evidence: Evidence = NO_EVIDENCE, *, is_simplified: bool) -> None:
        """Of the texts of a document.

        Args:
            region: whose words they have.
            evidence: what is known of the document.
            is_simplified: whether they are written so, and have forms of characters to choose.
        """
        self.is_simplified = is_simplified
        self.region = region
        self.evidence = evidence
        self._readings = Readings(_lexicon(), evidence.names)
        self._chooser = Chooser(evidence) if is_simplified else None

    def __call__(self, text: str) -> GuardRuling:
        """Rule about a text."""
        return GuardRuling(text, self, self._readings, self._chooser)


class GuardRuling:
    """What was ruled about one text, as it is asked for."""

    def __init__(self, text: str, guard: Guard, readings: Readings, chooser: Chooser | None) -> None:
        self.settled = tuple(always(text)) if chooser else ()
        self.preferred = chooser(text) if chooser else []
        self._written = text
        self._guard = guard
        self._readings = readings
        self._senses = senses(guard.region)
        self._evidence = guard.evidence
        self._lexicon = _lexicon()
        self._standing: dict[tuple[int, int], bool] = {}
        self._across: dict[int, bool] = {}

    @cached_property
    def _text(self) -> str:
        return self._written if self._guard.is_simplified else simplified(self._written)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self._text, self._guard.region)

    def crossed(self, places: Sequence[tuple[int, int]]) -> list[bool]:
        """For each of some places whether a word may lie across its bounds. Where none does it stands, untorn."""
        text = self._text
        bounds = [(text[start - 1 : start + 1], text[end - 1 : end + 1]) for start, end in places]
        crossed = self._lexicon.may_cross({pair for pairs in bounds for pair in pairs}) | self._evidence.pairs
        return [first in crossed or last in crossed for first, last in bounds]

    def stands(self, start: int, end: int) -> bool:
        """Whether a place begins and ends where words do."""
        place = start, end
        if place not in self._standing:
            self._standing[place] = self._stands(start, end)
        return self._standing[place]

    def tears(self, start: int, end: int) -> bool:
        """Whether the words of a clause lie across a place that no regional word is at, so that it is none."""
        return self._is_crossed(start, end) and self._is_torn(start, end)

    def _is_crossed(self, start: int, end: int) -> bool:
        """Whether any word lies over a place's bounds. Where none does, as often, its clause need not be read."""
        return self._has_across(start) or self._has_across(end)

    def _has_across(self, bound: int) -> bool:
        known = self._across.get(bound)
        if known is None:
            text = self._text
            known = 0 < bound < len(text) and (
                self._lexicon.has_across(text, bound) or text[bound - 1 : bound + 1] in self._evidence.pairs
            )
            self._across[bound] = known
        return known

    def _is_torn(self, start: int, end: int) -> bool:
        found = self._clause(start, end)
        return found is not None and self._readings.tears(found[1], start - found[0], end - found[0])

    def allows(self, start: int, end: int, result: str) -> bool:
        """Whether a regional word is changed to ``result``."""
        word = self._text[start:end]
        sense = self._senses.get(word)
        if (end - start > 1 or sense) and not self.stands(start, end):
            return False
        if self._goes_on(start, end, _result(result)) or is_cut_out(self._text, start, end, self._lexicon):
            return False
        if sense is None:
            return True
        if sense.compounds.has(self._text, start, end):
            return False
        return not sense.is_other(word, self._sentences.at(start, end), self._evidence.topics)

    def _goes_on(self, start: int, end: int, result: str) -> bool:
        """Whether what the result adds to the word stands beside it already."""
        word = self._text[start:end]
        added = len(result) - len(word)
        if added <= 0:
            return False
        if added > 1 and (self._text.endswith(result[:added], 0, start) or self._text.startswith(result[-added:], end)):
            return True  # 首席 before 执行长, which becomes 首席执行官
        if result.startswith(word):
            return self._text.startswith(result[-added:], end)
        return result.endswith(word) and self._text.endswith(result[:added], 0, start)

    def _stands(self, start: int, end: int) -> bool:
        if not self._is_crossed(start, end):
            return True
        found = self._clause(start, end)
        # What is not a word of Han alone has no other word across it.
        return found is None or self._readings.stands(found[1], start - found[0], end - found[0])

    def _clause(self, start: int, end: int) -> tuple[int, str] | None:
        """The words that hang together with a place, and where the first begins; None if it is not Han.

        What lies behind a bound that no word lies across decides nothing.
        """
        if min(self._text[start:end]) < _FIRST_HAN:
            return None
        first, last = max(0, start - _REACH), min(len(self._text), end + _REACH)
        begun, stop = start, end
        while begun > first and self._has_across(begun):
            begun -= 1
        while stop < last and self._has_across(stop):
            stop += 1
        return begun, self._text[begun:stop]


#: What dictionaries have for words, in simplified characters: there are some two thousand.
_result = cache(simplified)

#: The words of Chinese, each taken apart when it is first asked for.
_lexicon = cache(Lexicon)
