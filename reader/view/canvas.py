"""What a page is painted on: a painter that is turned with the writing mode."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from reader.view.axes import Axes
from reader.view.page_style import PageColours


class Canvas:
    """A stretch of the viewport, painted in logical coordinates.

    Attributes:
        painter: turned: what is drawn with it at logical coordinates comes to stand where it belongs, on its side in
            vertical writing.
        axes: of the viewport.
        exposed: the logical pixels to paint.
        left: where lines begin on the inline axis.
        colours: of the page.
    """

    def __init__(
        self,
        painter: QPainter,
        axes: Axes,
        exposed: QRect,
        left: float,
        colours: PageColours,
        rows: tuple[int, int] | None = None,
    ) -> None:
        """A canvas. The painter stays turned.

        Args:
            painter: on the viewport.
            axes: of the viewport.
            exposed: the pixels of the viewport to paint.
            left: where lines begin on the inline axis.
            colours: of the page.
            rows: between which a line has to stand to be painted, on the block axis; None for any line.
        """
        painter.fillRect(exposed, QColor(colours.page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(axes.transform(), combine=True)
        self.painter = painter
        self.axes = axes
        self.exposed = axes.box_to_logical(exposed)
        self.left = left
        self.colours = colours
        self._rows = rows

    def holds(self, top: int, bottom: int) -> bool:
        """Whether a line that stands between two rows is to be painted at all, and not on another page."""
        return self._rows is None or (self._rows[0] <= top and bottom <= self._rows[1])

    @contextmanager
    def upright(self, box: QRectF) -> Iterator[QRectF]:
        """A logical box as one of the viewport, while the painter draws upright: pictures are never turned."""
        self.painter.save()
        self.painter.setTransform(self.axes.inverse(), combine=True)
        try:
            yield self.axes.box_to_viewport(box)
        finally:
            self.painter.restore()
