"""Text that was once decoded wrongly and saved so: recognised, and undone.

``锟斤拷`` is beyond help, but 鎴戜滑 is 我们 in UTF-8 that somebody read as GBK, and what was lost is little. The way
back is named like an encoding, right to left as it was done: ``utf-8 ← gb18030`` is UTF-8 that was read as GB18030.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.formats.codec import without_surrogates
from reader.formats.frequency import log_likelihood

_ARROW = " ← "

#: What a text was in, and what it was read as.
_RIGHT = ("utf-8", "gb18030", "big5hkscs")
_WRONG = ("gb18030", "big5hkscs", "cp1252")

#: Code points of a sample that is long enough to judge by, and the fewest beyond ASCII.
_SAMPLE = 3000
_FEWEST = 8

#: Nats for each character beyond ASCII: text that reads worse is looked at, and must read better once it is undone.
_SUSPICIOUS = -10.2
_READABLE = -9.2
#: Nats by which it must win for each of them, and the share of characters that may have been lost on the way.
_MARGIN = 2.0
_LOST = 0.25

_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_DAMAGE = re.compile("[\ufffd\x1a]+")


@dataclass(frozen=True, slots=True)
class Undone:
    """A text put right.

    Attributes:
        encoding: the way back, as ``open_document`` takes it.
        text: the text, or as much of it as was asked about.
        lost: the share of its characters that cannot be had back, roughly.
    """

    encoding: str
    text: str
    lost: float


def undone_mojibake(text: str) -> Undone | None:
    """What a text said before it was decoded wrongly; None where it reads well as it is, or no way back does better.

    Args:
        text: some lines of it; the first few thousand characters are looked at.
    """
    sample = text[:_SAMPLE]
    if len(_BEYOND_ASCII.findall(sample)) < _FEWEST or _quality(sample) > _SUSPICIOUS:
        return None
    before = log_likelihood(sample)
    best: Undone | None = None
    most = 0.0
    for wrong in _WRONG:
        for right in _RIGHT:
            if right == wrong:
                continue
            undone = undo(sample, right, wrong)
            written, gaps = _DAMAGE.subn("", undone)
            count = len(_BEYOND_ASCII.findall(written))
            lost = gaps / max(1, len(written) + gaps)
            # So many bytes are valid UTF-8 by design only, however rare what they say.
            is_proven = right == "utf-8" and not gaps
            if lost > _LOST or count < _FEWEST // 2 or not (is_proven or _quality(written) >= _READABLE):
                continue
            # Both read the same bytes, so that their likelihoods can be compared.
            gain = log_likelihood(written) - before
            if gain > max(most, _MARGIN * count):
                best, most = Undone(right + _ARROW + wrong, undo(text, right, wrong), round(lost, 3)), gain
    return best


def undo(text: str, right: str, wrong: str) -> str:
    """``text``, which is in ``right`` but was decoded as ``wrong``. U+FFFD for what that has lost."""
    return without_surrogates(_bytes_of(text, wrong).decode(right, "replace"))


def chain_of(name: str) -> tuple[str, str] | None:
    """The two encodings of a way back, or None for the name of an encoding.

    Raises:
        LookupError: it is no way back that is known.
    """
    if _ARROW not in name:
        return None
    right, _, wrong = name.partition(_ARROW)
    if right not in _RIGHT or wrong not in _WRONG or right == wrong:
        raise LookupError(f"unknown encoding: {name}")
    return right, wrong


def _quality(text: str) -> float:
    """Nats for each character beyond ASCII."""
    characters = "".join(_BEYOND_ASCII.findall(text))
    return log_likelihood(characters) / max(1, len(characters))


def _bytes_of(text: str, encoding: str) -> bytes:
    """The bytes that a wrong decoding read; an invalid one where it had to give up."""
    if encoding == "cp1252":
        return b"".join(map(_byte, text))
    return b"\xff".join(part.encode(encoding, "ignore") for part in text.split("\ufffd"))


def _byte(character: str) -> bytes:
    """A byte by its character in Windows-1252, or in Latin-1 where that has none."""
    if ord(character) < 0x100:
        return bytes((ord(character),))
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return b"\xff"
