"""Hard-wrapped texts: paragraphs that were broken into lines of one width when they were saved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_letters, digits

#: Columns that the rules of line breaking may leave empty, and that hanging punctuation may take besides.
_SLACK = 4

#: Lines that are enough to judge by, the widths that texts are wrapped to, the share of lines that are full, of lines
#: that are wider, and of full lines that end in the middle of a sentence.
_FEWEST = 30
_NARROWEST, _WIDEST = 36, 160
_FULL = 0.35
_WIDER = 0.02
_MIDDLE = 0.6

_SENTENCE_END = re.compile(r"[。！？!?…；：:」』”’）)】》─—]\s*$")
_WORD = frozenset(ascii_letters + digits)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped.

    Attributes:
        width: columns of a full line; an ideograph has two.
    """

    width: int

    def continues(self, before: str, line: str) -> bool:
        """Whether a line goes on with the paragraph of the line directly above it.

        That one is full, and this one is neither indented nor wider. Between two Latin words the break stands for a
        space: there it stays.
        """
        if not line or not before or len(line) > _WIDEST + _SLACK or line[0].isspace():
            return False
        if not self.width - _SLACK <= _columns(before) <= self.width + _SLACK:
            return False
        if 2 * len(line) > self.width + _SLACK and _columns(line) > self.width + _SLACK:
            return False
        return not (line[0] in _WORD and before[-1] in _WORD)


def wrapping_of(sample: Sequence[str]) -> Wrapping | None:
    """How a text is wrapped, or None where it is not.

    Args:
        sample: lines of stretches of the text that are not blank.
    """
    widths = [_columns(line) for line in sample]
    if len(widths) < _FEWEST:
        return None
    width, _ = Counter(widths).most_common(1)[0]
    full = [line for line, columns in zip(sample, widths, strict=True) if width - _SLACK <= columns <= width]
    is_wrapped = (
        _NARROWEST <= width <= _WIDEST
        and len(full) >= _FULL * len(widths)
        and sum(columns > width + _SLACK for columns in widths) <= _WIDER * len(widths)
        and sum(not _SENTENCE_END.search(line) for line in full) >= _MIDDLE * len(full)
    )
    return Wrapping(width) if is_wrapped else None


def _columns(text: str) -> int:
    text = text.rstrip()
    return 2 * len(text) - len(text.encode("latin-1", "ignore"))
