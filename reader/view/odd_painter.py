"""Paints what stands for odd characters: the code of one that takes room, a mark below the line for any other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPen, QPolygonF

from reader.model.position import Span
from reader.view.canvas import Canvas
from reader.view.flow import Placed
from reader.view.odd_characters import odd_characters
from reader.view.page_style import FIXED_FAMILIES, BlockStyle
from reader.view.variations import raw_font

#: In em: of the em square, what stands above the base line; the frame's distance from it; the size of its digits.
_ASCENT, _INSET, _DIGITS, _SMALL_DIGITS = 0.88, 0.05, 0.4, 0.3
#: Digits of a code that stand in one line of two.
_FEW = 4
#: Half the width and the height of a mark, and how far below the base line it stands, in em.
_MARK_HALF, _MARK_HEIGHT, _MARK_BELOW = 0.12, 0.16, 0.04


def paint_odd_characters(canvas: Canvas, item: Placed) -> None:
    """Paint what stands for the odd characters of a layout."""
    layout = item.layout
    for odd in odd_characters(layout.parts, layout.style.font):
        line = layout.line_of(odd.offset)
        top, bottom = item.top + layout.line_top(line), item.top + layout.line_bottom(line)
        if bottom < canvas.exposed.top() or top > canvas.exposed.bottom():
            continue
        base = item.top + layout.base_line(line)
        if odd.has_width:
            for _, slot in layout.rectangles(Span(odd.offset, odd.offset + 1)):
                cell = QRectF(canvas.left + slot.left(), base - _ASCENT * layout.em, slot.width(), layout.em)
                if odd.glyph:
                    _paint_glyph(canvas, cell, odd.glyph, layout.style)
                else:
                    _paint_code(canvas, cell, odd.code, layout.em)
        else:
            _paint_mark(canvas, QPointF(canvas.left + layout.x_at(line, odd.offset), base), layout.em)


def _paint_glyph(canvas: Canvas, cell: QRectF, glyph: int, style: BlockStyle) -> None:
    """The form that the font has for an ideograph and its selector."""
    with canvas.upright(cell) as box:
        run = QGlyphRun()
        run.setRawFont(raw_font(style.font.toString()))
        run.setGlyphIndexes([glyph])
        run.setPositions([QPointF(0, 0)])
        canvas.painter.setPen(QColor(canvas.colours.secondary if style.is_secondary else canvas.colours.ink))
        canvas.painter.drawGlyphRun(QPointF(box.left(), box.top() + _ASCENT * box.height()), run)


def _paint_code(canvas: Canvas, cell: QRectF, code: int, em: int) -> None:
    """The code in hexadecimal digits, in two lines in a frame."""
    with canvas.upright(cell) as box:
        painter = canvas.painter
        colour = QColor(canvas.colours.secondary)
        inset = _INSET * em
        frame = box.adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        digits = f"{code:04X}" if code < 1 << 16 else f"{code:06X}"
        half = len(digits) // 2
        font = QFont()
        font.setFamilies(list(FIXED_FAMILIES))
        font.setPixelSize(max(1, round(em * (_DIGITS if len(digits) == _FEW else _SMALL_DIGITS))))
        painter.setFont(font)
        for row, text in enumerate((digits[:half], digits[half:])):
            place = QRectF(frame.left(), frame.top() + row * frame.height() / 2, frame.width(), frame.height() / 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)


def _paint_mark(canvas: Canvas, place: QPointF, em: int) -> None:
    """A wedge that points at where the character stands."""
    tip = place + QPointF(0, _MARK_BELOW * em)
    half, height = _MARK_HALF * em, _MARK_HEIGHT * em
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(QColor(canvas.colours.focus))
    canvas.painter.drawPolygon(QPolygonF([tip, tip + QPointF(-half, height), tip + QPointF(half, height)]))
