"""A word on the page: what is written, what is shown for it, why, and what could be."""

from __future__ import annotations

from dataclasses import dataclass

from reader.convert.explanation import Change, Rule
from reader.convert.rendition import Rendition
from reader.model.block import Block
from reader.model.position import Span


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A stretch of a block as the reader sees it.

    Attributes:
        span: in code points of the block's text.
        source: what is written.
        shown: what is shown.
        rules: that led there, in order.
        candidates: what could be shown, each once: what is shown first, and what is written among them.
    """

    span: Span
    source: str
    shown: str
    rules: tuple[Rule, ...]
    candidates: tuple[str, ...]


def word_in(rendition: Rendition, block: Block, span: Span) -> ShownWord:
    """What became of a stretch of a block, whole pieces of the conversion where it touches them."""
    changed = [change for change in rendition.explain(block) if change.rules and change.source.overlaps(span)]
    if changed:
        span = Span(min(span.start, changed[0].source.start), max(span.end, changed[-1].source.end))
    conversion = rendition.show(block)
    shown_span = conversion.alignment.shown_span(span)
    source, shown = block.text[span.start : span.end], conversion.text[shown_span.start : shown_span.end]
    rules = tuple(dict.fromkeys(rule for change in changed for rule in change.rules))
    return ShownWord(span, source, shown, rules, rendition.candidates(source, shown, Change(span, shown_span, rules)))


def piece_at(rendition: Rendition, block: Block, offset: int) -> Span | None:
    """The piece of the conversion at a code point of a block, if a rule was applied there."""
    for change in rendition.explain(block):
        if change.rules and change.source.start <= offset < change.source.end:
            return change.source
    return None
