"""What every character is to a line: CLREQ's classes of punctuation, and what stands between them.

A kind is one ASCII character, so that the kinds of a text are a string as long as it, in which rules are regular
expressions and tables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: Han, and whatever else fills a square and may stand at either end of a line: kana, Hangul, symbols, emoji.
HAN = "H"
#: Brackets and quotation marks that open or close (CLREQ 3.1.1.2 and A: 夹注符号).
OPENING, CLOSING = "(", ")"
#: Pauses within a sentence (、，；：) and at its end (。．！？).
COMMA, STOP = ",", "."
#: The dot between the parts of a name (間隔號).
INTERPUNCT = "*"
#: A dash of two em, an ellipsis (破折號, 刪節號).
DASH, ELLIPSIS = "-", ":"
#: Connectors and the solidus (連接號, 分隔號).
CONNECTOR, SOLIDUS = "~", "/"
#: Full-width digits and letters, and the full-width signs that go with the number before them or behind them.
WIDE, SUFFIX, PREFIX = "d", "%", "$"
#: Letters, digits and signs of other scripts, which stand in words.
WORD = "w"
#: White space that ends a word, the ideographic space, a tab.
SPACE, WIDE_SPACE, TAB = " ", "_", "\t"
#: What may not be parted from its neighbours (no-break space), and what allows a break but has no width.
GLUE, BREAK = "g", "z"
#: Combining marks and selectors, which belong to the character before; what joins the one after as well; flags.
EXTENDING, JOINING, FLAG = "x", "j", "R"
#: Characters that are Chinese punctuation beside Han and Latin beside letters, until ``kinds_of`` has looked.
_EITHER = {"“": OPENING, "‘": OPENING, "”": CLOSING, "’": CLOSING, "·": INTERPUNCT, "—": DASH, "…": ELLIPSIS}
_UNDECIDED = "?"

_LISTED = {
    OPENING: "（〔［｛〈《「『【〖｟〝〘〚﹁﹃",
    CLOSING: "）〕］｝〉》」』】〗｠〞〟〙〛﹂﹄",
    COMMA: "、，；：﹑﹐",
    STOP: "。．！？｡‼⁇⁈⁉﹒",
    INTERPUNCT: "・‧•･",
    DASH: "―⸺⸻",
    ELLIPSIS: "‥⋯",
    CONNECTOR: "～－〜",
    SOLIDUS: "／",
    SUFFIX: "％‰℃℉￠",
    PREFIX: "￥＄￡￦＃№",
    WIDE_SPACE: "\u3000",
    SPACE: " \u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u1680",
    TAB: "\t",
    GLUE: "\u00a0\u2007\u202f\u2060\ufeff",
    BREAK: "\u200b\u00ad",
    JOINING: "\u200d",
    _UNDECIDED: "".join(_EITHER),
}


class _Table(dict[int, str]):
    """The kind of every code point, found when it is first met."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(chr(code))
        return kind


def _kind(one: str) -> str:
    category, width = unicodedata.category(one), unicodedata.east_asian_width(one)
    if category in ("Mn", "Me", "Mc") or "\U0001f3fb" <= one <= "\U0001f3ff" or "\U000e0020" <= one <= "\U000e007f":
        return EXTENDING
    if "\U0001f1e6" <= one <= "\U0001f1ff":
        return FLAG
    if category == "Cf":
        return BREAK
    if width == "F" and category[0] in "NL":
        return WIDE
    # Letters and the signs of arithmetic keep to their words even where East Asian fonts may draw them wide.
    if width in "WF" or category in ("Co", "Cn", "So") or (width == "A" and category in ("No", "Po")):
        return HAN
    return WORD


_KINDS = _Table({ord(one): kind for kind, members in _LISTED.items() for one in members})

#: What is Latin on either side: letters and their marks.
_LATIN = WORD + EXTENDING + GLUE

#: Spaces across which a mark still looks for what it stands beside, and one more.
_FAR = 8


def kinds_of(text: str) -> str:
    """The kind of every code point of ``text``.

    Quotation marks, dashes, ellipses and dots that both scripts have are Latin only where nothing but Latin stands on
    both sides of them (CLREQ 3.1.3: a mark takes the form of the script that it stands in).
    """
    kinds = text.translate(_KINDS)
    return _decided(text, kinds) if _UNDECIDED in kinds else kinds


def _decided(text: str, kinds: str) -> str:
    settled = list(kinds)
    latin: list[int] = []
    for run in re.finditer(r"\?+", kinds):
        before = kinds[max(0, run.start() - _FAR) : run.start()].rstrip(SPACE)[-1:]
        after = kinds[run.end() : run.end() + _FAR].lstrip(SPACE)[:1]
        is_latin = before + after != "" and all(side in _LATIN for side in (before, after))
        for at in range(*run.span()):
            settled[at] = WORD if is_latin else _EITHER[text[at]]
            if is_latin:
                latin.append(at)
    if latin and len(latin) < kinds.count(_UNDECIDED):
        for first, last in _pairs(text):
            # Both marks of a pair are Chinese as soon as one of them is.
            if WORD in (settled[first], settled[last]) and settled[first] != settled[last]:
                settled[first], settled[last] = OPENING, CLOSING
    return "".join(settled)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Quotation marks that open and the ones that close them; an apostrophe closes nothing."""
    opened: list[int] = []
    for found in re.finditer(r"[“‘”]|(?<![A-Za-z])’|’(?![A-Za-z])", text):
        one = found.group()
        if one in "“‘":
            opened.append(found.start())
        elif opened and (text[opened[-1]], one) in (("“", "”"), ("‘", "’")):
            yield opened.pop(), found.start()
