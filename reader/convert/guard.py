"""Rules which regional words of a text are changed: those that stand as words, and mean what they mean as such.

The default mode of conversion is OpenCC's result with some regional words left as they are. One is left

- where the words of its clause do not begin and end with it (``boundaries``): the words of the lexicon, and the names
  that the document itself uses;
- where the text goes on with what the result would add (伊利諾 becomes 伊利诺伊, but not before 伊);
- where it means something else (``senses``): by its compound, its sentence, or the document.

Without evidence it is changed as OpenCC has it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property

from reader.convert.boundaries import Boundaries
from reader.convert.chooser import always, chosen
from reader.convert.evidence import NO_EVIDENCE, Evidence
from reader.convert.fold import simplified
from reader.convert.lexicon import Lexicon
from reader.convert.senses import Region, senses, topics

#: What ends a sentence.
_SENTENCE = re.compile("[。！？!?\n]+")

#: Runs in which words are looked for: nothing but Han.
_CLAUSE = re.compile("[\u3400-\u9fff]+")

#: Code points of a clause on either side of a word that can decide where it begins and ends.
_REACH = 10

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
        self._senses = senses(region)
        self._evidence = evidence
        self._standing: dict[tuple[int, int], bool] = {}
        self._sentences: dict[int, Counter[str]] = {}
        self._read: dict[tuple[int, int], Boundaries] = {}

    @cached_property
    def _text(self) -> str:
        return simplified(self._written)

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
        text, names = self._text, self._evidence.names
        for bound in (start, end):
            if 0 < bound < len(text) and (
                _lexicon().has_across(text, bound)
                or (names and any(text[first:last] in names for first, last in _over(bound)))
            ):
                return True
        return False

    def _is_torn(self, start: int, end: int) -> bool:
        found = self._boundaries(start, end)
        return found is not None and found[0].tears(start - found[1], end - found[1])

    def allows(self, start: int, end: int, result: str) -> bool:
        """Whether a regional word is changed to ``result``."""
        word = self._text[start:end]
        sense = self._senses.get(word)
        if (end - start > 1 or sense) and not self.stands(start, end):
            return False
        if self._goes_on(start, end, simplified(result)):
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
        """Those of the clause that holds a place, as far as it can decide, and where it begins; None if it is not Han.

        A clause with several doubtful words is read once.
        """
        begun, stop = max(0, start - _REACH), min(len(self._text), end + _REACH)
        for run in _CLAUSE.finditer(self._text, begun, stop):
            if run.start() <= start and end <= run.end():
                if run.span() not in self._read:
                    self._read[run.span()] = Boundaries(_lexicon(), run.group(), self._evidence.names)
                return self._read[run.span()], run.start()
        return None

    def _sentence(self, start: int, end: int) -> Counter[str]:
        begun = max(0, start - _SENTENCE_REACH)
        stop = min(len(self._text), end + _SENTENCE_REACH)
        marks = [mark.span() for mark in _SENTENCE.finditer(self._text, begun, stop)]
        index = bisect_right([first for first, _ in marks], start) - 1
        if index >= 0:
            begun = marks[index][1]
        if index + 1 < len(marks):
            stop = marks[index + 1][0]
        if begun not in self._sentences:
            self._sentences[begun] = topics(self._text[begun:stop])
        return self._sentences[begun]


def _over(bound: int) -> Iterator[tuple[int, int]]:
    """The places of two or three characters that lie over a bound."""
    for length in (2, 3):
        for first in range(max(0, bound - length + 1), bound):
            yield first, first + length


#: The words of Chinese, each taken apart when it is first asked for.
_lexicon = cache(Lexicon)
