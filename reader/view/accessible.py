"""What a screen reader learns of the article: the page that is in sight, its lines, and where the selection ends."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import VoidPtr

from reader.model.position import Position, Range
from reader.view.utf16 import Utf16Map

if TYPE_CHECKING:
    from reader.view.page import Page
    from reader.view.text_view import TextView


class VisibleText:
    """The text of the page in sight, a line feed behind every paragraph, and the places it comes from.

    Offsets are UTF-16 units, as the accessibility interfaces count.
    """

    def __init__(self, page: Page | None) -> None:
        self._page = page
        pieces: list[str] = []
        self._places: list[Position] = []
        if page is not None:
            whole, held = "", None
            for _, layout, line in page.lines():
                if layout is not held:
                    whole, held = layout.text, layout
                span = layout.line_span(line)
                text = whole[span.start : span.end]
                self._places += [layout.position_at(offset) for offset in range(span.start, span.start + len(text))]
                pieces.append(text)
                if line == layout.count - 1 and layout.block.is_last:
                    pieces.append("\n")
                    self._places.append(layout.position_at(span.end))
        self.text = "".join(pieces)
        self._map = Utf16Map(self.text)

    @property
    def length(self) -> int:
        """Units of the whole text."""
        return self._map.to_units(len(self.text))

    def between(self, start: int, end: int) -> str:
        """The text from one unit to another."""
        return self.text[self._map.to_code_points(max(0, start)) : self._map.to_code_points(min(end, self.length))]

    def position(self, unit: int) -> Position | None:
        """The place of a unit."""
        if not self._places:
            return None
        return self._places[min(self._map.to_code_points(max(0, unit)), len(self._places) - 1)]

    def unit(self, position: Position) -> int:
        """The unit of a place, brought within the page."""
        return self._map.to_units(sum(place < position for place in self._places))

    def rectangle(self, unit: int) -> QRect:
        """Where a unit's character stands in the viewport."""
        position = self.position(unit)
        box = self._page.rectangle_of(position) if self._page is not None and position is not None else None
        return box.toAlignedRect() if box is not None else QRect()


class _TextInterface(QAccessibleTextInterface):
    """The article as a text of which the page in sight is all there is."""

    def __init__(self, view: TextView) -> None:
        super().__init__()
        # Whoever keeps the interface must not keep the view.
        self._reference = ref(view)

    @property
    def _view(self) -> TextView:
        view = self._reference()
        assert view is not None
        return view

    def _text(self) -> VisibleText:
        return VisibleText(self._view.page)

    def text(self, start: int, end: int) -> str:
        return self._text().between(start, end)

    def characterCount(self) -> int:
        return self._text().length

    def cursorPosition(self) -> int:
        selected = self._view.selected
        return self._text().unit(selected.end) if selected else 0

    def setCursorPosition(self, position: int) -> None:
        place = self._text().position(position)
        if place is not None:
            self._view.show_range(Range(place, place))

    def characterRect(self, offset: int) -> QRect:
        box = self._text().rectangle(offset)
        viewport = self._view.viewport()
        return QRect(viewport.mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        if self._view.page is None:
            return -1
        local = QPointF(self._view.viewport().mapFromGlobal(point))
        return self._text().unit(self._view.page.position_at(local, is_on_character=True))

    def selectionCount(self) -> int:
        # Qt for Python (6.11) has no way to say where a selection is: whoever asked would be given random numbers.
        return 0

    def addSelection(self, start: int, end: int) -> None:
        self.setSelection(0, start, end)

    def setSelection(self, index: int, start: int, end: int) -> None:
        text = self._text()
        first, last = text.position(start), text.position(end)
        if index == 0 and first is not None and last is not None:
            self._view.select(Range.between(first, last))

    def removeSelection(self, index: int) -> None:
        if index == 0:
            self._view.select(None)

    def scrollToSubstring(self, start: int, end: int) -> None:
        self.setCursorPosition(start)


class _AccessibleView(QAccessibleWidget):
    """A document that can be read."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._text = _TextInterface(view)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override] # the stubs say int
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        found = super().interface_cast(kind)
        # Qt for Python takes None for an address, and Qt would call what is not there.
        return VoidPtr(0) if found is None else found


class AccessibleViews:
    """Makes the interfaces of text views, and keeps those that Qt holds without owning."""

    def __init__(self) -> None:
        self._made: dict[int, _AccessibleView] = {}

    def __call__(self, class_name: str, item: QObject) -> QAccessibleInterface | None:
        """The interface of ``item`` if it is a text view, as ``QAccessible.installFactory`` wants it."""
        if class_name != "TextView":
            return None
        key = id(item)
        if key not in self._made:
            self._made[key] = _AccessibleView(item)  # type: ignore[arg-type]
            item.destroyed.connect(lambda: self._made.pop(key, None))
        return self._made[key]


def announce_page(view: QWidget) -> None:
    """Tell screen readers, if there are any, that another page is in sight."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.VisibleDataChanged))
