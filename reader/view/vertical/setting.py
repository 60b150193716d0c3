"""How every piece of a text stands in vertical writing (Unicode Technical Report 50; CLREQ 3.2.2: mixed text).

Pure: knows no Qt. What is shown in another form here keeps its length, so that offsets stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.view.composition.kinds import (
    CLOSING,
    COMMA,
    CONNECTOR,
    DASH,
    HAN,
    OPENING,
    SOLIDUS,
    SPACE,
    STOP,
    WIDE,
    WORD,
)
from reader.view.composition.pieces import CLOSED, OPENED, WORDS, Pieces

#: In a cell of its own; on its side, turned clockwise; several characters beside each other in one cell (縱中橫).
UPRIGHT, SIDEWAYS, COMBINED = "u", "s", "c"

#: What lies on its side: words of other scripts, dashes (as one stroke), connectors and the solidus (UTR 50: R).
_SIDEWAYS = {ord(kind): SIDEWAYS for kind in (*WORDS, DASH, SOLIDUS, "\t", SPACE)}
#: The connectors that fonts have a vertical form of.
_WITH_FORM = "～〜"

#: Numbers that fit in a cell (CLREQ 3.2.2: two digits, three where they are narrow), and marks that belong together.
_NUMBER = re.compile(r"[0-9]{1,3}|[0-9]{1,2}\.")
_MARKS = re.compile(r"[!?]{2,3}")
_STRAIGHT = "＂"
#: Full-width digits stand one below the other, but for the two of a day or a month.
_TWO_WIDE = re.compile(f"(?<!{WIDE})(?<!{WIDE}[{COMMA}{STOP}]){WIDE}{{2}}(?!{WIDE})(?![{COMMA}{STOP}]{WIDE})")
_WIDE_DIGITS = "０１２３４５６７８９"
#: A letter of any script, or a Roman numeral, that stands alone: T恤, α射線, 第Ⅱ卷.
_LETTER = re.compile(r"[^\W\d_]|[\u2160-\u2188]")
_FULL_MARKS = frozenset(("！！", "！？", "？！", "？？"))

#: Half-width punctuation beside Han is shown full-width: it has no vertical form.
_WIDENED = {
    ",": ("，", COMMA),
    ":": ("：", COMMA),
    ";": ("；", COMMA),
    "!": ("！", STOP),
    "?": ("？", STOP),
    "(": ("（", OPENING),
    "[": ("［", OPENING),
    ")": ("）", CLOSING),
    "]": ("］", CLOSING),
}
#: Spaces across which a word still looks for another beside it, and one more.
_FAR = 8

_PAIRS = {"(": ")", "[": "]", ")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Quotes:
    """What quotation marks become that have no vertical form of their own.

    Attributes:
        outer: for “ and ”.
        inner: for ‘ and ’.
    """

    outer: str
    inner: str


#: GB/T 15834-2011, 5.1.7: “” become ﹃﹄ and ‘’ become ﹁﹂, of which fonts make the vertical forms of 『』 and 「」.
MAINLAND = Quotes("『』", "「」")
#: 重訂標點符號手冊: 「」 without and 『』 within.
TAIWAN = Quotes("「」", "『』")


@dataclass(frozen=True, slots=True)
class VerticalPieces:
    """Pieces as vertical writing has them, and how each one stands.

    Attributes:
        pieces: with the kinds that they have here; they cover the same code points.
        settings: a letter for each: upright, sideways or combined.
    """

    pieces: Pieces
    settings: str


def vertical_pieces(pieces: Pieces, quotes: Quotes) -> VerticalPieces:
    """How the pieces of a text stand."""
    made = _Rewriting(pieces, quotes)
    pairs = _digit_pairs(pieces)
    for at, kind in enumerate(pieces.kinds):
        if at in pairs:
            made.take_pair(at)
        elif at - 1 not in pairs:
            made.take(at, kind)
    return made.result()


def plain_pieces(pieces: Pieces) -> VerticalPieces:
    """How the pieces of a program's code stand: nothing is shown in another form, and words lie on their side."""
    settings = pieces.kinds.translate(_SIDEWAYS)
    return VerticalPieces(pieces, "".join(one if one == SIDEWAYS else UPRIGHT for one in settings))


class _Rewriting:
    """Pieces that are rewritten one after the other."""

    def __init__(self, pieces: Pieces, quotes: Quotes) -> None:
        self._pieces = pieces
        self._forms = dict(zip("“”‘’", quotes.outer + quotes.inner, strict=True))
        self._outer = quotes.outer
        self._is_quoting = False
        self._texts: list[str] = []
        self._kinds: list[str] = []
        self._settings: list[str] = []

    def take(self, at: int, kind: str) -> None:
        """Rewrite a piece."""
        text = self._pieces.texts[at]
        if kind in WORDS:
            self._take_word(at, text, kind)
        elif kind == STOP and text in "！？":
            self._take_mark(at, text)
        elif text == _STRAIGHT:
            # It does not say whether it opens or closes: every other one closes.
            self._is_quoting = not self._is_quoting
            self._add(self._outer[not self._is_quoting], OPENING if self._is_quoting else CLOSING, UPRIGHT)
        elif kind in (OPENING, CLOSING):
            self._add(self._forms.get(text, text), kind, UPRIGHT)
        elif kind == CONNECTOR:
            self._add(text, kind, UPRIGHT if text in _WITH_FORM else SIDEWAYS)
        else:
            self._add(text, kind, _SIDEWAYS.get(ord(kind), UPRIGHT))

    def take_pair(self, at: int) -> None:
        """Put two digits in one cell."""
        self._add(self._pieces.texts[at] + self._pieces.texts[at + 1], HAN, COMBINED)

    def result(self) -> VerticalPieces:
        """All of them."""
        starts: list[int] | None = None
        if any(len(text) > 1 for text in self._texts):
            starts = [0]
            for text in self._texts:
                starts.append(starts[-1] + len(text))
        return VerticalPieces(Pieces(self._texts, "".join(self._kinds), starts), "".join(self._settings))

    def _add(self, text: str, kind: str, setting: str) -> None:
        self._texts.append(text)
        self._kinds.append(kind)
        self._settings.append(setting)

    def _take_mark(self, at: int, text: str) -> None:
        """！ and ？: exactly two of them share a cell."""
        kinds, texts = self._pieces.kinds, self._pieces.texts
        is_second = at > 0 and kinds[at - 1] == STOP and texts[at - 1] in "！？"
        if is_second and self._settings[-1] == UPRIGHT and self._texts[-1] + text in _FULL_MARKS:
            is_third = at + 1 < len(texts) and texts[at + 1] in "！？"
            is_fourth = at > 1 and texts[at - 2] in "！？"
            if not is_third and not is_fourth:
                self._texts[-1] += text
                self._settings[-1] = COMBINED
                return
        self._add(text, STOP, UPRIGHT)

    def _take_word(self, at: int, text: str, kind: str) -> None:
        if not self._is_alone(at):
            self._add(text, kind, SIDEWAYS)
        elif _MARKS.fullmatch(text):
            self._add(text, CLOSED, COMBINED)
        elif text == '"' and kind in (CLOSED, OPENED):
            self._add(self._outer[kind == CLOSED], CLOSING if kind == CLOSED else OPENING, UPRIGHT)
        else:
            start, end = _bare(text)
            for one in text[:start]:
                self._add(*_WIDENED[one], UPRIGHT)
            if start < end:
                self._take_bare(text[start:end], kind if end - start == len(text) else WORD)
            for one in text[end:]:
                self._add(*_WIDENED[one], UPRIGHT)

    def _take_bare(self, text: str, kind: str) -> None:
        """A word without punctuation at its ends: a number that fits in a cell, a letter, or more."""
        if _NUMBER.fullmatch(text):
            self._add(text, HAN, COMBINED)
        elif _LETTER.fullmatch(text):
            self._add(text, HAN, UPRIGHT)
        else:
            self._add(text, kind, SIDEWAYS)

    def _is_alone(self, at: int) -> bool:
        """Whether no other word stands beside a piece, a space between them or not."""
        kinds = self._pieces.kinds
        before = kinds[max(0, at - _FAR) : at].rstrip(SPACE)[-1:]
        after = kinds[at + 1 : at + 1 + _FAR].lstrip(SPACE)[:1]
        return not (before and before in WORDS) and not (after and after in WORDS)


def _digit_pairs(pieces: Pieces) -> frozenset[int]:
    """Where two full-width digits stand that are a whole number."""
    if WIDE * 2 not in pieces.kinds:
        return frozenset()
    found = (match.start() for match in _TWO_WIDE.finditer(pieces.kinds))
    return frozenset(at for at in found if set(pieces.texts[at : at + 2]) <= set(_WIDE_DIGITS))


def _bare(text: str) -> tuple[int, int]:
    """Where a word begins and ends without punctuation that stands beside Han. Brackets with a partner in it stay."""
    start, end = 0, len(text)
    while start < end and text[start] in _WIDENED and _PAIRS.get(text[start], "\n") not in text[start:end]:
        start += 1
    while end > start and text[end - 1] in _WIDENED and _PAIRS.get(text[end - 1], "\n") not in text[start:end]:
        end -= 1
    return start, end
