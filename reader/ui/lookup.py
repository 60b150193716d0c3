"""Answers what a word is: joins the page, the look-up and the panel beside the word."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, Signal
from PySide6.QtGui import QCursor

from reader.model.position import Position, Range, Span
from reader.state.preferences import Preferences
from reader.state.session import Session
from reader.state.word_facts import WordInText
from reader.state.word_lookup import WordLookup
from reader.ui.article import Article
from reader.ui.theme import Theme
from reader.ui.word_hover import WordHover
from reader.ui.word_popover import WordPopover
from reader.view.pointer import Grain
from reader.view.selection import source_span

#: Code points of a selection that are looked up; the rest is no word.
_LONGEST = 60


class Lookup(QObject):
    """Opens the panel for the selection or the word under the mouse when it is asked to, and while the mouse rests.

    Signals:
        dictionaries_requested: the reader wants to install a dictionary.
        colour_requested: the word that is looked up is to be coloured.
    """

    dictionaries_requested = Signal()
    colour_requested = Signal(str)

    def __init__(
        self, article: Article, session: Session, preferences: Preferences, lookup: WordLookup, theme: Theme
    ) -> None:
        """The answers over one article.

        Args:
            article: the page.
            session: of the program.
            preferences: of the program.
            lookup: finds out about a word.
            theme: of the window.
        """
        super().__init__(article)
        self._article = article
        self._session = session
        self._preferences = preferences
        self._lookup = lookup
        self._word: Range | None = None
        self._is_hovering = False
        #: Whether nothing is shown yet of the word that is looked up.
        self._is_new = False
        self.popover = WordPopover(theme, article)
        self.hover = WordHover(article.view.viewport())
        self.hover.rested.connect(self._look_under)
        self.hover.left.connect(self._leave)
        lookup.changed.connect(self._show)
        preferences.changed.connect(self._follow_preferences)
        session.opened.connect(self.close)
        article.view.place_changed.connect(self._follow_page)
        article.view.pressed.connect(self.close)
        self.popover.closed.connect(self._end)
        self.popover.colour_requested.connect(self._colour)
        self.popover.dictionaries_requested.connect(self.dictionaries_requested)
        self._follow_preferences()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.popover.set_theme(theme)

    def look_up(self) -> None:
        """Look up the selection; without one the word under the mouse, or else where the mouse was clicked last.

        A panel that was opened so closes again.
        """
        if self.popover.isVisible() and not self._is_hovering:
            self.popover.dismiss()
            return
        self._is_hovering = False
        view = self._article.view
        word = view.selected
        if word is None:
            point = view.viewport().mapFromGlobal(QCursor.pos())
            is_over = view.viewport().rect().contains(point) and view.viewport().underMouse()
            word = self._word_at(QPointF(point)) if is_over else self._word_of(view.clicked_position)
            if word is not None:
                view.select(word)
        if word is not None:
            self._ask(word)

    def close(self) -> None:
        """Close the panel."""
        self.hover.stop()
        self.popover.dismiss()

    def _look_under(self, point: QPointF) -> None:
        if self.popover.isVisible() and not self._is_hovering:
            return
        word = self._word_at(point)
        if word is not None and word != self._word:
            self._is_hovering = True
            self._ask(word)

    def _leave(self) -> None:
        """The mouse moves on: what it asked for itself is closed, unless it is over the word or its panel."""
        if self._is_hovering and self.popover.isVisible() and not self.popover.underMouse():
            point = self._article.view.viewport().mapFromGlobal(QCursor.pos())
            if self._word is None or not self._box(self._word).adjusted(-4, -8, 4, 8).contains(point):
                self.popover.dismiss()

    def _word_at(self, point: QPointF) -> Range | None:
        """The word on whose characters a point of the viewport lies."""
        page = self._article.view.page
        if page is None:
            return None
        word = page.grown(point, Grain.WORD)
        return word if not word.is_empty and page.is_on(word, point) else None

    def _word_of(self, position: Position) -> Range | None:
        """The word at a place, if that is in sight."""
        page = self._article.view.page
        if page is None or not page.is_in_sight(position):
            return None
        box = page.rectangle_of(position)
        return self._word_at(box.center()) if box is not None else None

    def _ask(self, word: Range) -> None:
        document = self._session.document
        if document is None:
            return
        block = document.block_at(word.start.block)
        span = source_span(word, block)
        text = block.text[span.start : min(span.end, span.start + _LONGEST)] if span is not None else ""
        if span is None or not text.strip():
            return
        start = span.start + len(text) - len(text.lstrip())
        end = start + len(text.strip())
        self._word = Range(Position(block.start, start), Position(block.start, end))
        self._is_new = True
        written = WordInText(block.text, Span(start, end))
        conversion = self._session.rendition.show(block)
        shown = WordInText(conversion.text, conversion.alignment.shown_span(written.span))
        self._lookup.look_up(document, written, shown, self._session.script)

    def _show(self) -> None:
        facts = self._lookup.facts
        if facts is None or self._word is None:
            return
        self.popover.show_facts(facts)
        if self._is_new:
            self._is_new = False
            self._place()
            if not self._is_hovering:
                self.popover.take_focus()

    def _follow_page(self) -> None:
        """The page moved under the panel: it goes along as long as its word is in sight."""
        if not self.popover.isVisible() or self._word is None:
            return
        page = self._article.view.page
        if page is None or not page.is_in_sight(self._word.start):
            self.close()
        else:
            self._place()

    def _place(self) -> None:
        page = self._article.view.page
        if page is not None and self._word is not None:
            viewport = self._article.view.viewport()
            box = self._box(self._word)
            corner = viewport.mapTo(self._article, box.topLeft())
            self.popover.stand_beside(QRect(corner, box.size()), page.axes.is_vertical)

    def _box(self, word: Range) -> QRect:
        """Where a word is drawn in the viewport: the whole of it, or what stands in its first line."""
        page = self._article.view.page
        first = page.rectangle_of(word.start) if page is not None else None
        if page is None or first is None:
            return QRect()
        last = page.rectangle_of(Position(word.end.block, max(word.start.offset, word.end.offset - 1)))
        is_one_line = last is not None and (last.x() == first.x() if page.axes.is_vertical else last.y() == first.y())
        return (first.united(last) if last is not None and is_one_line else first).toAlignedRect()

    def _colour(self) -> None:
        facts = self._lookup.facts
        if facts is not None:
            self.colour_requested.emit(facts.word)
            self.popover.dismiss()

    def _end(self) -> None:
        self._lookup.give_up()
        self._word = None
        if not self._is_hovering:
            self._article.view.setFocus()

    def _follow_preferences(self) -> None:
        self.hover.switch(self._preferences.settings.looks_up_on_hover)
