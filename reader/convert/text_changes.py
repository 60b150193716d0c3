"""Which pieces of a block are shown as something else, and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from reader.convert.dictionaries import raw_entries
from reader.convert.explanation import Change, Rule, is_regional
from reader.convert.rendition import Rendition
from reader.model.block import Block
from reader.model.position import Span
from reader.model.text_change import ChangeKind, TextChange

#: Who decides instead of the dictionaries: the reader.
_OWN = frozenset({"own words", "own choice", "mark"})

#: Forms that no text of today has, so that there is nothing to choose: 个 is 個.
_OBSOLETE = frozenset("箇纔")

#: Views of punctuation, which choose nothing.
_PUNCTUATION = frozenset({"quotation marks", "full width", "ellipsis", "dash"})


def text_changes(rendition: Rendition, block: Block) -> tuple[TextChange, ...]:
    """The changes in a block, in order; of a text that is shown as it is written there are none.

    A regional word and what the reader said are one change each; of other words, the characters that changed are.
    """
    if rendition.target is None:
        return ()
    shown = rendition.show(block).text
    found: list[TextChange] = []
    for change in rendition.explain(block):
        if change.rules:
            written = block.text[change.source.start : change.source.end]
            found += _changes(change, written, shown[change.shown.start : change.shown.end])
    return tuple(found)


def _changes(change: Change, written: str, shown: str) -> Iterator[TextChange]:
    if written == shown:
        return
    kind = _kind_of(change.rules)
    if kind is not None or len(written) != len(shown):
        yield TextChange(change.source, kind if kind is not None else ChangeKind.CHARACTER)
        return
    kinds = [_character_kind(one, other) for one, other in zip(written, shown, strict=True)]
    start = change.source.start
    for of, run in groupby(kinds):
        length = len(list(run))
        if of is not None:
            yield TextChange(Span(start, start + length), of)
        start += length


def _kind_of(rules: tuple[Rule, ...]) -> ChangeKind | None:
    """Why a piece is shown otherwise; None if that is for its characters to say."""
    tables = [rule.table for rule in rules]
    if not _OWN.isdisjoint(tables):
        return ChangeKind.OWN
    if any(map(is_regional, rules)):
        return ChangeKind.REGIONAL
    return ChangeKind.CHARACTER if _PUNCTUATION.issuperset(tables) else None


def _character_kind(written: str, shown: str) -> ChangeKind | None:
    if written == shown:
        return None
    return ChangeKind.CHOICE if written in _ambiguous() else ChangeKind.CHARACTER


@cache
def _ambiguous() -> frozenset[str]:
    """Characters that have several forms in the other script."""
    return frozenset(
        one
        for table in ("STCharacters", "TSCharacters")
        for one, forms in raw_entries(table)
        if len(set(forms) - _OBSOLETE) > 1
    )
