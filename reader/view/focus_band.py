"""The stretch of the page that stands out while the rest steps back: a line or a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QRegion

from reader.model.focus import Focus
from reader.view.page import Page

#: How much of the page's colour lies over what steps back.
_VEIL = 0.66


@dataclass(frozen=True, slots=True)
class Band:
    """Rows on the block axis, from ``top`` to before ``bottom``; they may reach out of the viewport."""

    top: int
    bottom: int

    @property
    def middle(self) -> float:
        """The row in its middle."""
        return (self.top + self.bottom) / 2

    def distance(self, row: float) -> float:
        """How far a row lies outside of it."""
        return max(self.top - row, row - self.bottom, 0.0)


def bands(page: Page, focus: Focus) -> list[Band]:
    """The lines or paragraphs in sight, in reading order."""
    found: list[Band] = []
    for row, layout, line in page.lines():
        bottom = row + layout.line_bottom(line) - layout.line_top(line)
        is_new = focus is Focus.LINE or (line == 0 and layout.begins_paragraph) or not found
        if is_new:
            found.append(Band(row, bottom))
        else:
            found[-1] = Band(found[-1].top, bottom)
    return found


def nearest(found: list[Band], row: float) -> int | None:
    """The index of the band at a row, or of the nearest one; None if there are none."""
    if not found:
        return None
    return min(range(len(found)), key=lambda index: found[index].distance(row))


def paint_veil(painter: QPainter, exposed: QRect, page: Page, band: Band, colour: str) -> None:
    """Let everything but a band step back."""
    box = QRectF(0, band.top, page.axes.inline_size, band.bottom - band.top)
    kept = page.axes.box_to_viewport(box).toAlignedRect()
    painter.setClipRegion(QRegion(exposed).subtracted(QRegion(kept)))
    painter.fillRect(exposed, veil_of(colour))


def veil_of(colour: str) -> QColor:
    """The page's colour, as it lies over what steps back."""
    veil = QColor(colour)
    veil.setAlphaF(_VEIL)
    return veil
