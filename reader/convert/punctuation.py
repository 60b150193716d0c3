"""Quotation marks and punctuation shown as a region writes them, each kind a view of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion

#: Quotation marks: Taiwan, Hong Kong, and mainland China (GB/T 15834).
_CORNER, _CURVED = "「」『』", "“”‘’"

_HAN = "\u3400-\u9fff\uf900-\ufaff\u3001-\u303f\uff01-\uff60“”‘’"

#: Half-width punctuation next to Han on at least one side, and not part of a number or a Latin word.
_HALF = re.compile(f"(?<=[{_HAN}])[,:;?!()]+(?![,:;?!()0-9A-Za-z])|(?<![,:;?!()0-9A-Za-z])[,:;?!()]+(?=[{_HAN}])")

_FULL = str.maketrans(",:;?!()", "，：；？！（）")

#: Three or more dots or one ellipsis, and one or two dashes, beside Han.
_ELLIPSIS = re.compile(f"(?<=[{_HAN}])(?:\\.{{3,6}}|。{{3,6}}|…)(?!…)(?<!……)")
_DASH = re.compile(f"(?<=[{_HAN}])(?:--|—)(?!—)(?<!——)(?=[{_HAN}])")


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
        if self.quotes is not None:
            other = _CURVED if self.quotes == _CORNER else _CORNER
            text = text.translate(str.maketrans(other, self.quotes))
        if self.has_full_width:
            text = _HALF.sub(lambda mark: mark.group().translate(_FULL), text)
        shown = Conversion(text, Alignment.identity(len(text)))
        if self.has_long_marks:
            for pattern, mark in ((_ELLIPSIS, "……"), (_DASH, "——")):
                step = _replaced(shown.text, pattern, mark)
                shown = Conversion(step.text, shown.alignment.then(step.alignment))
        return shown


#: The quotation marks that a reader can choose.
CORNER, CURVED = _CORNER, _CURVED


def _replaced(text: str, pattern: re.Pattern[str], mark: str) -> Conversion:
    pieces: list[str] = []
    lengths: list[tuple[int, int]] = []
    position = 0
    for found in pattern.finditer(text):
        start, end = found.span()
        pieces += (text[position:start], mark)
        lengths += ((start - position, start - position), (end - start, len(mark)))
        position = end
    pieces.append(text[position:])
    lengths.append((len(text) - position, len(text) - position))
    return Conversion("".join(pieces), Alignment.of_lengths(lengths))
