"""Suggests the keywords of a text."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import nlargest

from reader.model.document import Document
from reader.resources import resource
from reader.search.candidates import Candidate, candidates
from reader.search.fold import fold
from reader.search.stretches import Stretch, stretches

#: The weight of a word that the table does not know, and of a single character inside a phrase.
_RARE = 11.0
_CHARACTER = 5.0
#: Candidates of a whole document that are remembered at most.
_MOST_TOTALS = 20_000
#: By the number of words: a phrase of two says more than one word, one of four is often a sentence's piece.
_BY_WORDS = {2: 1.6, 3: 1.0, 4: 0.9}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A keyword.

    Attributes:
        text: as the source writes it where it stands first.
        score: comparable within one text only.
        count: how often it stands there, in any script.
    """

    text: str
    score: float
    count: int


def suggest_keywords(text: str, most: int = 10, title: str = "") -> list[Suggestion]:
    """The keywords of an article, the best first.

    A candidate's score is ``count^0.8 · weight · kind · (1 + 0.4·e^(−4·place)) · 2.8 in the title``, in which the
    weight is the mean rarity of its words; one that stands inside a better one nearly as often is left out. The figures
    were tuned on abstracts (``tests/benchmarks/keyphrases.py``).

    Args:
        text: the article.
        most: how many are wanted.
        title: as it stands in the text; by default its first line, where that is short.
    """
    key = fold(text)
    start, end = _title(key, fold(title))
    found = candidates(key, (start, end))
    scores = {word: _score(word, one, len(key)) for word, one in found.items()}
    _yield_to_longer(scores, found)
    chosen: list[str] = []
    for word in sorted(scores, key=lambda word: (-scores[word], found[word].first, word)):
        if len(chosen) == most:
            break
        count = found[word].count
        piece = next((at for at, better in enumerate(chosen) if better in word and found[better].count == count), None)
        if piece is not None and count >= 5:
            # What stands there only as a piece of this one says less, however well it scores.
            chosen[piece] = word
        elif not any(
            (word in better and count <= 1.5 * found[better].count)
            or (better in word and count < 0.1 * found[better].count and not found[word].in_title)
            for better in chosen
        ):
            chosen.append(word)
    return [
        Suggestion(text[one.first : one.first + len(word)], round(scores[word], 3), one.count)
        for word, one in ((word, found[word]) for word in chosen)
    ]


def suggest_in_document(document: Document, most: int = 10) -> Iterator[tuple[int, list[Suggestion]]]:
    """The keywords of a whole document, so that a novel can be gone through in the background.

    Yields:
        The address up to which it was read, and the best so far; the last are those of the whole.
    """
    keywords = DocumentKeywords(most)
    for stretch in stretches(document):
        keywords.add(stretch)
        yield stretch.end, keywords.best()


class DocumentKeywords:
    """The keywords of the stretches of a document, put together: what scores well in many is best."""

    def __init__(self, most: int) -> None:
        """Nothing read yet; ``most`` are wanted."""
        self._most = most
        self._totals: dict[str, Suggestion] = {}
        self._is_begun = False

    def add(self, stretch: Stretch) -> None:
        """Read on."""
        title = "\n" if self._is_begun else ""
        self._is_begun = True
        for one in suggest_keywords(stretch.text, 10 * self._most, title):
            key = fold(one.text)
            known = self._totals.get(key)
            self._totals[key] = Suggestion(
                known.text if known else one.text,
                round(one.score + (known.score if known else 0), 3),
                one.count + (known.count if known else 0),
            )
        if len(self._totals) > _MOST_TOTALS:
            # What scored little in hundreds of chapters will not be among the best.
            best = nlargest(_MOST_TOTALS // 4, self._totals.items(), key=lambda item: item[1].score)
            self._totals = dict(best)

    def best(self) -> list[Suggestion]:
        """The best so far."""
        return nlargest(self._most, self._totals.values(), key=lambda one: one.score)


def _title(key: str, title: str) -> tuple[int, int]:
    if title:
        start = key.find(title)
        return (start, start + len(title)) if start >= 0 else (0, 0)
    start = len(key) - len(key.lstrip())
    line = key[start:].split("\n", 1)[0].rstrip()
    is_title = 0 < len(line) <= 60 and start + len(line) < len(key.rstrip()) and line[-1] not in "。.!?;,，！？；"
    return (start, start + len(line)) if is_title else (0, 0)


def _score(word: str, found: Candidate, size: int) -> float:
    weights = _weights()
    if len(found.parts) == 1:
        part = found.parts[0][1]
        weight = weights.get(word, _RARE)
        kind = {"v": 0.6, "a": 0.4, "b": 0.4}.get(part, 1.0)
        # Idioms and turns of phrase name nothing.
        kind *= 0.6 if len(word) < 3 else 0.7 if part in ("l", "i") else 1.0
    else:
        weight = sum(weights.get(one, _RARE) if len(one) > 1 else _CHARACTER for one, _ in found.parts)
        weight /= len(found.parts)
        # A phrase that is not said again is a piece of its sentence as often as not, in a title too.
        kind = (0.8 if found.count > 1 else 0.4 if found.in_title else 0.2) * _BY_WORDS[len(found.parts)]
    place = 1 + 0.4 * math.exp(-4.0 * found.first / max(size, 1))
    return math.pow(found.count, 0.8) * weight * kind * place * (2.8 if found.in_title else 1.0)


def _yield_to_longer(scores: dict[str, float], found: dict[str, Candidate]) -> None:
    """Lower the score of a phrase that nearly always stands inside one longer phrase."""
    longer: dict[str, list[str]] = defaultdict(list)
    for word, one in found.items():
        if one.count < 2:
            continue
        parts = [part for part, _ in one.parts]
        for first in range(len(parts)):
            for last in range(first + 2, len(parts) + 1):
                if last - first < len(parts):
                    longer["".join(parts[first:last])].append(word)
    for word, others in longer.items():
        if word in scores and any(found[other].count >= 0.9 * found[word].count for other in others):
            scores[word] *= 0.6


@cache
def _weights() -> dict[str, float]:
    lines = resource("data", "word_weights.txt").read_text(encoding="utf-8").splitlines()[1:]
    fields = (line.partition("\t") for line in lines)
    return {word: float(weight) for weight, _, words in fields for word in words.split(" ")}
