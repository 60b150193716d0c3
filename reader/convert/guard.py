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

import re
from bisect import bisect_right
from functools import cache, cached_property

from reader.convert.boundaries import Boundaries
from reader.convert.chooser import chosen
from reader.convert.evidence import NO_EVIDENCE, Evidence
from reader.convert.fold import simplified
from reader.convert.foreign_names import is_cut_out
from reader.convert.lexicon import Lexicon
from reader.convert.senses import Region, Sentence, senses
from reader.convert.usage import always

#: What ends a sentence.
_SENTENCE = re.compile("[。！？!?\n]+")

#: No Han character comes before this one.
_FIRST_HAN = "\u3400"

#: Code points of a clause on either side of a word that can decide where it begins and ends.
_REACH = 8

#: Code points of a text on either side of a word that its sentence is looked for in.
_SENTENCE_REACH = 150


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

    def __call__(self, text: str) -> GuardRuling:
        """Rule about a text."""
        return GuardRuling(text, self.region, self.evidence, self.is_simplified)


class GuardRuling:
    """What was ruled about one text, as it is asked for."""

    def __init__(self, text: str, region: Region, evidence: Evidence, is_simplified: bool) -> None:
        self.settled = tuple(always(text)) if is_simplified else ()
        self.preferred = chosen(text, evidence) if is_simplified else []
        self._written = text
        self._is_simplified = is_simplified
        self._region = region
        self._senses = senses(region)
        self._evidence = evidence
        self._standing: dict[tuple[int, int], bool] = {}
        self._sentences: dict[tuple[int, int], Sentence] = {}
        self._read: dict[tuple[int, int], Boundaries] = {}

    @cached_property
    def _text(self) -> str:
        return self._written if self._is_simplified else simplified(self._written)

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
        text = self._text
        if not 0 < bound < len(text):
            return False
        return _lexicon().has_across(text, bound) or text[bound - 1 : bound + 1] in self._evidence.pairs

    def _is_torn(self, start: int, end: int) -> bool:
        found = self._boundaries(start, end)
        return found is not None and found[0].tears(start - found[1], end - found[1])

    def allows(self, start: int, end: int, result: str) -> bool:
        """Whether a regional word is changed to ``result``."""
        word = self._text[start:end]
        sense = self._senses.get(word)
        if (end - start > 1 or sense) and not self.stands(start, end):
            return False
        if self._goes_on(start, end, simplified(result)) or is_cut_out(self._text, start, end, _lexicon()):
            return False
        if sense is None:
            return True
        return not sense.is_other(self._text, start, end, self._sentence(start, end), self._evidence.topics)

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
        found = self._boundaries(start, end)
        # What is not a word of Han alone has no other word across it.
        return found is None or found[0].stands(start - found[1], end - found[1])

    def _boundaries(self, start: int, end: int) -> tuple[Boundaries, int] | None:
        """Those of the words that hang together with a place, and where the first begins; None if it is not Han.

        What lies behind a bound that no word lies across decides nothing. Several places in it are read once.
        """
        if min(self._text[start:end]) < _FIRST_HAN:
            return None
        first, last = max(0, start - _REACH), min(len(self._text), end + _REACH)
        begun, stop = start, end
        while begun > first and self._has_across(begun):
            begun -= 1
        while stop < last and self._has_across(stop):
            stop += 1
        if (begun, stop) not in self._read:
            self._read[begun, stop] = Boundaries(_lexicon(), self._text[begun:stop], self._evidence.names)
        return self._read[begun, stop], begun

    @cached_property
    def _marks(self) -> tuple[list[int], list[int]]:
        """Where the marks between sentences begin, and where they end."""
        spans = [mark.span() for mark in _SENTENCE.finditer(self._text)]
        return [first for first, _ in spans], [last for _, last in spans]

    def _sentence(self, start: int, end: int) -> Sentence:
        begins, ends = self._marks
        index = bisect_right(begins, start)
        begun = max(start - _SENTENCE_REACH, ends[index - 1] if index else 0)
        stop = min(end + _SENTENCE_REACH, begins[index] if index < len(begins) else len(self._text))
        if (begun, stop) not in self._sentences:
            self._sentences[begun, stop] = Sentence(self._text[begun:stop], self._region)
        return self._sentences[begun, stop]


#: The words of Chinese, each taken apart when it is first asked for.
_lexicon = cache(Lexicon)
