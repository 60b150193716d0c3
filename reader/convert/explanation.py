"""What became of every piece of a text, and why."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Change:
    """Characters of the source, what is shown for them, and the rules that led there, in order.

    Where no rule was applied the two sides are equal.
    """

    source: Span
    shown: Span
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the source on their way through the passes.

    Attributes:
        length: how many characters of the source they were.
        text: what they have become.
        rules: what was applied to them.
    """

    length: int
    text: str
    rules: tuple[Rule, ...] = ()


#: ``(start, end, rule)`` of what is replaced in a text, by the rule's result.
Replacement = tuple[int, int, Rule]


def replaced(pieces: list[Piece], replacements: list[Replacement]) -> list[Piece]:
    """The pieces with places of their joined text replaced; pieces that a place touches become one.

    Args:
        pieces: of a text, in order.
        replacements: ascending, none overlapping another.
    """
    shown: list[Piece] = []
    offset = index = number = 0
    while number < len(replacements):
        while offset + len(pieces[index].text) <= replacements[number][0]:
            shown.append(pieces[index])
            offset += len(pieces[index].text)
            index += 1
        first, begun, group = index, offset, number
        # One place can touch the piece that another ended in: then they are replaced together.
        while number < len(replacements) and (number == group or replacements[number][0] < offset):
            while offset < replacements[number][1]:
                offset += len(pieces[index].text)
                index += 1
            number += 1
        shown.append(_merged(pieces[first:index], begun, replacements[group:number]))
    return shown + pieces[index:]


def _merged(pieces: list[Piece], begun: int, replacements: list[Replacement]) -> Piece:
    """Pieces as one, with places replaced that are stated from ``begun`` before the first piece."""
    text = "".join(piece.text for piece in pieces)
    for start, end, rule in reversed(replacements):
        text = text[: start - begun] + rule.result + text[end - begun :]
    rules = [rule for piece in pieces for rule in piece.rules] + [rule for _, _, rule in replacements]
    return Piece(sum(piece.length for piece in pieces), text, tuple(dict.fromkeys(rules)))


def changes(pieces: list[Piece]) -> tuple[Change, ...]:
    """The pieces of a whole text; what lies unchanged between two that were changed is one."""
    found: list[Change] = []
    source = shown = 0
    for piece in pieces:
        if found and not piece.rules and not found[-1].rules:
            last = found.pop()
            source, shown = last.source.start, last.shown.start
            length = len(last.source) + piece.length
            piece = Piece(length, " " * length)
        found.append(Change(Span(source, source + piece.length), Span(shown, shown + len(piece.text)), piece.rules))
        source, shown = found[-1].source.end, found[-1].shown.end
    return tuple(found)
