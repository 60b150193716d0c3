"""The fonts of marked characters: bold, slanted, code, raised and lowered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QFont

from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.view.composition.pieces import Pieces
from reader.view.mark_formats import SLANTED
from reader.view.page_style import FIXED_FAMILIES, BlockStyle
from reader.view.part import Part

#: Marks that change the font, not only what is drawn over it.
_FONTS = frozenset((MarkKind.BOLD, MarkKind.ITALIC, MarkKind.CODE, MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT))

#: What a shaper is made of: its font; how far characters are raised; the font of the lines that they stand in, and the
#: families of words, if those are not of the font.
Face = tuple[QFont, float, QFont | None, tuple[str, ...]]

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


def marked_pieces(pieces: Pieces, marked: Sequence[tuple[Span, MarkKind]]) -> Iterator[tuple[int, frozenset[MarkKind]]]:
    """The numbers of the pieces that another font sets, and their marks."""
    starts = pieces.starts or range(len(pieces) + 1)
    for at in range(len(pieces)):
        kinds = frozenset(mark for span, mark in marked if span.start <= starts[at] < span.end)
        if kinds:
            yield at, kinds


def marked_face(style: BlockStyle, kinds: frozenset[MarkKind]) -> Face:
    """The face of characters with these marks in a block."""
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
    return made, rise, font, () if MarkKind.CODE in kinds else style.latin_families
