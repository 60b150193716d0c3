"""Offers colours for the word that was just selected, beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.model.highlight import PALETTE_SIZE
from reader.model.keyword_list import KeywordList
from reader.ui.icons import icon
from reader.ui.keyword_menus import colour_icon
from reader.ui.keyword_model import list_name
from reader.ui.theme import Theme

#: Pixels between the popover and what is selected.
_GAP = 8
#: Lists whose names are offered, and code points of a name.
_MOST_LISTS, _LONGEST_NAME = 3, 6
_SWATCH = 16


class ColourPopover(QFrame):
    """A row of colours, and the names of lists; never over the selection, and never with the focus.

    Signals:
        colour_requested: an index into the palette.
        list_requested: the number of a list that is to get the word.
        search_requested: the word is to be looked for.
    """

    colour_requested = Signal(int)
    list_requested = Signal(int)
    search_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("popover")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 4, 6, 4)
        self._row.setSpacing(1)
        self._colours = [self._button(self.tr("Colour {number}").format(number=n + 1)) for n in range(PALETTE_SIZE)]
        for colour, button in enumerate(self._colours):
            button.clicked.connect(lambda _=False, colour=colour: self.colour_requested.emit(colour))
        self._lists: list[QToolButton] = []
        for _ in range(_MOST_LISTS):
            button = self._button("")
            button.clicked.connect(lambda _=False, button=button: self.list_requested.emit(button.property("list")))
            self._lists.append(button)
        self._search = self._button(self.tr("Search for it"))
        self._search.clicked.connect(self.search_requested)
        self.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for button, colour in zip(self._colours, theme.page.highlights, strict=True):
            button.setIcon(colour_icon(colour, theme.line))
        self._search.setIcon(icon("search", theme.muted))

    def show_lists(self, lists: Sequence[KeywordList]) -> None:
        """Offer the lists that have a name, the first of them."""
        named = [(number, one) for number, one in enumerate(lists) if not one.is_loose][:_MOST_LISTS]
        for place, button in enumerate(self._lists):
            button.setVisible(place < len(named))
            if place < len(named):
                number, one = named[place]
                name = list_name(one)
                button.setProperty("list", number)
                button.setText(name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…")
                button.setToolTip(self.tr("Add to “{list}”").format(list=name))

    def popup_beside(self, selected: QRect) -> None:
        """Show above a rectangle of the parent, or below it, or where else it fits without covering it."""
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        room, size = parent.rect(), self.size()
        x = max(room.left() + 4, min(selected.center().x() - size.width() // 2, room.right() - size.width() - 4))
        above, below = selected.top() - _GAP - size.height(), selected.bottom() + _GAP
        if above >= room.top() + 4:
            y = above
        elif below + size.height() <= room.bottom() - 4:
            y = below
        else:
            # What is selected fills the height: beside it, if there is room at all.
            y = room.top() + 4
            x = selected.right() + _GAP if selected.right() + _GAP + size.width() < room.right() else -1
            x = selected.left() - _GAP - size.width() if x < 0 else x
            if x < room.left():
                self.hide()
                return
        self.move(x, y)
        self.show()
        self.raise_()

    def _button(self, label: str) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setObjectName("small")
        button.setIconSize(QSize(_SWATCH, _SWATCH))
        button.setToolTip(label)
        button.setAccessibleName(label)
        self._row.addWidget(button)
        return button
