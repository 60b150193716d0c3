"""A page: a content in a style and a viewport, and the way between its pixels and the places of the source."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from reader.model.mark import MarkKind
from reader.model.position import Position, Range, Span
from reader.view.axes import Axes
from reader.view.block_layout import BlockLayout
from reader.view.canvas import Canvas
from reader.view.caret import Caret
from reader.view.content import Content
from reader.view.flow import Flow
from reader.view.inline_pictures import Picture, picture_in
from reader.view.layouts import Layouts
from reader.view.odd_characters import OddCharacter
from reader.view.odd_place import odd_at
from reader.view.page_geometry import page_geometry
from reader.view.page_style import PageColours, PageStyle
from reader.view.painter import paint_page
from reader.view.picture import fitted
from reader.view.pictures import Pictures
from reader.view.pointer import Grain
from reader.view.selection import source_span

#: Pieces on either side that are selected with a very long paragraph: a few screens.
_PIECES = 8

#: The frame of a picture that cannot be shown, with its words: characters of a line, and lines.
_FRAME_EMS, _FRAME_SLOTS = 20, 3


class Page:
    """What is in the viewport. It lasts until the content, the style or the viewport's size changes.

    Attributes:
        content: what is shown.
        axes: the way between logical and viewport coordinates. Points and boxes are the viewport's unless it is said.
        flow: which layouts stand where.
        caret: the way from place to place.
        left: where lines begin on the inline axis, in pixels.
        slot: distance of the body's base lines, in pixels.
    """

    def __init__(
        self,
        content: Content,
        style: PageStyle,
        width: int,
        height: int,
        pictures: Pictures | None = None,
        before: Page | None = None,
    ) -> None:
        """A page.

        Args:
            content: what is shown.
            style: its typography.
            width: of the viewport, in pixels.
            height: of the viewport, in pixels.
            pictures: of the content's document; None if the words that stand for them are to be shown.
            before: a page that differs from this one in its size only; where lines are as long, its layouts stay.
        """
        self.axes = Axes(style.mode, width, height)
        geometry = page_geometry(style, self.axes.inline_size)
        self._pictures = pictures
        self._em = style.font_size
        self._room = QSize(int(geometry.width), max(1, self.axes.block_size))
        self._set = (content, style, geometry.width, self._room, pictures)
        kept = before if before is not None and before._set == self._set else None
        self._layouts: Layouts = (
            kept._layouts if kept is not None else Layouts(content, style, geometry.width, self._picture_size)
        )
        layouts = self._layouts
        self.content = content
        self.flow = Flow(layouts, self.axes.block_size)
        self.caret = Caret(layouts)
        self.left = geometry.left
        self.slot = layouts.slot
        #: Between which a line has to stand to be painted; None for any line that is in sight.
        self._rows: tuple[int, int] | None = None

    def paint(self, painter: QPainter, exposed: QRect, selected: Range | None, colours: PageColours) -> None:
        """Paint what stands in ``exposed``."""
        canvas = Canvas(painter, self.axes, exposed, self.left, colours, self._rows)
        paint_page(canvas, self.flow.placed(), self.content, selected, self._pictures)

    def position_at(self, point: QPointF, is_on_character: bool = False) -> Position:
        """The place nearest to a point of the viewport; with ``is_on_character`` that of the character under it."""
        at = self.axes.to_logical(point)
        placed = self.flow.layout_at(at.y())
        layout = placed.layout
        line = layout.line_at(at.y() - placed.top)
        return layout.position_at(layout.offset_at(line, at.x() - self.left, is_on_character))

    def link_at(self, point: QPointF) -> str | None:
        """Where the link on whose characters a point of the viewport lies leads; None where there is none."""
        at = self.axes.to_logical(point)
        placed = self.flow.layout_at(at.y())
        inside = QPointF(at.x() - self.left, at.y() - placed.top)
        for part in placed.layout.parts:
            for mark in part.block.marks:
                span = part.display_span(mark.span) if mark.kind is MarkKind.LINK else None
                if span is not None and any(box.contains(inside) for _, box in placed.layout.rectangles(span)):
                    return mark.value
        return None

    def picture_at(self, point: QPointF) -> Picture | None:
        """The picture that a point of the viewport lies on; None where there is none, or it cannot be shown."""
        if self._pictures is None:
            return None
        at = self.axes.to_logical(point)
        placed = self.flow.layout_at(at.y())
        found = picture_in(placed.layout, QPointF(at.x() - self.left, at.y() - placed.top))
        return found if found is not None and self._pictures.size_of(found.name) is not None else None

    def is_on(self, wanted: Range, point: QPointF) -> bool:
        """Whether a point of the viewport lies on the characters of a range that stands in one block."""
        at = self.axes.to_logical(point)
        placed = self.flow.layout_at(at.y())
        inside = QPointF(at.x() - self.left, at.y() - placed.top)
        for part in placed.layout.parts:
            source = source_span(wanted, part.block)
            span = part.display_span(source) if source is not None else None
            if span is not None and any(box.contains(inside) for _, box in placed.layout.rectangles(span)):
                return True
        return False

    def odd_at(self, point: QPointF) -> OddCharacter | None:
        """The character at a point of the viewport that cannot be seen or that no font has; None where all is well."""
        at = self.axes.to_logical(point)
        placed = self.flow.layout_at(at.y())
        return odd_at(placed.layout, QPointF(at.x() - self.left, at.y() - placed.top))

    def grown(self, point: QPointF, grain: Grain) -> Range:
        """The word or the paragraph at a point of the viewport."""
        position = self.position_at(point, is_on_character=True)
        if grain is Grain.PARAGRAPH:
            return self._paragraph(position)
        block = self.content.document.block_at(position.block)
        if not block.text:
            return Range(position, position)
        word = self.content.word_at(block.text, min(position.offset, len(block.text) - 1))
        return Range(Position(block.start, word.start), Position(block.start, word.end))

    def rectangle_of(self, position: Position) -> QRectF | None:
        """Where the character at a place is drawn, if its block is in the viewport; it may lie out of sight itself."""
        box = self.box_of(position)
        return self.axes.box_to_viewport(box) if box is not None else None

    def box_of(self, position: Position) -> QRectF | None:
        """``rectangle_of`` in logical coordinates."""
        layout, offset = self._layouts.holding(position)
        for placed in self.flow.placed():
            if placed.layout.block.start == layout.block.start:
                found = layout.rectangles(Span(offset, offset + 1))
                if found:
                    return found[0][1].translated(self.left, placed.top)
                line = layout.line_of(offset)
                top = layout.line_top(line)
                x = self.left + layout.x_at(line, offset)
                return QRectF(x, placed.top + top, 1, layout.line_bottom(line) - top)
        return None

    def is_in_sight(self, position: Position) -> bool:
        """Whether the whole line of a place is in the viewport."""
        box = self.box_of(position)
        return box is not None and box.top() >= 0 and box.bottom() <= self.flow.height

    def lines(self) -> Iterator[tuple[int, BlockLayout, int]]:
        """The lines in sight: row on the block axis, layout, number of the line."""
        for placed in self.flow.placed():
            for line in range(placed.layout.count):
                top = placed.top + placed.layout.line_top(line)
                if top < self.flow.height and placed.top + placed.layout.line_bottom(line) > 0:
                    yield top, placed.layout, line

    def _picture_size(self, name: str) -> QSize | None:
        """As large as it is, but no longer than a line and no larger than the viewport: inline by block extent.

        Of one that cannot be shown, the frame for its words.
        """
        if self._pictures is None:
            return None
        size = self._pictures.size_of(name)
        if size is None:
            frame = QSize(_FRAME_EMS * self._em, _FRAME_SLOTS * self.slot)
            return frame.boundedTo(self._room)
        return fitted(size.transposed() if self.axes.is_vertical else size, self._room.width(), self._room.height())

    def _paragraph(self, position: Position) -> Range:
        document = self.content.document
        block = document.block_at(position.block)
        first = last = block
        # A paragraph of many pieces is selected as far as a few screens around.
        for _ in range(_PIECES):
            before = document.block_before(first) if not first.is_first else None
            after = document.block_after(last) if not last.is_last else None
            first, last = before or first, after or last
        return Range(Position(first.start, 0), Position(last.start, len(last.text)))
