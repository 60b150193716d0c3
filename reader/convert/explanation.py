"""What became of every piece of a text, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.model.position import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of a dictionary that was applied.

    Attributes:
        table: the dictionary, by OpenCC's name (``TWPhrases``), or who else decided.
        word: its entry, as written there.
        result: what it gave.
        others: what else it has for the word.
    """

    table: str
    word: str
    result: str
    others: tuple[str, ...] = ()


def is_regional(rule: Rule) -> bool:
    """Whether a rule changes a word of one region for that of another, as the names of OpenCC's dictionaries say."""
    return rule.table.startswith(("TWPhrases", "HKPhrases"))


@dataclass(frozen=True, slots=True)
class Change:
    """Characters of the source, what is shown for them, and the rules that led there, in order.

    Where no rule was applied the two sides are equal.
    """

    source: Span
    shown: Span
    rules: tuple[Rule, ...]


class Piece(NamedTuple):
    """Characters of the source on their way through the passes.

    Attributes:
        length: how many characters of the source they were.
        text: what they have become.
        rules: what was applied to them. A piece without any stands for itself, character for character.
    """

    length: int
    text: str
    rules: tuple[Rule, ...] = ()


#: ``(start, end, rule)`` of what is replaced in a text, by the rule's result.
Replacement = tuple[int, int, Rule]


def whole(text: str) -> list[Piece]:
    """A text to which nothing was applied yet."""
    return [Piece(len(text), text)] if text else []


def joined(pieces: Iterable[Piece]) -> str:
    """What the pieces have become."""
    return "".join([piece.text for piece in pieces])


def parted(pieces: list[Piece], lengths: Iterable[int]) -> Iterator[list[Piece]]:
    """The pieces of stretches of a text, one behind the other, which cut none that has rules.

    Args:
        pieces: of the text.
        lengths: of what the stretches have become; together no more than the text.
    """
    waiting = pieces[::-1]
    for length in lengths:
        stretch: list[Piece] = []
        while length:
            piece = waiting.pop()
            if len(piece.text) > length:
                waiting.append(_cut(piece, length, len(piece.text)))
                piece = _cut(piece, 0, length)
            stretch.append(piece)
            length -= len(piece.text)
        yield stretch


def replaced(pieces: list[Piece], replacements: Sequence[Replacement]) -> list[Piece]:
    """The pieces with places of their joined text replaced; pieces with rules that a place touches become one.

    Args:
        pieces: of a text, in order.
        replacements: ascending, none overlapping another.
    """
    shown: list[Piece] = []
    waiting = pieces[::-1]
    offset = number = 0
    while number < len(replacements):
        start, end, rule = replacements[number]
        piece = waiting.pop()
        stop = offset + len(piece.text)
        if stop <= start:
            shown.append(piece)
            offset = stop
            continue
        if not piece.rules:
            if offset < start:
                shown.append(_cut(piece, 0, start - offset))
                piece, offset = _cut(piece, start - offset, stop - offset), start
            if stop >= end:
                shown.append(Piece(end - start, rule.result, (rule,)))
                if stop > end:
                    waiting.append(_cut(piece, end - start, stop - start))
                offset = end
                number += 1
                continue
        first, begun, group = number, offset, [piece]
        offset = stop
        # One place can touch the piece that another ended in: then they are replaced together.
        while number < len(replacements) and (number == first or replacements[number][0] < offset):
            while offset < replacements[number][1]:
                piece = waiting.pop()
                beyond = offset + len(piece.text) - replacements[number][1]
                if not piece.rules and beyond > 0:
                    waiting.append(_cut(piece, len(piece.text) - beyond, len(piece.text)))
                    piece = _cut(piece, 0, len(piece.text) - beyond)
                group.append(piece)
                offset += len(piece.text)
            number += 1
        shown.append(_merged(group, begun, replacements[first:number]))
    return shown + waiting[::-1]


def _cut(piece: Piece, start: int, end: int) -> Piece:
    return Piece(end - start, piece.text[start:end])


def _merged(pieces: list[Piece], begun: int, replacements: Sequence[Replacement]) -> Piece:
    """Pieces as one, with places replaced that are stated from ``begun`` before the first piece."""
    text = joined(pieces)
    for start, end, rule in reversed(replacements):
        text = text[: start - begun] + rule.result + text[end - begun :]
    rules = [rule for piece in pieces for rule in piece.rules] + [rule for _, _, rule in replacements]
    return Piece(sum(piece.length for piece in pieces), text, tuple(dict.fromkeys(rules)))


def changes(pieces: Iterable[Piece]) -> tuple[Change, ...]:
    """The pieces of a whole text; what lies unchanged between two that were changed is one."""
    found: list[Change] = []
    source = shown = 0
    run = 0
    for length, text, rules in pieces:
        if not rules:
            run += length
            continue
        if run:
            found.append(Change(Span(source, source + run), Span(shown, shown + run), ()))
            source, shown, run = source + run, shown + run, 0
        found.append(Change(Span(source, source + length), Span(shown, shown + len(text)), rules))
        source, shown = source + length, shown + len(text)
    if run:
        found.append(Change(Span(source, source + run), Span(shown, shown + run), ()))
    return tuple(found)
