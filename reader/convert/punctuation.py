"""Quotation marks and punctuation shown as a region writes them, each kind a view of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion
from reader.convert.explanation import Piece, Replacement, Rule, joined, replaced
from reader.model.script import Script

#: Quotation marks: Taiwan, Hong Kong, and mainland China (GB/T 15834).
CORNER, CURVED = "「」『』", "“”‘’"

_HAN = "\u3400-\u9fff\uf900-\ufaff\u3001-\u303f\uff01-\uff60“”‘’"

#: Half-width punctuation next to Han on at least one side, and not part of a number or a Latin word.
_HALF = re.compile(f"(?<=[{_HAN}])[,:;?!()]+(?![,:;?!()0-9A-Za-z])|(?<![,:;?!()0-9A-Za-z])[,:;?!()]+(?=[{_HAN}])")

_FULL = str.maketrans(",:;?!()", "，：；？！（）")

#: Three or more dots or one ellipsis, and one or two dashes, beside Han.
_ELLIPSIS = re.compile(f"(?<=[{_HAN}])(?:\\.{{3,6}}|。{{3,6}}|…)(?!…)(?<!……)")
_DASH = re.compile(f"(?<=[{_HAN}])(?:--|—)(?!—)(?<!——)(?=[{_HAN}])")

#: A curved mark between Latin letters is an apostrophe.
_CURVED_MARK = re.compile("[“”]|(?<![A-Za-z])[‘’]|[‘’](?![A-Za-z])")
_CORNER_MARK = re.compile("[「」『』]")
_OTHER_QUOTES = str.maketrans(CORNER + CURVED, CURVED + CORNER)

_ANY_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class _View:
    """One kind of marks: its name as a rule, where they stand, and what is shown for one."""

    name: str
    pattern: re.Pattern[str]
    result: Callable[[str], str]

    def find(self, text: str) -> list[Replacement]:
        return [
            (*mark.span(), Rule(self.name, mark.group(), self.result(mark.group())))
            for mark in self.pattern.finditer(text)
        ]


_QUOTES = {
    CORNER: _View("quotation marks", _CURVED_MARK, lambda mark: mark.translate(_OTHER_QUOTES)),
    CURVED: _View("quotation marks", _CORNER_MARK, lambda mark: mark.translate(_OTHER_QUOTES)),
}
_FULL_WIDTH = _View("full width", _HALF, lambda marks: marks.translate(_FULL))
_LONG_MARKS = (_View("ellipsis", _ELLIPSIS, lambda _: "……"), _View("dash", _DASH, lambda _: "——"))


@dataclass(frozen=True, slots=True)
class Punctuation:
    """Which views of punctuation are on.

    Attributes:
        quotes: the four marks that open and close outer and inner quotations, as ``CORNER`` or ``CURVED``; None as
            they are written.
        has_full_width: whether half-width punctuation between Han is widened.
        has_long_marks: whether an ellipsis is six dots (……) and a dash two ems (——).
    """

    quotes: str | None = None
    has_full_width: bool = False
    has_long_marks: bool = False

    def convert(self, text: str) -> Conversion:
        """A paragraph with these views, and its alignment; to be applied after a conversion of script."""
        shown = Conversion(text, Alignment.identity(len(text)))
        for view in self._views(text):
            found = view.find(shown.text)
            if found:
                shown = _after(shown, found)
        return shown

    def after(self, conversion: Conversion) -> Conversion:
        """A conversion followed by these views."""
        following = self.convert(conversion.text)
        return Conversion(following.text, conversion.alignment.then(following.alignment))

    def explain(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces of a text after these views."""
        for view in self._views(joined(pieces)) if self != AS_WRITTEN else ():
            found = view.find(joined(pieces))
            if found:
                pieces = replaced(pieces, found)
        return pieces

    def _views(self, text: str) -> Iterator[_View]:
        if not _ANY_HAN.search(text):
            return  # code, or another language
        if self.quotes is not None:
            yield _QUOTES[self.quotes]
        if self.has_full_width:
            yield _FULL_WIDTH
        if self.has_long_marks:
            yield from _LONG_MARKS


#: No view is on.
AS_WRITTEN = Punctuation()


def quotes_of(script: Script) -> str:
    """The quotation marks of a script's region."""
    return CORNER if script.is_traditional else CURVED


def _after(shown: Conversion, found: list[Replacement]) -> Conversion:
    text, position = shown.text, 0
    pieces: list[str] = []
    lengths: list[tuple[int, int]] = []
    for start, end, rule in found:
        pieces += (text[position:start], rule.result)
        lengths += ((start - position, start - position), (end - start, len(rule.result)))
        position = end
    pieces.append(text[position:])
    lengths.append((len(text) - position, len(text) - position))
    return Conversion("".join(pieces), shown.alignment.then(Alignment.of_lengths(lengths)))
