"""Where a line may end."""

from __future__ import annotations

import re

from reader.view.composition.kinds import (
    BREAK,
    CLOSING,
    COMMA,
    CONNECTOR,
    DASH,
    ELLIPSIS,
    EXTENDING,
    GLUE,
    INTERPUNCT,
    OPENING,
    PREFIX,
    SOLIDUS,
    SPACE,
    STOP,
    SUFFIX,
    TAB,
    WIDE,
    WIDE_SPACE,
)
from reader.view.composition.pieces import CLOSED, ENCLOSED, OPENED, Pieces

#: What may not begin a line (CLREQ 3.1.4, strict: dashes and ellipses among it). White space ends the line before.
NOT_AT_START = frozenset(
    CLOSING
    + COMMA
    + STOP
    + INTERPUNCT
    + CONNECTOR
    + SOLIDUS
    + DASH
    + ELLIPSIS
    + SUFFIX
    + CLOSED
    + ENCLOSED
    + (SPACE + WIDE_SPACE + TAB + BREAK + GLUE + EXTENDING)
)
#: What may not end one (CLREQ 3.1.4, GB style: the solidus among it).
NOT_AT_END = frozenset(OPENING + OPENED + ENCLOSED + GLUE + SOLIDUS + PREFIX)

_MAY_START = bytes(chr(code) not in NOT_AT_START for code in range(256))
_ENDLESS = re.compile("[" + re.escape("".join(sorted(NOT_AT_END))) + "]")
#: Several dashes or ellipses may be parted from each other, if not within (CLREQ 3.1.5.1).
_BETWEEN = re.compile(f"{DASH}(?={DASH})|{ELLIPSIS}(?={ELLIPSIS})")
#: Numbers stay whole, full-width ones too (CLREQ 3.1.5.2).
_WITHIN = re.compile(rf"{WIDE}(?={WIDE})|{WIDE}[{COMMA}{STOP}](?={WIDE})")

#: A number, a space, and what may be its unit.
_MEASURED = re.compile("w (?=w)")
_MEASURE = re.compile(
    r"(?:[kcmn]?m|[km]?g|t|ha|m?l|L|[KkMGT]B|[kMG]?Hz|[kMG]?W|kWh|V|mA|px|pt|ft|in|mi|%|°[CF]|[AaPp]\.?[Mm]\.?)[.,;:!?)]*"
)


def breakable(pieces: Pieces) -> bytearray:
    """For every piece whether a line may end before it, 1 or 0; and behind the last one, where it may."""
    kinds = pieces.kinds
    allowed = bytearray(kinds.encode("ascii").translate(_MAY_START))
    allowed.append(1)
    allowed[0] = 0
    for found in _BETWEEN.finditer(kinds):
        allowed[found.end()] = 1
    for pattern in (_ENDLESS, _WITHIN):
        for found in pattern.finditer(kinds):
            allowed[found.end()] = 0
    for found in _MEASURED.finditer(kinds):
        number, measure = pieces.texts[found.start()], pieces.texts[found.end()]
        if number[-1].isdigit() and _MEASURE.fullmatch(measure):
            allowed[found.end()] = 0
    allowed[-1] = 1
    return allowed
