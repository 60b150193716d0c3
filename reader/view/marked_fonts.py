"""The fonts of marked characters: bold, slanted, code, raised and lowered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont

from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.view.mark_formats import SLANTED
from reader.view.page_style import FIXED_FAMILIES, BlockStyle
from reader.view.part import Part
from reader.view.shaper import Shaper, shaper_for

#: Marks that change the font, not only what is drawn over it.
_FONTS = frozenset((MarkKind.BOLD, MarkKind.ITALIC, MarkKind.CODE, MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT))

#: The size of raised and lowered characters, how far they are raised and lowered, in em.
_SCRIPT_SIZE, _RAISED, _LOWERED = 0.65, 0.36, 0.16


def font_spans(parts: Iterable[Part], text: str) -> list[tuple[Span, MarkKind]]:
    """The code points of a layout's text that another font sets, and why; they may overlap."""
    found: list[tuple[Span, MarkKind]] = []
    for part in parts:
        for mark in part.block.marks:
            shown = part.display_span(mark.span) if mark.kind in _FONTS else None
            if shown is None:
                continue
            if mark.kind is MarkKind.ITALIC:
                # Chinese has no italics: only what stands between Han is slanted.
                runs = SLANTED.finditer(text, shown.start, shown.end)
                found += [(Span(*run.span()), MarkKind.ITALIC) for run in runs]
            else:
                found.append((shown, mark.kind))
    return found


def marked_shaper(style: BlockStyle, kinds: frozenset[MarkKind]) -> Shaper:
    """The shaper of characters with these marks in a block."""
    font = style.font
    made = QFont(font)
    rise = 0.0
    if MarkKind.BOLD in kinds:
        made.setWeight(QFont.Weight.Bold)
    if MarkKind.ITALIC in kinds:
        made.setItalic(True)
    if MarkKind.CODE in kinds:
        made.setFamilies([*FIXED_FAMILIES, *font.families()])
    if kinds & {MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT}:
        made.setPixelSize(max(1, round(font.pixelSize() * _SCRIPT_SIZE)))
        rise = font.pixelSize() * (_RAISED if MarkKind.SUPERSCRIPT in kinds else -_LOWERED)
    return shaper_for(made, rise, font, () if MarkKind.CODE in kinds else style.latin_families)
