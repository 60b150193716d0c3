"""How marked characters are set: bold, slanted, underlined and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.view.page_style import FIXED_FAMILIES
from reader.view.part import Part
from reader.view.utf16 import Utf16Map
from reader.view.visible_text import PICTURE

#: Han characters are never slanted, for Chinese has no italics: only what stands between them is.
SLANTED = re.compile(r"[^\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af]+")


def mark_formats(parts: Iterable[Part], text: str, units: Utf16Map) -> list[QTextLayout.FormatRange]:
    """The formats of what is marked in a layout's text; overlapping marks add up.

    Ruby is not told here: it takes room of its own. Of images, those that stand in the line as a character are set
    unseen, for they are painted there.

    Args:
        parts: of the layout.
        text: of the layout, code points.
        units: of ``text``.
    """
    ranges = []
    for part in parts:
        for mark in part.block.marks:
            shown = part.display_span(mark.span)
            spans = _spans(mark.kind, shown, text) if shown is not None else ()
            ranges += [_range(mark.kind, units.to_units(span.start), units.to_units(span.end)) for span in spans]
    return ranges


def _spans(kind: MarkKind, shown: Span, text: str) -> Iterator[Span]:
    if kind is MarkKind.RUBY or (kind is MarkKind.IMAGE and text[shown.start : shown.end] != PICTURE):
        return
    if kind is not MarkKind.ITALIC:
        yield shown
        return
    for run in SLANTED.finditer(text, shown.start, shown.end):
        yield Span(*run.span())


def _range(kind: MarkKind, start: int, end: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    made.format = _format(kind)
    return made


def _format(kind: MarkKind) -> QTextCharFormat:
    made = QTextCharFormat()
    match kind:
        case MarkKind.BOLD:
            made.setFontWeight(QFont.Weight.Bold)
        case MarkKind.ITALIC:
            made.setFontItalic(True)
        case MarkKind.UNDERLINE:
            made.setFontUnderline(True)
        case MarkKind.LINK:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        case MarkKind.STRIKE:
            made.setFontStrikeOut(True)
        case MarkKind.CODE:
            made.setFontFamilies(list(FIXED_FAMILIES))
        case MarkKind.SUPERSCRIPT:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        case MarkKind.IMAGE:
            made.setForeground(Qt.GlobalColor.transparent)
        case MarkKind.SUBSCRIPT:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    return made
