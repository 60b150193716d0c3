"""Converts whole texts from whatever script they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from reader.cli.whole_text import WholeText
from reader.convert.choice import Engine
from reader.convert.converters import Converters
from reader.convert.detect import block_script, detect_script
from reader.convert.evidence import NO_EVIDENCE, Evidence, gather
from reader.convert.punctuation import AS_WRITTEN, Punctuation
from reader.convert.scheme import scheme
from reader.convert.stream import Stream
from reader.convert.words import OwnWords
from reader.model.script import Script

#: Code points at the start, in the middle and at the end of each piece of a text that tell its script.
_SAMPLE = 4000

#: A line and the breaks behind it.
_LINES = re.compile(r"[^\r\n]*[\r\n]+|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class TextConverter:
    """What a reader asks to be done to texts.

    Attributes:
        target: the script to write; nothing is asked of it where there is a ``route``.
        route: one of ``routes.ROUTES``, which all lines go; without it, each line goes from its own script.
        source: the script of the texts; without it, it is told from each text and each line.
        has_regional_words: whether words become those of the target's region, too.
        engine: who converts.
        words: the reader's own.
        punctuation: which views of punctuation are on.
    """

    target: Script
    route: str | None = None
    source: Script | None = None
    has_regional_words: bool = False
    engine: Engine = Engine.JIANFAN
    words: OwnWords | None = None
    punctuation: Punctuation = AS_WRITTEN
    _converters: Converters = field(default_factory=Converters)

    def script_of(self, text: WholeText) -> Script | None:
        """The script of a text; None where nothing tells."""
        return self.source or detect_script("".join(map(_sample, text.texts())))

    def convert(self, text: WholeText, pieces: Iterable[str]) -> Iterator[str]:
        """What is written for a text, whose pieces are read once more as they are converted."""
        evidence = self._evidence(text)
        for route, lines in self._parted(pieces, self.script_of(text)):
            yield from self._stream(route, evidence).convert(lines)

    def segments(self, text: WholeText, pieces: Iterable[str]) -> Iterator[dict[str, Any]]:
        """What became of each stretch of a text and why; they cover the text without gaps.

        Each has ``start`` (code points of the text before it), ``source``, ``shown`` and ``rules``
        (``Stream.segments``).
        """
        evidence = self._evidence(text)
        start = 0
        for route, lines in self._parted(pieces, self.script_of(text)):
            stream = self._stream(route, evidence)
            for line in lines:
                for segment in stream.segments(line):
                    yield segment | {"start": start + segment["start"]}
                start += len(line)

    def _stream(self, route: str | None, evidence: Evidence) -> Stream:
        return Stream(route, self._converters, self.engine, self.words, evidence, self.punctuation)

    def _evidence(self, text: WholeText) -> Evidence:
        if self.engine is not Engine.JIANFAN:
            return NO_EVIDENCE
        *_, evidence = gather(text.texts())
        return evidence

    def _parted(self, pieces: Iterable[str], script: Script | None) -> Iterator[tuple[str | None, Iterator[str]]]:
        """Runs of lines that go the same way; None for those that stay as they are."""
        lines = _lines(pieces)
        if self.route is not None:
            yield self.route, lines
        else:
            yield from groupby(lines, lambda line: self._route_of(line, script))

    def _route_of(self, line: str, script: Script | None) -> str | None:
        written = self.source or block_script(line, script) or Script.SIMPLIFIED
        return scheme(written, self.target, self.has_regional_words)


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    """The lines of a text, each with the breaks behind it, wherever its pieces end."""
    held: list[str] = []
    for piece in pieces:
        for line in _LINES.findall(piece):
            held.append(line)
            if line.endswith(("\n", "\r")):
                yield "".join(held)
                held.clear()
    if held:
        yield "".join(held)


def _sample(text: str) -> str:
    middle = max(_SAMPLE, len(text) // 2)
    end = max(middle + _SAMPLE, len(text) - _SAMPLE)
    return text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[end:]
