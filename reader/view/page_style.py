"""How the page looks: its typography, which decides the layout, and its colours, which do not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF

from reader.model.block import Block, BlockKind
from reader.model.mark import MarkKind
from reader.view.axes import WritingMode


@dataclass(frozen=True, slots=True)
class PageColours:
    """The colours of the page, each ``#rrggbb`` or ``#aarrggbb``.

    Attributes:
        page: behind the text.
        ink: of the text.
        secondary: of what is not text (the picture of an empty page, the edge of the overview).
        selection: laid over selected text, translucent so that highlights stay visible under it.
        focus: ring around the highlight that the reader stepped to.
        highlights: backgrounds of the keyword palette.
        inks: the palette's colours for text and underlines, legible on ``page``.
        found: frame around what a search found, and, translucent, the ground within.
    """

    page: str
    ink: str
    secondary: str
    selection: str
    focus: str
    highlights: tuple[str, ...]
    inks: tuple[str, ...]
    found: str


@dataclass(frozen=True, slots=True)
class PageStyle:
    """The typography of the page.

    Attributes:
        families: font families, best first.
        font_size: 1 em, in device-independent pixels.
        line_height: distance of base lines, in percent of an em.
        column_width: the longest line, in em.
        mode: horizontal or vertical.
        latin_families: families of Latin letters and digits, before ``families``; empty for those of ``families``.
        weight: of the body, as fonts count it: 400 is regular. Headings are bolder by as much as bold is than regular.
        margin: the least space on either side of the column, in percent of an em.
        paragraph_gap: space between paragraphs, in percent of a body line.
        indent: of a paragraph's first line, in em (CLREQ 3.1.1: two characters).
        hangs: whether a comma or a stop at the end of a line may stand behind the column's edge.
        is_justified: whether the lines of a paragraph end at one edge.
        has_readings_over: whether readings are asked for that stand over their characters.
    """

    families: tuple[str, ...]
    font_size: int
    line_height: int
    column_width: int
    mode: WritingMode = WritingMode.HORIZONTAL
    latin_families: tuple[str, ...] = ()
    weight: int = 400
    margin: int = 150
    paragraph_gap: int = 35
    indent: int = 2
    hangs: bool = False
    has_readings_over: bool = False
    is_justified: bool = True


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """The typography of one block, in pixels.

    Attributes:
        font: of its text.
        slot: distance of base lines; a line with taller glyphs takes more.
        indent: of its first line.
        before: space above the block.
        after: space below the block.
        is_centred: whether its lines stand in the middle of the column.
        is_even: whether its lines are about as long as each other.
        left: space before all of its lines; what marks a list item or a note hangs there.
        right: space behind all of its lines.
        is_secondary: whether it steps back behind the text.
        cells: how many columns of one width tabs divide its lines into; 0 for no columns.
        latin_families: families of Latin letters and digits, if they are not the font's.
        is_justified: whether its lines end at one edge.
        is_chinese: whether punctuation is squeezed and gaps are put between Han and Latin.
        hangs: whether a comma or a stop may stand behind the edge.
        mode: whether its lines stand horizontally or vertically.
        over: what readings take over the squares of its characters.
    """

    font: QFont
    slot: int
    indent: float
    before: int
    after: int
    is_centred: bool
    left: float = 0.0
    right: float = 0.0
    is_secondary: bool = False
    cells: int = 0
    latin_families: tuple[str, ...] = ()
    is_justified: bool = False
    is_chinese: bool = True
    hangs: bool = False
    mode: WritingMode = WritingMode.HORIZONTAL
    over: float = 0.0
    is_even: bool = False


#: What readings take over the square of their characters, and the least space between two lines that have some, in em.
OVER_ROOM, _OVER_GAP = 0.62, 0.12

#: Size in em, space before and after in body lines, centred or not; by kind and level.
_HEADINGS = {
    (BlockKind.TITLE, 1): (1.5, 0.0, 0.5, True),
    (BlockKind.TITLE, 2): (1.1, 0.0, 0.4, True),
    (BlockKind.HEADING, 1): (1.45, 1.8, 1.0, True),
    (BlockKind.HEADING, 2): (1.25, 1.5, 0.7, False),
    (BlockKind.HEADING, 3): (1.1, 1.0, 0.4, False),
}

#: How far quotations, lists, notes and code stand in, in em.
_INDENT = 2

#: The size of bylines and notes, in em, and how deep quotations and lists stand in at most.
_SMALL = 0.85
_DEEPEST = 4

#: Fonts for code in which a Han character is as wide as two letters.
FIXED_FAMILIES = ("Noto Sans Mono CJK SC", "Sarasa Mono SC", "monospace")

#: Space between blocks of one kind that belong together, as a share of that between paragraphs.
TOGETHER = {BlockKind.CODE: 0.0, BlockKind.LIST_ITEM: 0.4, BlockKind.TABLE_ROW: 0.3, BlockKind.NOTE: 0.4}

#: Between what marks a list item or a note and its text, in em.
MARKER_GAP = 0.4

#: By how much a heading is bolder than the body, and the boldest weight that there is.
_BOLDER, _BOLDEST = 300, 900


def body_font(style: PageStyle, scale: float = 1.0) -> QFont:
    """The page's font at ``scale`` em. Unhinted, so that a line holds the same characters on every screen."""
    font = QFont(list(style.families))
    font.setPixelSize(max(1, round(style.font_size * scale)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight(style.weight))
    return font


@lru_cache(maxsize=4)
def em_width(style: PageStyle) -> float:
    """The advance of one Han character, in pixels."""
    return max(1.0, QFontMetricsF(body_font(style)).horizontalAdvance("國"))


def line_slot(style: PageStyle) -> int:
    """The distance of the body's base lines, in whole pixels so that scrolling by lines can move painted pixels."""
    slot = max(1, round(style.font_size * style.line_height / 100))
    return max(slot, _slot_with_readings(style.font_size)) if style.has_readings_over else slot


def _slot_with_readings(em: float) -> int:
    """The least distance of base lines between which readings stand."""
    return ceil(em * (1 + OVER_ROOM + _OVER_GAP))


def block_style(style: PageStyle, block: Block, is_followed: bool = False) -> BlockStyle:
    """The typography of ``block``.

    Args:
        style: of the page.
        block: any block.
        is_followed: whether one of the same kind comes next. Lines of code, items of a list and rows of a table stand
            together, closer than paragraphs do.
    """
    made = _heading_style(style, block) if block.is_heading else _body_style(style, block)
    if is_followed and block.kind in TOGETHER:
        made = replace(made, after=round(made.after * TOGETHER[block.kind]))
    if block.marker and block.is_first:
        # A marker that is wider than the space before the lines pushes the first one in, and never leaves the column.
        width = QFontMetricsF(made.font).horizontalAdvance(block.marker) + MARKER_GAP * made.font.pixelSize()
        made = replace(made, indent=max(made.indent, width - made.left))
    if style.latin_families and block.kind is not BlockKind.CODE:
        made = replace(made, latin_families=(*style.latin_families, *style.families))
    if style.has_readings_over or any(mark.kind is MarkKind.RUBY for mark in block.marks):
        em = made.font.pixelSize()
        made = replace(made, over=OVER_ROOM * em, slot=max(made.slot, _slot_with_readings(em)))
    return replace(made, mode=style.mode) if style.mode is not made.mode else made


def _heading_style(style: PageStyle, block: Block) -> BlockStyle:
    """The typography of a heading: larger and bolder than the body, with space around it."""
    slot = line_slot(style)
    size, before, after, is_centred = _HEADINGS[block.kind, min(block.level, 2 if block.kind is BlockKind.TITLE else 3)]
    font = body_font(style, size)
    font.setWeight(QFont.Weight(min(_BOLDEST, style.weight + _BOLDER)))
    height, above, below = (round(slot * share) for share in (0.25 + size * 0.75, before, after))
    return BlockStyle(font, height, 0.0, above, below, is_centred, is_even=True)


def _body_style(style: PageStyle, block: Block) -> BlockStyle:
    """The typography of what is no heading: a quotation stands in, a byline and notes step back."""
    slot, em, font = line_slot(style), em_width(style), body_font(style)
    gap = round(slot * style.paragraph_gap / 100) if block.is_last else 0
    step = _INDENT * em * min(max(1, block.level), _DEEPEST)
    body = BlockStyle(font, slot, 0.0, 0, gap, False, is_justified=style.is_justified, hangs=style.hangs)
    match block.kind:
        case BlockKind.BYLINE:
            return BlockStyle(body_font(style, _SMALL), slot, 0.0, 0, gap, True, is_secondary=True, is_even=True)
        case BlockKind.QUOTE:
            return replace(body, left=step, right=_INDENT * em)
        case BlockKind.LIST_ITEM:
            return replace(body, left=step)
        case BlockKind.NOTE:
            return replace(body, font=body_font(style, _SMALL), slot=round(slot * _SMALL), left=_INDENT * em)
        case BlockKind.CODE:
            font.setFamilies([*FIXED_FAMILIES, *style.families])
            font.setStyleHint(QFont.StyleHint.Monospace)
            return BlockStyle(font, slot, 0.0, 0, gap, False, left=_INDENT * em, is_chinese=False)
        case BlockKind.TABLE_ROW:
            return replace(body, is_justified=False, cells=block.text.count("\t") + 1)
        case BlockKind.IMAGE:
            return replace(body, is_centred=True, is_justified=False, is_even=True)
    return replace(body, indent=style.indent * em if block.is_first else 0.0)
