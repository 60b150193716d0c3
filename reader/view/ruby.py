"""Readings beside characters: those that the file gives, and those that the reader asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.view.part import Part

#: A reading in zhuyin: the letters, and the marks of the tones.
_ZHUYIN = re.compile("[\u3105-\u312f\u31a0-\u31bfˊˇˋ˙\u02ea\u02eb]+")


@dataclass(frozen=True, slots=True)
class Ruby:
    """A reading and the characters that it belongs to.

    Attributes:
        span: code points of a layout's text, not empty.
        text: the reading.
    """

    span: Span
    text: str

    @property
    def is_zhuyin(self) -> bool:
        """Whether it is a syllable of zhuyin, which stands to the right of its one character."""
        return len(self.span) == 1 and _ZHUYIN.fullmatch(self.text) is not None


def rubies_of(parts: Sequence[Part]) -> tuple[Ruby, ...]:
    """The readings of a layout's text, ascending and without overlap. What the file says has precedence."""
    found: list[Ruby] = []
    for part in parts:
        marked = [mark for mark in part.block.marks if mark.kind is MarkKind.RUBY and mark.value.strip()]
        taken: set[int] = set()
        for mark in marked:
            span = part.display_span(mark.span)
            if span is not None and taken.isdisjoint(range(span.start, span.end)):
                found += _by_character(Ruby(span, mark.value.strip()))
                taken.update(range(span.start, span.end))
        for offset, reading in enumerate(part.readings[part.shown.start : part.shown.end], start=part.at):
            if reading and offset not in taken:
                found.append(Ruby(Span(offset, offset + 1), reading))
    return tuple(sorted(found, key=lambda ruby: ruby.span.start))


def _by_character(ruby: Ruby) -> list[Ruby]:
    """A reading of several characters as one of each, where it has as many parts."""
    parts = ruby.text.split()
    if len(parts) != len(ruby.span):
        return [ruby]
    return [Ruby(Span(at, at + 1), part) for at, part in enumerate(parts, start=ruby.span.start)]
