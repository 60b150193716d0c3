"""How a file begins in each encoding, for a reader who chooses one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from reader.formats.codec_table import ENCODINGS
from reader.formats.encoding import detect_encoding, mark_length
from reader.formats.frequency import log_likelihood
from reader.formats.mojibake import undone_mojibake
from reader.formats.source import open_source
from reader.formats.transcoding import OTHER_ENCODINGS, decode_whole

_SAMPLE = 4 << 10
_LONGEST = 120

#: The share of a text beyond which it cannot be read.
_MOST = 0.5

#: Categories of characters that no text is written in: controls, private use, unassigned.
_UNWRITTEN = ("Cc", "Co", "Cn")
_WHITE = "\t\r\n\f"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An encoding and what the file says in it.

    Attributes:
        encoding: as ``open_document`` takes it.
        lines: the first lines that are not blank, none longer than 120 code points.
        likelihood: nats for each byte that is looked at; the higher, the more it reads like Chinese.
        unreadable: the share of characters, 0 to 1, that stand for bytes which are no text, or that nobody writes.
        confidence: of what is detected, how sure that is, 0 to 1; None for the others.
    """

    encoding: str
    lines: tuple[str, ...]
    likelihood: float
    unreadable: float
    confidence: float | None = None

    @property
    def is_detected(self) -> bool:
        """Whether it is what the file would be opened in."""
        return self.confidence is not None


def candidates(path: Path, count: int = 3) -> list[Candidate]:
    """The beginning of a file in every encoding, likeliest first; before them what is detected, if only just.

    Those in which most of it cannot be read come last.

    A wrong decoding that can be undone is among them where there seems to be one.

    Args:
        path: the file.
        count: how many lines are wanted.

    Raises:
        UnreadableFile: there is no such file, or it cannot be read.
    """
    source = open_source(path)
    try:
        detection = detect_encoding(source)
        found: list[Candidate] = []
        for name in ENCODINGS + OTHER_ENCODINGS:
            first = detection.mark_length
            if name in ENCODINGS and not first:
                first = mark_length(source, name)
            data = source.read(first, min(first + _SAMPLE, source.size))
            text = decode_whole(data, name)
            confidence = detection.confidence if name == detection.encoding else None
            found.append(_candidate(name, text, data, count, confidence))
            if name == detection.encoding and (undone := undone_mojibake(text)):
                found.append(_candidate(undone.encoding, undone.text, data, count))
    finally:
        source.close()
    return sorted(found, key=lambda one: (not one.is_detected, one.unreadable > _MOST, -one.likelihood))


def _candidate(encoding: str, text: str, data: bytes, count: int, confidence: float | None = None) -> Candidate:
    lines = (line.strip()[:_LONGEST] for line in text.splitlines() if line.strip())
    likelihood = log_likelihood(text) / max(1, len(data))
    unreadable = sum(_is_unreadable(character) for character in text) / max(1, len(text))
    return Candidate(encoding, tuple(islice(lines, count)), round(likelihood, 3), round(unreadable, 3), confidence)


def _is_unreadable(character: str) -> bool:
    if character in _WHITE:
        return False
    return character == "\ufffd" or unicodedata.category(character) in _UNWRITTEN
