"""The layouts of a document's blocks, built when they are wanted and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from functools import cached_property

from reader.formats.cuts import STRIDE
from reader.model.block import Block, BlockKind
from reader.model.position import Position
from reader.view.block_layout import BlockLayout
from reader.view.content import Content
from reader.view.page_style import TOGETHER, PageStyle, block_style, line_slot
from reader.view.part import Part, own_part, with_offsets
from reader.view.picture_layout import PictureLayout, PictureSize, no_pictures, picture_name

#: Code points whose layouts are kept: a few dozen pages, at about 80 bytes each (measured).
_KEPT = 60_000
#: What a layout costs besides its characters, in characters.
_EACH = 20

#: A piece of a long paragraph takes over its predecessor's last line, unless it is a *fresh start*: the first piece in
#: one stride of addresses in so many, told from its address and its predecessor's alone. So a piece can be laid out
#: without its whole paragraph, from whichever side one comes; and no article in a single line of less than three
#: strides shows a line that is short. Where the lines of a hard-wrapped text are pieces, a stride holds many of them.
_FRESH_ONE_IN = 4

#: Space above the first block and below the last, in body lines.
_ABOVE, _BELOW = 2, 3


def is_fresh(block: Block, before: Block) -> bool:
    """Whether a block's layout begins with its own text, and not with the last line of the block before."""
    return block.is_first or _is_fresh_start(block.start, before.start)


def _is_fresh_start(address: int, before: int) -> bool:
    """Whether a piece is a fresh start, by its address and that of the piece before."""
    stride = address // STRIDE
    return stride % _FRESH_ONE_IN == _FRESH_ONE_IN - 1 and before // STRIDE != stride


class Layouts:
    """Block layouts for one content, style and column width.

    Attributes:
        content: what is shown.
        width: of the column, in pixels.
        slot: distance of the body's base lines, in pixels.
    """

    def __init__(
        self, content: Content, style: PageStyle, width: float, picture_size: PictureSize = no_pictures
    ) -> None:
        """No layouts yet.

        Args:
            content: what is shown.
            style: of the page.
            width: of the column, in pixels.
            picture_size: how large each picture is shown.
        """
        self.content = content
        self.width = width
        self.slot = line_slot(style)
        self._style = style
        self._picture_size = picture_size
        self._kept: OrderedDict[int, BlockLayout] = OrderedDict()
        self._characters = 0
        self._first = content.document.block_at(0).start

    @cached_property
    def first(self) -> Block:
        """The first block that shows a line: a piece that is too short for one is shown with the next."""
        block = self.content.document.block_at(0)
        while not block.is_last and self.of(block).count == 0:
            following = self.content.document.block_after(block)
            if following is None:
                break
            block = following
        return block

    def of(self, block: Block) -> BlockLayout:
        """The layout of a block."""
        layout = self._kept.get(block.start)
        if layout is not None:
            self._kept.move_to_end(block.start)
            return layout
        return self._build(block)

    def holding(self, position: Position) -> tuple[BlockLayout, int]:
        """The layout that shows a place, and the code point of its text that the place is."""
        block = self.content.document.block_at(position.block)
        position = Position(block.start, position.offset)
        layout = self.of(block)
        offset = layout.offset_of(position)
        # A line that the next layout took over.
        while offset is None and (following := self.content.document.block_after(layout.block)) is not None:
            layout = self.of(following)
            offset = layout.offset_of(position)
        return layout, offset or 0

    def _build(self, block: Block) -> BlockLayout:
        """Lay a block out, and before it the pieces whose last lines it depends on."""
        waiting = [block]
        before = block
        while not before.is_first:
            found = self.content.document.block_before(before)
            if found is None or is_fresh(before, found) or found.start in self._kept or found.end != before.start:
                break
            before = found
            waiting.append(before)
        layout = self._lay_out(waiting.pop())
        while waiting:
            layout = self._lay_out(waiting.pop())
        return layout

    def _lay_out(self, block: Block) -> BlockLayout:
        conversion = self.content.convert(block)
        own = own_part(block, conversion)
        if block.kind is not BlockKind.CODE:
            own = replace(own, readings=self.content.readings(conversion.text))
        parts: tuple[Part, ...] = (own,)
        style = block_style(self._style, block, self._is_followed(block))
        if not block.is_first:
            before = self.content.document.block_before(block)
            kept = self._kept.get(before.start) if before is not None and not is_fresh(block, before) else None
            if kept is not None:
                parts = (*kept.carry, own)
                if kept.count == 0:
                    # The pieces before were too short for a line: what stands before the first one stands here.
                    style = replace(style, indent=kept.style.indent, before=style.before + kept.style.before)
        if block.start == self._first:
            style = replace(style, before=style.before + _ABOVE * self.slot)
        if block.end >= self.content.document.size:
            style = replace(style, after=style.after + _BELOW * self.slot)
        name = picture_name(block)
        size = self._picture_size(name) if name is not None else None
        if name is not None and size is not None:
            layout: BlockLayout = PictureLayout(parts, style, self.width, name, size)
        else:
            layout = BlockLayout(with_offsets(parts), style, self.width, self._carries(block))
        self._keep(layout)
        return layout

    def _is_followed(self, block: Block) -> bool:
        """Whether a block of a kind that stands together has one of its kind after it."""
        following = self.content.document.block_after(block) if block.kind in TOGETHER else None
        return following is not None and following.kind is block.kind

    def _carries(self, block: Block) -> bool:
        """Whether the next piece takes over this one's last line."""
        return not block.is_last and not _is_fresh_start(block.end, block.start)

    def _keep(self, layout: BlockLayout) -> None:
        self._kept[layout.block.start] = layout
        self._characters += layout.size + _EACH
        while self._characters > _KEPT and len(self._kept) > 1:
            self._characters -= self._kept.popitem(last=False)[1].size + _EACH
