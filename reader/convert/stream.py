"""Converts a text of any length piece by piece, for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.convert.choice import REIMPLEMENTED_ROUTES, Engine
from reader.convert.converters import Converters
from reader.convert.evidence import NO_EVIDENCE, Evidence
from reader.convert.explanation import Change, Piece, changes, joined
from reader.convert.guard import Guard
from reader.convert.punctuation import AS_WRITTEN, Punctuation
from reader.convert.ruling import Judge, Settled
from reader.convert.scheme import region, target_of
from reader.convert.settling import explained_alone, settled_alone
from reader.convert.words import OwnWords, with_words
from reader.model.script import Script

#: Code points that are converted at a time.
_PIECE = 200_000


@dataclass(frozen=True, slots=True)
class Stream:
    """Converts text after text on one route.

    Attributes:
        route: one of ``routes.ROUTES``; None for texts that stay as they are, but for their punctuation.
        converters: where routes are had from.
        engine: who converts; routes that opencc-python-reimplemented lacks go by OpenCC's dictionaries.
        words: the reader's own, which come before all dictionaries.
        evidence: what is known of the document.
        punctuation: which views of punctuation are on.
    """

    route: str | None
    converters: Converters
    engine: Engine = Engine.JIANFAN
    words: OwnWords | None = None
    evidence: Evidence = NO_EVIDENCE
    punctuation: Punctuation = AS_WRITTEN

    def convert(self, texts: Iterable[str]) -> Iterator[str]:
        """The converted text, piece by piece; line ends are kept as they are.

        Args:
            texts: the text in pieces of any length, which may end anywhere.

        Raises:
            KeyError: there is no such route.
        """
        convert = self._convert()
        for piece in _whole_lines(texts):
            shown = convert(piece)
            if self.punctuation == AS_WRITTEN:
                yield shown
            else:
                yield "".join([self.punctuation.convert(line).text for line in shown.splitlines(keepends=True)])

    def segments(self, text: str) -> list[dict[str, Any]]:
        """The segments of a paragraph as values that JSON can hold.

        Each has ``source`` and ``shown``, as text, ``start`` in the paragraph, and ``rules``: ``table``, ``word``,
        ``result`` and ``others``.

        Raises:
            KeyError: there is no such route.
        """
        pieces = self.punctuation.explain(self._explained(text))
        shown = joined(pieces)
        return [_segment(text, shown, change) for change in changes(pieces)]

    def _convert(self) -> Callable[[str], str]:
        if self.route is None:
            return lambda text: settled_alone(text, self._settle).text
        if self._is_reimplemented:
            package = self.converters.reimplemented(self.route)
            return lambda text: package.convert(text, self._settle)
        found, judge = self.converters.named(self.route), self._judge(self.route)
        return lambda text: found.convert(text, judge)

    def _explained(self, text: str) -> list[Piece]:
        if self.route is None:
            return explained_alone(text, self._settle)
        if self._is_reimplemented:
            return self.converters.reimplemented(self.route).explain(text, self._settle)
        return self.converters.named(self.route).explain(text, self._judge(self.route))

    @property
    def _is_reimplemented(self) -> bool:
        return self.engine is Engine.REIMPLEMENTED and self.route in REIMPLEMENTED_ROUTES

    @property
    def _target(self) -> Script | None:
        return target_of(self.route) if self.route else None

    def _settle(self, text: str) -> Sequence[Settled]:
        return self.words.settled(text, self._target) if self.words else ()

    def _judge(self, route: str) -> Judge | None:
        judge: Judge | None = None
        if self.engine is Engine.JIANFAN:
            judge = Guard(region(route), self.evidence, is_simplified=route.startswith("s"))
        return with_words(self.words, judge, self._target) if self.words else judge


def _segment(text: str, shown: str, change: Change) -> dict[str, Any]:
    return {
        "start": change.source.start,
        "source": text[change.source.start : change.source.end],
        "shown": shown[change.shown.start : change.shown.end],
        "rules": [
            {"table": rule.table, "word": rule.word, "result": rule.result, "others": list(rule.others)}
            for rule in change.rules
        ],
    }


def _whole_lines(texts: Iterable[str]) -> Iterator[str]:
    """The text again, in pieces that end with a line, whatever ends it, but for lines that have no end."""
    held: list[str] = []
    length = 0
    for text in texts:
        end = max(text.rfind("\n"), text.rfind("\r")) + 1
        length += len(text)
        if end and length >= _PIECE:
            yield "".join([*held, text[:end]])
            held = [text[end:]]
            length = len(text) - end
        else:
            held.append(text)
    if length:
        yield "".join(held)
