"""How the article shows what a search found, and goes from hit to hit."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.model.block import Block
from reader.model.document import Document
from reader.model.position import Range
from reader.search.results import Hit, Results, no_results
from reader.state.search import Search
from reader.state.session import Session
from reader.view.content import FoundSpan
from reader.view.overview import OverviewStrip
from reader.view.text_view import TextView


class FoundPlaces(QObject):
    """Joins the search with the page and the overview."""

    def __init__(self, session: Session, search: Search, view: TextView, overview: OverviewStrip) -> None:
        super().__init__(view)
        self._session = session
        self._search = search
        self._view = view
        self._overview = overview
        for fact in (session.opened, session.chapters_changed):
            fact.connect(self._look_in_document)
        #: What the page showed last, to tell whether it is to be painted again.
        self._painted: tuple[object, ...] = ()
        #: What the strip showed last: document and rows, results, and the rows that held hits.
        self._strip: tuple[tuple[Document | None, int], Results, list[int]] = ((None, 0), no_results(), [])
        search.changed.connect(self._show)
        search.found.connect(self._show)
        search.current_changed.connect(view.refresh_highlights)
        search.stepped.connect(self._go_to)

    def spans(self, block: Block) -> tuple[FoundSpan, ...]:
        """What was found in a block."""
        return tuple(FoundSpan(span, is_current) for span, is_current in self._search.spans_in(block))

    def step(self, is_forward: bool) -> None:
        """Go to the next or previous hit: from the last one if that is in sight, else from the top of the page."""
        document = self._session.document
        if document is not None:
            self._search.step(self._place(document, is_forward), is_forward)

    def _place(self, document: Document, is_forward: bool) -> int:
        page, current = self._view.page, self._search.current
        if current is not None and page is not None:
            start = self._search.results[current].start
            if page.is_in_sight(document.position_of(start)):
                return start
        return int(self._view.top_address()) - is_forward

    def _look_in_document(self) -> None:
        self._search.look_in(self._session.document, self._session.address)

    def _show(self) -> None:
        painted = (self._search.query, self._view.place(), self._count_in_sight())
        if painted != self._painted:
            self._painted = painted
            self._view.refresh_highlights()
        self._overview.set_found(self._rows)

    def _count_in_sight(self) -> int:
        page = self._view.page
        blocks = [item.layout.block for item in page.flow.placed()] if page is not None else []
        return self._search.count_between(blocks[0].start, blocks[-1].end) if blocks else 0

    def _rows(self, rows: int) -> list[int]:
        """The rows of the strip that hold hits; of later results, only what is new is looked at."""
        document, results = self._session.document, self._search.results
        if document is None:
            return []
        strip, before, ticks = self._strip
        if strip != (document, rows) or not results.continues(before):
            before, ticks = no_results(), []
        new = results.ticks(rows, document.size, len(before))
        ticks = ticks[:-1] + new if ticks[-1:] == new[:1] else ticks + new
        self._strip = ((document, rows), results, ticks)
        return ticks

    def _go_to(self, hit: Hit) -> None:
        document = self._session.document
        if document is not None:
            self._view.show_range(Range(document.position_of(hit.start), document.position_of(hit.end)))
