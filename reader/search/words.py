"""The words of a text, for a double click."""

from __future__ import annotations

import re

from reader.model.position import Span
from reader.search.fold import fold

#: Code points on either side of a place that can decide where its word ends.
REACH = 60

#: Han and kana go to the segmenter; Latin words and numbers are whole words as they stand.
HAN_RUN = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_LETTER = "[0-9A-Za-z\u00aa-\u024f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
LATIN_WORD = re.compile(rf"{_LETTER}+(?:['’.\-]{_LETTER}+)*")


def word_at(text: str, offset: int) -> Span:
    """The word that holds a code point of ``text``; of what is no word (punctuation, space), the character.

    Words are told by rjieba's dictionary in the folded text, so that Traditional text is cut as well as Simplified.
    """
    start, end = max(0, offset - REACH), min(len(text), offset + REACH)
    for pattern in (HAN_RUN, LATIN_WORD):
        for run in pattern.finditer(text, start, end):
            if run.start() <= offset < run.end():
                return _segmented(text, run.span(), offset) if pattern is HAN_RUN else Span(*run.span())
    return Span(offset, min(offset + 1, len(text)))


def _segmented(text: str, run: tuple[int, int], offset: int) -> Span:
    # Loading its dictionary takes a tenth of a second, which the program's start need not wait for.
    import rjieba

    for _, start, end in rjieba.tokenize(fold(text[run[0] : run[1]])):
        if start <= offset - run[0] < end:
            return Span(run[0] + start, run[0] + end)
    return Span(offset, offset + 1)
