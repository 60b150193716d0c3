"""One of the pages into which a text is parted, as a page of its own."""

from __future__ import annotations

from reader.view.axes import Axes
from reader.view.page import Page
from reader.view.paged_flow import Leaf, LeafFlow, PagedFlow, Start


class PagedPage(Page):
    """A page whose flow moves by pages."""

    flow: PagedFlow

    def leaf(self, leaf: Leaf, axes: Axes) -> Page:
        """One of the pages of the flow, in coordinates of its own.

        Args:
            leaf: of the flow.
            axes: of the page.
        """
        return _LeafPage(self, axes, LeafFlow(self._layouts, leaf))

    def address_of(self, start: Start | None) -> int:
        """The address at which a page begins, its paragraph's indent included; None stands for the document's end."""
        document = self.content.document
        if start is None:
            return document.size
        layout = self._layouts.of(start.block)
        position = layout.position_at(layout.line_span(start.line).start)
        block = document.block_at(position.block)
        is_indent = not block.text[: position.offset].strip()
        return block.start if is_indent else document.address_of(position)


class _LeafPage(Page):
    """The lines of one page, and no others."""

    def __init__(self, whole: PagedPage, axes: Axes, flow: LeafFlow) -> None:
        # All that a page is made of is made already.
        self.axes = axes
        self.flow = flow
        self.content, self.caret = whole.content, whole.caret
        self.left, self.slot = whole.left, whole.slot
        self._rows = (0, flow.height)
        self._layouts, self._pictures, self._room = whole._layouts, whole._pictures, whole._room
