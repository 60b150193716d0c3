"""How the article shows the coloured words, and goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.model.block import Block
from reader.model.document import Document
from reader.model.position import Position, Range, Span
from reader.state.keywords import Keywords
from reader.state.session import Session
from reader.ui.coloured_forms import ColouredForms
from reader.ui.theme import Theme
from reader.view.content import Highlight
from reader.view.overview import OverviewStrip
from reader.view.text_view import TextView


class ColouredWords(QObject):
    """Joins the keywords with the page and the overview.

    Attributes:
        forms: what is coloured by its form besides.
    """

    def __init__(
        self, session: Session, keywords: Keywords, view: TextView, overview: OverviewStrip, theme: Theme
    ) -> None:
        super().__init__(view)
        self._session = session
        self._keywords = keywords
        self._places = keywords.places
        self._view = view
        self._overview = overview
        self._theme = theme
        self.forms = ColouredForms()
        self._places.changed.connect(self._show)
        self._places.current_changed.connect(view.refresh_highlights)
        self._places.counted.connect(self._show_ticks)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._show_ticks()

    def highlights(self, block: Block) -> tuple[Highlight, ...]:
        """What is coloured in a block."""
        document, current = self._session.document, self._places.current
        offset = -1
        if document is not None and current is not None and block.start <= current.address < block.end:
            offset = document.position_of(current.address).offset
        # Keywords come last: where a form holds one, the keyword is seen.
        found = list(self.forms.highlights(block))
        for match in self._places.matches_in(block):
            one, keyword = self._places.keyword_of(match)
            span = Span(match.start, match.end)
            found.append(Highlight(span, one.colour_of(keyword), match.start == offset, one.style))
        return tuple(found)

    def step(self, is_forward: bool, words: range | None = None) -> None:
        """Go to the next or previous word, of some or of all: from the last one if that is in sight, else from the top.

        Args:
            is_forward: whether the next one is wanted.
            words: which, as ``KeywordPlaces.index`` counts them.
        """
        document = self._session.document
        if document is None:
            return
        current, page = self._places.current, self._view.page
        address = int(self._view.top_address()) - is_forward
        if current is not None and page is not None and page.is_in_sight(document.position_of(current.address)):
            address = current.address
        found = self._places.step(address, is_forward, words)
        if found is not None:
            self._view.show_range(self._range_of(document, found.address))

    def _range_of(self, document: Document, address: int) -> Range:
        start = document.position_of(address)
        matches = self._places.matches_in(document.block_at(start.block))
        end = next((match.end for match in matches if match.start == start.offset), start.offset + 1)
        return Range(start, Position(start.block, end))

    def _show(self) -> None:
        self._view.refresh_highlights()
        self._show_ticks()

    def _show_ticks(self) -> None:
        self._overview.set_ticks(self._ticks)

    def _ticks(self, rows: int) -> list[tuple[int, str]]:
        document, inks = self._session.document, self._theme.page.inks
        if document is None:
            return []
        ticks = self._places.occurrences.ticks(rows, document.size, self._places.index.colour)
        return [(row, inks[colour]) for row, colour in ticks]
