"""Whether a stretch of text begins and ends where words do."""

from __future__ import annotations

from functools import lru_cache

from reader.model.position import Span
from reader.search.fold import fold
from reader.search.words import HAN_RUN, LATIN_WORD, REACH


def is_whole(text: str, span: Span) -> bool:
    """Whether no word of ``text`` reaches over an end of ``span``.

    Han text is cut into words by rjieba's dictionary after folding; 京 is no word in 北京, nor 大 in 大學.
    """
    return all(_is_bound(text, place) for place in (span.start, span.end))


def get_ready() -> None:
    """Do what else the first question would do. No other thread of Python runs for a tenth of a second meanwhile."""
    _cuts("")


def _is_bound(text: str, place: int) -> bool:
    if not 0 < place < len(text):
        return True
    start, end = max(0, place - REACH), min(len(text), place + REACH)
    for run in LATIN_WORD.finditer(text, start, end):
        if run.start() < place < run.end():
            return False
    for run in HAN_RUN.finditer(text, start, end):
        if run.start() < place < run.end():
            return place - run.start() in _cuts(fold(run[0]))
    return True


@lru_cache(64)
def _cuts(key: str) -> frozenset[int]:
    """Where the words of a folded stretch of Han characters begin."""
    # Its dictionary is loaded with it, which the program's start need not wait for.
    import rjieba

    return frozenset(start for _, start, _ in rjieba.tokenize(key))
