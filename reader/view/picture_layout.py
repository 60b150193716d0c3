"""A block that is a picture: laid out as one line that holds one large character."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize

from reader.model.block import Block, BlockKind
from reader.model.mark import MarkKind
from reader.model.position import Span
from reader.view.block_layout import BlockLayout
from reader.view.page_style import BlockStyle
from reader.view.part import Part

#: Wide enough for any words that stand for a picture to be one line, which is never drawn.
_ENDLESS = 1e6


def picture_name(block: Block) -> str | None:
    """The name of the picture that a block is; None if it is none."""
    if block.kind is not BlockKind.IMAGE or not (block.is_first and block.is_last):
        return None
    whole = Span(0, len(block.text))
    return next((mark.value for mark in block.marks if mark.kind is MarkKind.IMAGE and mark.span == whole), None)


class PictureLayout(BlockLayout):
    """The layout of a picture in the middle of the column. Its words are selected as a whole, and copied as such.

    Attributes:
        name: of the picture, for ``Document.image``.
        box: where it stands, in whole pixels from the layout's top left corner.
    """

    __slots__ = ("box", "name")

    def __init__(self, parts: tuple[Part, ...], style: BlockStyle, width: float, name: str, size: QSize) -> None:
        """Lay a picture out.

        Args:
            parts: the block's own.
            style: of the block.
            width: of the column, in pixels.
            name: of the picture.
            size: in which it is shown, in pixels; no wider than the column.
        """
        super().__init__(parts, style, _ENDLESS, is_carrying=False)
        self.name = name
        slot = max(style.slot, size.height())
        left, top = (width - size.width()) // 2, style.before + (slot - size.height()) // 2
        self.box = QRectF(left, top, size.width(), size.height())
        self._tops, self._bottoms = [style.before], [style.before + slot]
        self.height = style.before + slot + style.after

    def offset_at(self, line: int, x: float, is_on_character: bool = False) -> int:
        """The start in the picture's left half, the end in its right one."""
        return 0 if is_on_character or x < self.box.center().x() else self.size

    def offset_beside(self, offset: int, is_forward: bool) -> int:
        """One end or the other."""
        return self.size if is_forward else 0

    def x_at(self, line: int, offset: int) -> float:
        """The left edge of the start, the right one of the end."""
        return self.box.right() if offset >= self.size > 0 else self.box.left()

    def rectangles(self, span: Span) -> list[tuple[int, QRectF]]:
        """The whole picture, for any of its words."""
        if span.start >= span.end or span.start >= self.size:
            return []
        top = self.line_top(0)
        return [(0, QRectF(self.box.left(), top, self.box.width(), self.line_bottom(0) - top))]

    def base_line(self, line: int) -> float:
        """The picture's lower edge."""
        return self.box.bottom()


#: The size in which a picture is shown; None if it cannot be.
PictureSize = Callable[[str], QSize | None]


def no_pictures(name: str) -> None:
    """The sizes where no picture is shown."""
