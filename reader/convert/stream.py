"""Converts a text of any length piece by piece, for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reader.convert.choice import REIMPLEMENTED_ROUTES, Engine
from reader.convert.converters import Converters
from reader.convert.evidence import NO_EVIDENCE, Evidence
from reader.convert.explanation import Change, changes, joined
from reader.convert.guard import Guard
from reader.convert.ruling import Judge
from reader.convert.scheme import region
from reader.convert.words import OwnWords, with_words

#: Code points that are converted at a time.
_PIECE = 200_000


def convert_pieces(
    texts: Iterable[str],
    route: str,
    converters: Converters,
    *,
    engine: Engine = Engine.JIANFAN,
    words: OwnWords | None = None,
    evidence: Evidence = NO_EVIDENCE,
) -> Iterator[str]:
    """The converted text, piece by piece; line ends are kept as they are.

    Args:
        texts: the text in pieces of any length, which may end anywhere.
        route: one of ``routes.ROUTES``.
        converters: where routes are had from.
        engine: who converts; routes that opencc-python-reimplemented lacks go by OpenCC's dictionaries.
        words: the reader's own, which come before all dictionaries.
        evidence: what is known of the document.

    Raises:
        KeyError: there is no such route.
    """
    if engine is Engine.REIMPLEMENTED and route in REIMPLEMENTED_ROUTES:
        package, settle = converters.reimplemented(route), words.settled if words else None

        def convert(text: str) -> str:
            return package.convert(text, settle)
    else:
        found, judge = converters.named(route), _judge(route, engine, words, evidence)

        def convert(text: str) -> str:
            return found.convert(text, judge)

    for piece in _whole_lines(texts):
        yield convert(piece)


def segments(
    text: str,
    route: str,
    converters: Converters,
    *,
    engine: Engine = Engine.JIANFAN,
    words: OwnWords | None = None,
    evidence: Evidence = NO_EVIDENCE,
) -> list[dict[str, Any]]:
    """The segments of a paragraph as values that JSON can hold; see ``convert_pieces`` for the arguments.

    Each has ``source`` and ``shown``, as text, ``start`` in the paragraph, and ``rules``: ``table``, ``word``,
    ``result`` and ``others``.
    """
    if engine is Engine.REIMPLEMENTED and route in REIMPLEMENTED_ROUTES:
        package, settle = converters.reimplemented(route), words.settled if words else None
        pieces = package.explain(text, settle)
    else:
        pieces = converters.named(route).explain(text, _judge(route, engine, words, evidence))
    shown = joined(pieces)
    return [_segment(text, shown, change) for change in changes(pieces)]


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


def _judge(route: str, engine: Engine, words: OwnWords | None, evidence: Evidence) -> Judge | None:
    judge: Judge | None = None
    if engine is Engine.JIANFAN:
        judge = Guard(region(route), evidence, is_simplified=route.startswith("s"))
    return with_words(words, judge) if words else judge


def _whole_lines(texts: Iterable[str]) -> Iterator[str]:
    """The text again, in pieces that end with a line, but for lines that have no end."""
    held: list[str] = []
    length = 0
    for text in texts:
        held.append(text)
        length += len(text)
        if length >= _PIECE:
            joined = "".join(held)
            end = joined.rfind("\n") + 1
            if end:
                yield joined[:end]
            held = [joined[end:]]
            length = len(joined) - end
    if length:
        yield "".join(held)
