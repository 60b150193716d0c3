"""A row of a table as one line of text."""

from __future__ import annotations

from dataclasses import replace

from reader.formats.parsed import Paragraph
from reader.model.block import BlockKind
from reader.model.mark import Mark
from reader.model.position import Span


def joined_row(cells: list[Paragraph | None]) -> Paragraph:
    """The paragraph of a table's row: its cells with tabs between, their marks moved to where they stand."""
    text = ""
    marks: list[Mark] = []
    for number, cell in enumerate(cells):
        text += "\t" if number else ""
        if cell:
            at = len(text)
            text += cell.text.replace("\t", " ")
            marks += (replace(mark, span=Span(at + mark.span.start, at + mark.span.end)) for mark in cell.marks)
    return Paragraph(text, BlockKind.TABLE_ROW, 0, tuple(marks))
