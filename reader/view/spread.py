"""A page, or two facing ones, as in a book."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from reader.model.page_mode import PageMode
from reader.model.position import Position, Range
from reader.view.axes import Axes, WritingMode
from reader.view.block_layout import BlockLayout
from reader.view.content import Content
from reader.view.inline_pictures import Picture
from reader.view.leaf_page import PagedPage
from reader.view.odd_characters import OddCharacter
from reader.view.page import Page
from reader.view.page_style import PageColours, PageStyle, body_font, em_width, line_slot
from reader.view.paged_flow import Leaf, PagedFlow
from reader.view.pictures import Pictures

#: The space before the first line of a page and behind the last, in body lines; the folio stands in it.
_MARGIN = 1.5

#: A page is wide enough to have another beside it from so many characters on, or so many columns of vertical writing.
_WIDE_ENOUGH = {WritingMode.HORIZONTAL: 22, WritingMode.VERTICAL: 12}

#: The size of the folio, in em.
_FOLIO = 0.7
#: Of a document with pages smaller than this share of it, folios tell one digit more.
_FINE = 0.005


def leaf_count(mode: PageMode, style: PageStyle, width: int) -> int:
    """How many pages stand side by side in a viewport of so many pixels."""
    if mode is PageMode.FACING:
        return 2
    if mode is PageMode.SINGLE:
        return 1
    is_vertical = style.mode is WritingMode.VERTICAL
    unit = line_slot(style) if is_vertical else em_width(style)
    margins = 2 * _MARGIN if is_vertical else 2 * style.margin / 100
    return 2 if width >= 2 * unit * (_WIDE_ENOUGH[style.mode] + margins) else 1


class Spread(PagedPage):
    """The pages in the viewport; a page of vertical writing that is read first stands on the right.

    Lines are those of the pages; rows count from the first line of the page on which they stand.
    """

    def __init__(
        self, content: Content, style: PageStyle, width: int, height: int, pictures: Pictures | None, count: int
    ) -> None:
        """Pages of a content.

        Args:
            content: what is shown.
            style: its typography.
            width: of the viewport, in pixels.
            height: of the viewport, in pixels.
            pictures: of the content's document; None if the words that stand for them are to be shown.
            count: how many pages are side by side.
        """
        self._boxes = _boxes(style, width, height, count)
        size = self._boxes[0].size()
        super().__init__(content, style, size.width(), size.height(), pictures)
        self._leaf_axes = self.axes
        self.axes = Axes(style.mode, width, height)
        self.flow = PagedFlow(self._layouts, self._leaf_axes.block_size, count)
        self._folio_font = body_font(style, _FOLIO)
        lines = QRectF(self.left, 0, self._leaf_axes.inline_size - 2 * self.left, self._leaf_axes.block_size)
        self._text_area = self._leaf_axes.box_to_viewport(lines)

    def paint(self, painter: QPainter, exposed: QRect, selected: Range | None, colours: PageColours) -> None:
        """Paint what stands in ``exposed``: page after page, each as far as its last line, and its folio."""
        painter.fillRect(exposed, QColor(colours.page))
        for box, leaf in self._leaves():
            painter.save()
            painter.translate(box.topLeft())
            inside = leaf.axes.box_to_viewport(QRectF(0, 0, leaf.axes.inline_size, leaf.flow.height)).toAlignedRect()
            inside = inside.intersected(exposed.translated(-box.topLeft()))
            painter.setClipRect(inside)
            if not inside.isEmpty():
                leaf.paint(painter, inside, selected, colours)
            painter.restore()
        for box, shown in zip(self._boxes, self.flow.leaves, strict=False):
            self._paint_folio(painter, box, shown, colours)

    def position_at(self, point: QPointF, is_on_character: bool = False) -> Position:
        """The place nearest to a point of the viewport; with ``is_on_character`` that of the character under it."""
        box, leaf = self._leaf_at(point)
        inside = _within(leaf.axes, leaf.flow.height, point - QPointF(box.topLeft()))
        return leaf.position_at(inside, is_on_character)

    def link_at(self, point: QPointF) -> str | None:
        """Where the link on whose characters a point of the viewport lies leads; None where there is none."""
        found = self._on_leaf(point)
        return found[0].link_at(found[1]) if found is not None else None

    def is_on(self, wanted: Range, point: QPointF) -> bool:
        """Whether a point of the viewport lies on the characters of a range that stands in one block."""
        found = self._on_leaf(point)
        return found is not None and found[0].is_on(wanted, found[1])

    def picture_at(self, point: QPointF) -> Picture | None:
        """The picture that a point of the viewport lies on; None where there is none, or it cannot be shown."""
        found = self._on_leaf(point)
        return found[0].picture_at(found[1]) if found is not None else None

    def odd_at(self, point: QPointF) -> OddCharacter | None:
        """The character at a point of the viewport that cannot be seen or that no font has; None where all is well."""
        found = self._on_leaf(point)
        return found[0].odd_at(found[1]) if found is not None else None

    def rectangle_of(self, position: Position) -> QRectF | None:
        """Where the character at a place is drawn, if it is on one of the pages."""
        for box, leaf in self._leaves():
            if leaf.is_in_sight(position):
                found = leaf.rectangle_of(position)
                return found.translated(QPointF(box.topLeft())) if found is not None else None
        return None

    def box_of(self, position: Position) -> QRectF | None:
        """``rectangle_of`` in logical coordinates of the page on which it is."""
        return next((leaf.box_of(position) for _, leaf in self._leaves() if leaf.is_in_sight(position)), None)

    def is_in_sight(self, position: Position) -> bool:
        """Whether the line of a place is on one of the pages."""
        return any(leaf.is_in_sight(position) for _, leaf in self._leaves())

    def lines(self) -> Iterator[tuple[int, BlockLayout, int]]:
        """The lines of all pages: row on the block axis of their page, layout, number of the line."""
        for _, leaf in self._leaves():
            yield from leaf.lines()

    def line_boxes(self) -> Iterator[tuple[QRectF, BlockLayout, int]]:
        """The lines of all pages: where each stands in the viewport, layout, number of the line."""
        for box, leaf in self._leaves():
            for row, layout, line in leaf.lines():
                height = layout.line_bottom(line) - layout.line_top(line)
                slot = QRectF(0, row, leaf.axes.inline_size, height)
                yield leaf.axes.box_to_viewport(slot).translated(QPointF(box.topLeft())), layout, line

    def side_of(self, point: QPointF) -> int:
        """In which outer margin a point lies: -1 for the left one, 1 for the right one, 0 for neither."""
        texts = [self._text_area.translated(QPointF(box.topLeft())) for box in self._boxes]
        if point.x() < min(text.left() for text in texts):
            return -1
        return 1 if point.x() >= max(text.right() for text in texts) else 0

    def _leaves(self) -> Iterator[tuple[QRect, Page]]:
        """The pages that hold text, and where each stands."""
        for box, leaf in zip(self._boxes, self.flow.leaves, strict=False):
            yield box, self.leaf(leaf, self._leaf_axes)

    def _leaf_at(self, point: QPointF) -> tuple[QRect, Page]:
        """The page at a point, or the nearest one that holds text."""
        return min(self._leaves(), key=lambda leaf: abs(leaf[0].center().x() - point.x()))

    def _on_leaf(self, point: QPointF) -> tuple[Page, QPointF] | None:
        """The page that a point of the viewport lies on, and the point of the page; None above and below its lines."""
        box, leaf = self._leaf_at(point)
        inside = point - QPointF(box.topLeft())
        return (leaf, inside) if _within(leaf.axes, leaf.flow.height, inside) == inside else None

    def _paint_folio(self, painter: QPainter, box: QRect, leaf: Leaf, colours: PageColours) -> None:
        """How much of the document there is up to the end of a page: its number would be none for long."""
        size = max(1, self.content.document.size)
        start, end = self.address_of(leaf.start), self.address_of(leaf.following)
        share = f"{end / size:.1%}" if end - start < size * _FINE else f"{end / size:.0%}"
        painter.setFont(self._folio_font)
        painter.setPen(QColor(colours.secondary))
        painter.drawText(_folio_box(box, self._leaf_axes, self.left, self.slot), Qt.AlignmentFlag.AlignCenter, share)


def _boxes(style: PageStyle, width: int, height: int, count: int) -> list[QRect]:
    """Where the pages stand in a viewport: their type areas with the margins beside lines, in reading order."""
    margin = round(line_slot(style) * _MARGIN)
    share = width // count
    if style.mode is WritingMode.VERTICAL:
        boxes = [QRect(share * place + margin, 0, max(1, share - 2 * margin), height) for place in range(count)]
        return boxes[::-1]
    return [QRect(share * place, margin, share, max(1, height - 2 * margin)) for place in range(count)]


def _folio_box(box: QRect, axes: Axes, left: float, slot: int) -> QRectF:
    """Below the text of a page."""
    if axes.is_vertical:
        return QRectF(box.left(), box.bottom() + 1 - left, box.width(), left)
    return QRectF(box.left(), box.bottom() + 1, box.width(), round(slot * _MARGIN))


def _within(axes: Axes, rows: int, point: QPointF) -> QPointF:
    """The point of a page that is nearest to a point, with a row that is on it."""
    logical = axes.to_logical(point)
    return axes.to_viewport(QPointF(logical.x(), min(max(logical.y(), 0.0), rows - 1.0)))
