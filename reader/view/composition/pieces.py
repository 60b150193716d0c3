"""A text in the pieces that lines are made of: what is never parted is one piece."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from reader.view.composition.kinds import DASH, ELLIPSIS, EXTENDING, WORD, kinds_of

#: A piece of a word that the piece before belongs to: a line may end between them, but no space comes there.
CONTINUED = "v"
#: Words that begin with what may not begin a line, end with what may not end one, or both.
CLOSED, OPENED, ENCLOSED = "c", "o", "b"
#: All kinds of words.
WORDS = WORD + CONTINUED + CLOSED + OPENED + ENCLOSED

#: A word, and whatever else takes more than one code point. A word is cut where it is longer than any: to shape one
#: takes quadratic time.
_LONGEST = 64
_WORD = f"w[wgxj]{{0,{_LONGEST - 1}}}"
_MANY = re.compile(rf"{_WORD}|{DASH}{{2}}|{ELLIPSIS}{{2}}|RR|[^w](?:x|j(?s:.)?)+")

#: Where a line may end within a word: behind a hyphen or a solidus between letters, and behind the signs of an address.
_JOINT = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})|(?<=[^\W\d_]/)(?=[^\W\d_])")
_ADDRESS_JOINT = re.compile(r"(?<=[/?&=_.\-])(?=[^/?&=_.\-])")
_ADDRESS = re.compile(r"://|^www\.|[^/]+/[^/]+/")

#: Half-width marks that may not begin or end a line beside Han, as their full-width forms may not (CLREQ 3.1.4).
_CLOSING = ")]},.:;!?%”’»›…—·"
_OPENING = "([{“‘«‹"


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text, in order and without gaps.

    Attributes:
        texts: of the pieces.
        kinds: of the pieces, a letter each.
        starts: the code points at which they begin, and behind the last one the text's length; None where every piece
            is one code point.
    """

    texts: list[str]
    kinds: str
    starts: list[int] | None

    def __len__(self) -> int:
        return len(self.texts)


def pieces_of(text: str) -> Pieces:
    """``text`` in pieces."""
    kinds = kinds_of(text)
    texts: list[str] = []
    letters: list[str] = []
    starts: list[int] = []
    quotes = _closing_quotes(text) if '"' in text else frozenset()
    done = 0
    for found in _MANY.finditer(kinds):
        start, end = found.span()
        # What stands between is one code point to a piece.
        texts += text[done:start]
        letters.append(kinds[done:start])
        starts += range(done, start)
        is_going_on = done == start and texts != [] and kinds[start - 1] in WORD + EXTENDING
        done = end
        if kinds[start] != WORD:
            texts.append(text[start:end])
            letters.append(kinds[start])
            starts.append(start)
            continue
        word = text[start:end]
        for at, until in pairwise((0, *_joints(word), len(word))):
            texts.append(word[at:until])
            starts.append(start + at)
            letters.append(CONTINUED if at or is_going_on else _word_kind(text, start, start + until, quotes))
    if not texts:
        return Pieces(list(text), kinds, None)
    texts += text[done:]
    return Pieces(texts, "".join(letters) + kinds[done:], [*starts, *range(done, len(text) + 1)])


def parted(pieces: Pieces, offsets: Iterable[int]) -> Pieces:
    """The same pieces, parted at more code points, where no line may end for that; what is one mark stays whole."""
    starts = pieces.starts or list(range(len(pieces) + 1))
    cuts = sorted(set(offsets) - set(starts))
    if not cuts:
        return pieces
    texts, letters, places = list(pieces.texts), list(pieces.kinds), list(starts)
    for cut in reversed(cuts):
        at = bisect_right(places, cut) - 1
        if at < len(texts) and letters[at] in WORDS:
            within = cut - places[at]
            texts[at : at + 1] = [texts[at][:within], texts[at][within:]]
            letters.insert(at + 1, ENCLOSED if letters[at] in OPENED + ENCLOSED else CLOSED)
            places.insert(at + 1, cut)
    return Pieces(texts, "".join(letters), places)


def spelled(pieces: Pieces, carets: Mapping[int, tuple[float, ...]]) -> Pieces:
    """The same pieces, some of them parted into their characters, between which a line may end.

    Args:
        pieces: of a text.
        carets: of the pieces to part, by their numbers, where their code points begin; one that does not begin a
            character of its own begins where the one before it does.
    """
    starts = pieces.starts or list(range(len(pieces) + 1))
    texts: list[str] = []
    letters: list[str] = []
    places: list[int] = []
    for at, text in enumerate(pieces.texts):
        own = carets.get(at)
        cuts = [0, *(k for k in range(1, len(text)) if own is not None and own[k] != own[k - 1]), len(text)]
        for number, (start, end) in enumerate(pairwise(cuts)):
            texts.append(text[start:end])
            letters.append(CONTINUED if number else pieces.kinds[at])
            places.append(starts[at] + start)
    return Pieces(texts, "".join(letters), [*places, starts[-1]])


def _joints(word: str) -> list[int]:
    pattern = _ADDRESS_JOINT if _ADDRESS.search(word) else _JOINT
    return [found.start() for found in pattern.finditer(word)]


def _word_kind(text: str, start: int, end: int, closing_quotes: frozenset[int]) -> str:
    first, last = text[start], text[end - 1]
    is_closed = first in _CLOSING or start in closing_quotes
    is_opened = last in _OPENING or (last == '"' and end - 1 not in closing_quotes)
    if is_closed:
        return ENCLOSED if is_opened else CLOSED
    return OPENED if is_opened else WORD


def _closing_quotes(text: str) -> frozenset[int]:
    """Straight quotation marks do not say whether they open or close: every other one closes."""
    return frozenset([found.start() for found in re.finditer('"', text)][1::2])
