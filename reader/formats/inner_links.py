"""Links from one place of a document to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reader.formats.parsed import Paragraph
from reader.model.mark import MarkKind


def resolved(paragraphs: list[Paragraph], anchors: Mapping[str, int]) -> list[Paragraph]:
    """The paragraphs with links to anchors turned into links to paragraphs; those that lead nowhere are dropped.

    Until then the value of a link inside a document is ``#`` and the name of an anchor.
    """
    return [_resolved(one, anchors, len(paragraphs)) if one.marks else one for one in paragraphs]


def _resolved(paragraph: Paragraph, anchors: Mapping[str, int], count: int) -> Paragraph:
    marks = []
    for mark in paragraph.marks:
        if mark.kind is MarkKind.LINK and mark.value.startswith("#"):
            number = anchors.get(mark.value[1:])
            if number is None:
                continue
            mark = replace(mark, value=f"#{min(number, count - 1)}")
        marks.append(mark)
    return replace(paragraph, marks=tuple(marks))
