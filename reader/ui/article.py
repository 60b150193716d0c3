"""The article in the middle of the window: message, page, overview; and how they follow the state."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from reader.convert.annotation import Annotated, Phonetics
from reader.model.document import Document
from reader.model.position import Position, Range
from reader.model.script import Script
from reader.search.words import word_at
from reader.state.keywords import LONGEST_WORD, Keywords
from reader.state.preferences import Preferences
from reader.state.readings import Readings
from reader.state.search import Search
from reader.state.session import Session
from reader.ui.coloured_words import ColouredWords
from reader.ui.facing_text import FacingText
from reader.ui.found_places import FoundPlaces
from reader.ui.message_bar import MessageBar
from reader.ui.odd_character_tips import OddCharacterTips
from reader.ui.page_fonts import page_style
from reader.ui.shown_changes import ShownChanges
from reader.ui.theme import Theme
from reader.view.axes import WritingMode
from reader.view.content import Content, no_highlights
from reader.view.overview import OverviewStrip
from reader.view.page import Page
from reader.view.page_style import PageStyle
from reader.view.reading_view import ReadingAids, ReadingView
from reader.view.selection import source_span
from reader.view.text_view import TextView


class Article(QWidget):
    """Shows what the session says, and tells it where the reader is.

    Attributes:
        messages: what the window has to say.
        view: the page.
        found: what a search found on it.
        changes: what conversion has changed on it.
        facing: the original beside it.

    Signals:
        moved: another place is at the top of the page, or more of the document is in sight.
        menu_requested: where on the screen the context menu is wanted.
        selection_changed: something else is selected.
        picture_requested: a click on a ``Picture`` of the document.
        link_requested: a click on a link that leads out of the document; its URL. Nobody has been asked yet.
    """

    moved = Signal()
    menu_requested = Signal(QPoint)
    selection_changed = Signal()
    link_requested = Signal(str)
    picture_requested = Signal(object)

    def __init__(
        self,
        session: Session,
        keywords: Keywords,
        search: Search,
        preferences: Preferences,
        readings: Readings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._keywords = keywords
        self._preferences = preferences
        self._readings = readings
        self._theme = theme
        self.setObjectName("article")
        self.messages = MessageBar(theme)
        self.view = ReadingView(self._page_style(), theme.page)
        self.view.set_aids(self._aids())
        self._overview = OverviewStrip()
        self._words = ColouredWords(session, keywords, self.view, self._overview, theme)
        self.found = FoundPlaces(session, search, self.view, self._overview)
        self.changes = ShownChanges(session, preferences, self.view)
        self.facing = FacingText(session, preferences, self.view, theme.page, self._is_vertical)
        OddCharacterTips(self.view)
        #: The page, and its overview beside the scrollbar.
        self._page = page = QHBoxLayout()
        page.setSpacing(0)
        page.addWidget(self.facing.splitter, 1)
        page.addWidget(self._overview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addLayout(page, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        for view in self._views:
            view.set_colours(theme.page)
        self.messages.set_theme(theme)
        self._overview.set_colours(theme.page.page, theme.page.secondary, theme.page.found)
        self._words.set_theme(theme)

    @property
    def _views(self) -> tuple[TextView, ...]:
        return (self.view, self.facing.view)

    def set_quiet(self, is_quiet: bool) -> None:
        """Show nothing beside the text, or the overview again."""
        self._overview.setVisible(not is_quiet)

    def printed_content(self, document: Document, has_colours: bool) -> Content:
        """The document, or an excerpt of it, as it is printed: in the script that is shown, with colours or without."""
        highlights = self._words.highlights if has_colours else no_highlights
        return Content(document, self._session.rendition.show, word_at, highlights, readings=self._readings.of)

    def share_read(self) -> float:
        """How much of the document is above the page's lower edge when it ends, 0 to 1."""
        page = self.view.page
        if page is None:
            return 0.0
        top = self.view.top_address()
        # Where the last page begins is found out after this one is painted; till then it is taken to hold as much.
        end = page.flow.end_address() if page.flow.is_end_known else self._rest_below(page) + top
        return min(1.0, top / end) if end > 0 else 1.0

    def _rest_below(self, page: Page) -> float:
        """Bytes of the document below the page, about."""
        *_, last = page.flow.placed()
        block, height = last.layout.block, last.layout.height
        hidden = max(0, last.top + height - page.flow.height) / max(1, height)
        return page.content.document.size - block.end + min(1.0, hidden) * (block.end - block.start)

    def go_to_paragraph(self, number: int) -> None:
        """Bring a paragraph to the top."""
        starts = self._session.outline.starts
        if number < len(starts):
            self.view.go_to(Position(starts[number], 0))
            self.view.setFocus()

    def go_to_address(self, address: int) -> None:
        """Bring a place into sight."""
        document = self._session.document
        if document is not None:
            place = document.position_of(min(document.size - 1, address))
            self.view.show_range(Range(place, place))

    def go_to_share(self, share: float) -> None:
        """Go to a share of the document, 0 to 1."""
        document = self._session.document
        if document is not None:
            self.view.go_to(document.position_of(min(document.size - 1, int(share * document.size))))

    def selected_word(self) -> str:
        """The source text of the selection, if it can be a word to colour; else empty."""
        selected, document = self.view.selected, self._session.document
        if selected is None or document is None:
            return ""
        block = document.block_at(selected.start.block)
        span = source_span(selected, block)
        if span is None or selected.end.block >= block.end or len(span) > LONGEST_WORD:
            return ""
        return block.text[span.start : span.end].strip()

    def step(self, is_forward: bool, words: range | None = None) -> None:
        """Go to the next or previous coloured word, of some or of all."""
        self._words.step(is_forward, words)

    def _connect(self) -> None:
        self._session.opened.connect(self._show_document)
        self._session.chapters_changed.connect(self._show_document)
        self._session.rendition_changed.connect(self._show_rendition)
        self.changes.content_changed.connect(self._show_rendition)
        self._readings.changed.connect(self._show_rendition)
        self._session.outline_changed.connect(self.moved)
        self._preferences.changed.connect(self._restyle)
        for told in (self._keywords.places.changed, self._keywords.places.current_changed):
            told.connect(lambda: self.facing.view.refresh_highlights())
        self.view.place_changed.connect(self._follow)
        self.view.selection_changed.connect(self.selection_changed)
        self.view.menu_requested.connect(self.menu_requested)
        for view in self._views:
            view.size_requested.connect(self._resize_text)
            view.link_requested.connect(self._follow_link)
            view.picture_requested.connect(self.picture_requested)
        self._overview.share_requested.connect(self.go_to_share)

    def _show_document(self) -> None:
        file = self._session.file
        # Asked first: with another style the text may be shown anew, from its start, which then is the place.
        start = self._start(file.document) if file else None
        self.messages.dismiss_passing()
        self._restyle()
        if file is None:
            self.view.set_content(None)
            self.facing.show(None)
            return
        self.view.set_content(self._content(file.document), start)
        self.facing.show(self.view.content)
        self._keywords.look_in(file.document, file.fingerprint)

    def _start(self, document: Document) -> Position | None:
        """Where reading goes on; None at the document's start, which shows the space above it as well."""
        return document.position_of(self._session.address) if self._session.address else None

    def _show_rendition(self) -> None:
        document, content = self._session.document, self.view.content
        # Of a document that is being opened, the place is known once it is there.
        if document is not None and content is not None and content.document is document:
            self._restyle()
            self.view.set_content(self._content(document))
            self.facing.show(self.view.content)

    def _content(self, document: Document) -> Content:
        words = self._words.highlights
        return Content(
            document, self.changes.show, word_at, words, self.found.spans, self.changes.changes, self._readings.of
        )

    def _page_style(self) -> PageStyle:
        settings, is_vertical = self._preferences.settings, self._is_vertical()
        style = page_style(settings, self._shown_script(), is_vertical)
        return replace(style, has_readings_over=self._has_readings_over(is_vertical))

    def _shown_script(self) -> Script | None:
        return self._session.rendition.target or self._session.script

    def _is_vertical(self) -> bool:
        document = self._session.document
        return self._preferences.settings.writing.is_vertical(document is not None and document.is_vertical)

    def _has_readings_over(self, is_vertical: bool) -> bool:
        """Whether readings stand over characters: the same for all of a document, so that base lines are regular."""
        document = self._session.document
        if document is not None and document.has_ruby:
            return True
        is_over = self._readings.phonetics is Phonetics.PINYIN or is_vertical
        return is_over and self._readings.annotated is not Annotated.NONE

    def _aids(self) -> ReadingAids:
        settings = self._preferences.settings
        return ReadingAids(settings.is_smooth, settings.focus, settings.scroll_speed, settings.page_mode)

    def _restyle(self) -> None:
        settings = self._preferences.settings
        self._readings.show(settings.annotated, settings.phonetics.of(self._shown_script()))
        style = self._page_style()
        is_vertical = style.mode is WritingMode.VERTICAL
        self._page.setDirection(QBoxLayout.Direction.TopToBottom if is_vertical else QBoxLayout.Direction.LeftToRight)
        self._overview.set_mode(style.mode)
        self.view.set_style(style)
        self.view.set_aids(self._aids())
        if self._words.forms.want(self._preferences.settings.forms):
            for view in self._views:
                view.refresh_highlights()

    def _resize_text(self, steps: int) -> None:
        self._preferences.set("font_size", self._preferences.settings.font_size + steps)

    def _follow(self) -> None:
        document, page = self._session.document, self.view.page
        if document is None or page is None or page.content.document is not document:
            return
        top = self.view.top_address()
        self._session.move_to(document.address_of(self.view.place()) if top else 0)
        if page.flow.is_end_known:
            in_sight = document.size - page.flow.end_address()
            self._overview.set_window(top / document.size, (top + in_sight) / document.size)
        self.moved.emit()

    def _follow_link(self, target: str) -> None:
        """Go to a place of the document; what leads elsewhere is for the window to decide."""
        document = self._session.document
        if document is not None and target.startswith("#"):
            self.view.go_to(document.position_of(int(target[1:])))
        else:
            self.link_requested.emit(target)
