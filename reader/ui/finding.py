"""The window's side of a search: where its parts show and when, and what the reader does with them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from reader.model.position import Span
from reader.search.query_language import Near, parse_query
from reader.search.results import Hit, excerpt_at
from reader.ui.owners import Owners
from reader.ui.result_model import ShownExcerpt
from reader.ui.window_parts import WindowParts


class Finding(QObject):
    """Joins the search box, the results and the page with what is looked for.

    While something is looked for, or about to be, the results take the place of the panel that was seen before.
    """

    def __init__(self, window: QMainWindow, owners: Owners, parts: WindowParts) -> None:
        super().__init__(window)
        self._owners = owners
        self._parts = parts
        self._search = owners.search
        #: The panel that was seen before the results, and whether it was wanted.
        self._before: tuple[QWidget, bool] | None = None
        parts.side.set_offered(parts.results, is_offered=False)
        self._wire_facts()
        self._wire_requests()
        parts.toolbar.search.show_recent(owners.recent_queries.texts)
        self._show_sources()

    def begin(self) -> None:
        """Let the reader type; what is selected is what they look for."""
        self._parts.toolbar.show_search()
        self._parts.toolbar.search.begin(self._parts.article.selected_word())

    def end(self) -> None:
        """Look for nothing, and let everything be as it was before."""
        self._parts.toolbar.search.clear()
        self._parts.toolbar.hide_search()
        self._search.ask(None)
        self._parts.article.setFocus()

    def step(self, is_forward: bool) -> None:
        """Go to the next or previous hit; where nothing is looked for, to the next or previous coloured word."""
        if self._search.query is None:
            self._parts.article.step(is_forward)
        else:
            self._parts.article.found.step(is_forward)
            self._remember()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape on the page, with nothing selected, ends the search."""
        if event.type() == QEvent.Type.KeyPress and self._search.query is not None:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape and self._parts.article.view.selected is None:
                self.end()
                return True
        return super().eventFilter(watched, event)

    def _wire_facts(self) -> None:
        search, owners = self._search, self._owners
        search.changed.connect(self._show_query)
        search.found.connect(self._show_found)
        search.current_changed.connect(self._show_current)
        for failing in (search, owners.recent_queries):
            failing.failed.connect(self._parts.announcements.tell_of_error)
        owners.recent_queries.changed.connect(
            lambda: self._parts.toolbar.search.show_recent(owners.recent_queries.texts)
        )
        owners.session.rendition_changed.connect(self._show_sources)
        owners.session.outline_changed.connect(self._show_found)
        owners.preferences.changed.connect(self._ask)

    def _wire_requests(self) -> None:
        parts, field = self._parts, self._parts.toolbar.search
        field.entered.connect(self._make_room)
        field.left.connect(self._give_back)
        field.text_changed.connect(self._ask)
        field.step_requested.connect(self.step)
        field.results_requested.connect(self._enter_results)
        field.close_requested.connect(self.end)
        field.forget_requested.connect(self._owners.recent_queries.forget)
        parts.search_options.changed.connect(self._ask)
        parts.results.hit_requested.connect(self._go_to)
        parts.results.text_requested.connect(parts.article.setFocus)
        parts.results.colour_requested.connect(self._colour)
        parts.actions.find.triggered.connect(self.begin)
        parts.actions.next.triggered.connect(lambda: self.step(is_forward=True))
        parts.actions.previous.triggered.connect(lambda: self.step(is_forward=False))
        parts.article.view.installEventFilter(self)

    def _ask(self) -> None:
        query = self._parts.search_options.query(
            self._parts.toolbar.search.text, self._owners.preferences.settings.script
        )
        self._search.ask(query, self._owners.session.address)

    def _show_query(self) -> None:
        """Something else is looked for, or nothing."""
        if self._search.query is not None:
            self._make_room()
        elif not self._parts.toolbar.search.hasFocus():
            self._give_back()
        self._show_found()

    def _make_room(self) -> None:
        """Let the results be seen. That is done before the first key is typed, which has enough to do."""
        parts = self._parts
        if self._before is None and self._owners.session.document is not None:
            self._before = (parts.side.page, parts.keywords_dock.is_wanted)
            parts.side.set_offered(parts.results, is_offered=True)
            parts.side.show_page(parts.results)
            if parts.keywords_dock.has_room:
                parts.keywords_dock.set_wanted(True)

    def _give_back(self) -> None:
        """Show what was seen before the results, if nothing is looked for."""
        parts = self._parts
        if self._before is not None and self._search.query is None:
            page, was_wanted = self._before
            self._before = None
            if parts.side.page is parts.results:
                parts.side.show_page(page)
                parts.keywords_dock.set_wanted(was_wanted and parts.keywords_dock.is_wanted)
            parts.side.set_offered(parts.results, is_offered=False)

    def _show_found(self) -> None:
        self._parts.toolbar.search.show_search(self._search)
        self._parts.results.show_search(self._search, self._owners.session.outline)

    def _show_current(self) -> None:
        self._parts.toolbar.search.show_search(self._search)
        self._parts.results.show_current(self._search.current)

    def _show_sources(self) -> None:
        self._parts.results.set_sources(self._excerpt_of, self._heading_of)

    def _excerpt_of(self, hit: Hit) -> ShownExcerpt:
        session = self._owners.session
        if session.document is None:
            return ShownExcerpt("", Span(0, 0))
        excerpt = excerpt_at(session.document, hit)
        conversion = session.rendition.convert(excerpt.text, session.document.block_at(hit.start).text)
        match = conversion.alignment.shown_span(excerpt.match)
        dots = "…" if excerpt.is_cut_before else ""
        text = dots + conversion.text + ("…" if excerpt.is_cut_behind else "")
        return ShownExcerpt(text, Span(match.start + len(dots), match.end + len(dots)))

    def _heading_of(self, index: int) -> str:
        session = self._owners.session
        headings = session.outline.headings
        return session.rendition.convert(headings[index].text.strip()).text if index < len(headings) else ""

    def _enter_results(self) -> None:
        if self._search.query is not None:
            self._parts.keywords_dock.set_wanted(True)
            self._parts.side.show_page(self._parts.results)
            self._parts.results.focus_list()

    def _go_to(self, hit: int) -> None:
        self._search.go_to(hit)
        self._remember()

    def _remember(self) -> None:
        if self._search.query is not None:
            self._owners.recent_queries.add(self._search.query.text)

    def _colour(self) -> None:
        """Colour every word of the query, and show them."""
        query = self._search.query
        if query is None:
            return
        if query.is_pattern:
            self._owners.keywords.add(query.text, is_pattern=True)
        for term in () if query.is_pattern else parse_query(query.text).wanted:
            for word in (term.one, term.other) if isinstance(term, Near) else (term,):
                self._owners.keywords.add(word)
        self.end()
        self._parts.side.show_page(self._parts.keywords)
        self._parts.keywords_dock.set_wanted(True)
