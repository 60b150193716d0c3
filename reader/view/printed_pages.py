"""A text on sheets of paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from reader.view.content import Content
from reader.view.leaf_page import PagedPage
from reader.view.page import Page
from reader.view.page_style import PageColours, PageStyle, body_font
from reader.view.paged_flow import PagedFlow
from reader.view.picture import fitted
from reader.view.picture_layout import PictureLayout
from reader.view.pictures import Pictures

#: Units to the inch in which sheets are laid out: fine enough for line breaks to be those of any printer.
RESOLUTION = 300

_MILLIMETRES, _POINTS = 25.4, 72.0

#: Pixels of a picture to the inch, as on a screen, where there is room for it.
_PICTURE_DENSITY = 96

#: The longest line is as long as the paper allows, in em.
_ANY = 1000

#: The size of what stands above and below the text, in em; and where, as shares of the margin from the paper's edge.
_SMALL = 0.8
_HEADER_AT, _FOLIO_AT = 0.62, 0.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper and what stands on it besides the text.

    Attributes:
        width: of the paper, in millimetres.
        height: of the paper, in millimetres.
        margin: around the text, in millimetres.
        text_size: 1 em, in points of 1/72 inch.
        header: what stands above the text; empty for nothing.
        has_folio: whether the page's number stands below the text.
    """

    width: float
    height: float
    margin: float
    text_size: float
    header: str = ""
    has_folio: bool = True

    @property
    def size(self) -> QSize:
        """The paper in units of ``RESOLUTION``."""
        return QSize(_units(self.width), _units(self.height))

    @property
    def text_box(self) -> QRect:
        """Where the text stands on it; never empty, however large the margins are."""
        margin = min(_units(self.margin), self.size.width() // 3, self.size.height() // 3)
        return QRect(0, 0, self.size.width(), self.size.height()).adjusted(margin, margin, -margin, -margin)


def printed_style(style: PageStyle, sheet: Sheet) -> PageStyle:
    """The typography of the screen on paper: the same fonts and proportions, the lines as long as the paper allows."""
    size = max(1, round(sheet.text_size / _POINTS * RESOLUTION))
    return replace(style, font_size=size, column_width=_ANY, margin=0)


class PrintedPages(PagedPage):
    """The sheets of a text, one at a time. The first one is there at once; ``turn`` leads from one to the next.

    Attributes:
        sheet: of all pages.
        number: of the page that is there, from 0.
    """

    def __init__(
        self, content: Content, style: PageStyle, sheet: Sheet, colours: PageColours, pictures: Pictures | None
    ) -> None:
        """The first sheet of a text.

        Args:
            content: what is printed.
            style: of the screen.
            sheet: the paper.
            colours: of ink and highlights. The paper has its own.
            pictures: of the content's document.
        """
        box = sheet.text_box
        self._style = printed_style(style, sheet)
        super().__init__(content, self._style, box.width(), box.height(), pictures)
        self.flow = PagedFlow(self._layouts, self.axes.block_size, 1)
        self.sheet = sheet
        self.number = 0
        self._colours = replace(colours, page="#00ffffff")

    def turn(self, is_on: bool = True) -> bool:
        """Go to the next sheet, or back; False if there is none."""
        if not self.flow.turn_page(is_on):
            return False
        self.number = self.number + 1 if is_on else max(0, self.number - 1)
        return True

    @property
    def start(self) -> int:
        """The address at which the sheet begins."""
        return self.address_of(self.flow.leaves[0].start)

    @property
    def end(self) -> int:
        """The address at which the next one does."""
        return self.address_of(self.flow.leaves[0].following)

    @property
    def is_complete(self) -> bool:
        """Whether all pictures of the sheet are there; those that are not are waited for from now on."""
        if self._pictures is None:
            return True
        leaf, pictures = self._leaf(), self._pictures
        for placed in leaf.flow.placed():
            if isinstance(placed.layout, PictureLayout):
                box = leaf.axes.box_to_viewport(placed.layout.box)
                if pictures.image(placed.layout.name, QSize(round(box.width()), round(box.height()))) is None:
                    return False
        return True

    def paint_sheet(self, painter: QPainter) -> None:
        """Paint the sheet, in units of ``RESOLUTION`` from the paper's corner."""
        leaf = self._leaf()
        box = self.sheet.text_box
        painter.save()
        painter.translate(QPointF(box.topLeft()))
        inside = leaf.axes.box_to_viewport(QRectF(0, 0, leaf.axes.inline_size, leaf.flow.height)).toAlignedRect()
        leaf.paint(painter, inside, None, self._colours)
        painter.restore()
        painter.setPen(QColor(self._colours.secondary))
        painter.setFont(body_font(self._style, _SMALL))
        size = self.sheet.size
        if self.sheet.header:
            above = QRectF(box.left(), 0, box.width(), box.top() * _HEADER_AT * 2)
            text = painter.fontMetrics().elidedText(self.sheet.header, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, text)
        if self.sheet.has_folio:
            room = size.height() - box.bottom()
            below = QRectF(box.left(), size.height() - 2 * room * _FOLIO_AT, box.width(), room * 2 * _FOLIO_AT)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(self.number + 1))

    def _leaf(self) -> Page:
        return self.leaf(self.flow.leaves[0], self.axes)

    def _picture_size(self, name: str) -> QSize | None:
        """As large as on a screen, but no larger than the text's box."""
        size = self._pictures.size_of(name) if self._pictures is not None else None
        if size is None:
            return None
        larger = size * RESOLUTION / _PICTURE_DENSITY
        turned = larger.transposed() if self.axes.is_vertical else larger
        return fitted(turned, self._room.width(), self._room.height())


def _units(millimetres: float) -> int:
    return round(millimetres / _MILLIMETRES * RESOLUTION)
