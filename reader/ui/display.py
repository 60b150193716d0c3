"""What the parts of the window show of the state."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from reader.convert.punctuation import Punctuation, quotes_of
from reader.state.settings import Settings
from reader.ui.outline_labels import OutlineLabels
from reader.ui.outline_marks import OutlineMarks, marks_between
from reader.ui.owners import Owners
from reader.ui.style_sheet import style_sheet
from reader.ui.theme import Theme
from reader.ui.window_parts import WindowParts

_NAME = "簡繁讀"


class Display(QObject):
    """Brings the facts of the state into the parts of the window; asks for nothing."""

    def __init__(self, window: QMainWindow, owners: Owners, parts: WindowParts) -> None:
        super().__init__(window)
        self._window = window
        self._owners = owners
        self._session = owners.session
        self._labels = OutlineLabels(owners.session)
        parts.outline.set_marks_source(self._marks_of)
        self._preferences = owners.preferences
        self._parts = parts

    def show_all(self) -> None:
        """Show everything as it is."""
        self._window.setStyleSheet(style_sheet(self._parts.appearance.theme))
        self.show_preferences()
        self.show_document()

    def show_document(self) -> None:
        """Another document is open, or none."""
        document, parts = self._session.document, self._parts
        parts.outline.clear()
        parts.actions.set_document_open(document is not None)
        self._show_writing()
        if document is None:
            self._window.setWindowTitle(_NAME)
            parts.status.clear()
            return
        self._window.setWindowTitle(f"{document.title} — {_NAME}")
        parts.status.show_encoding(document.encoding, document.format)
        self.show_rendition()
        parts.article.setFocus()

    def show_rendition(self) -> None:
        """The document is shown in another script."""
        self._labels.forget()
        self._parts.outline.set_text_source(self._labels.label)
        rendition = self._session.rendition
        if self._session.document is not None:
            has_words = self._preferences.settings.has_regional_words
            self._parts.status.show_script(rendition.source, rendition.target, rendition.route is not None, has_words)

    def show_changes(self) -> None:
        """More is known of how much conversion has changed."""
        is_converted = self._session.document is not None and self._session.rendition.target is not None
        self._parts.status.show_changes(self._session.changes.counts if is_converted else None)

    def show_outline(self) -> None:
        """More of the outline is known."""
        self._parts.outline.set_outline(self._session.outline)
        self.show_place()

    def show_place(self) -> None:
        """The reader is at another place."""
        outline, address = self._session.outline, self._session.address
        self._parts.status.show_place(outline, address, self._parts.article.share_read())
        self._parts.outline.set_current(outline.paragraph_at(address))

    def show_preferences(self) -> None:
        """The reader wants something else."""
        settings, parts = self._preferences.settings, self._parts
        self._session.show_in(settings.script, settings.has_regional_words, settings.engine, _punctuation(settings))
        parts.toolbar.scripts.show_choice(settings.script, settings.has_regional_words)
        parts.actions.words.setChecked(settings.has_regional_words)
        parts.actions.changes.setChecked(settings.shows_changes)
        parts.actions.both.setChecked(settings.shows_both)
        parts.actions.quotes.setChecked(settings.has_regional_quotes)
        parts.actions.full_width.setChecked(settings.has_full_width)
        parts.actions.long_marks.setChecked(settings.has_long_marks)
        parts.actions.hover.setChecked(settings.looks_up_on_hover)
        parts.page_controls.show_settings(settings)
        self._show_themes()
        parts.reading.show_settings(settings)
        parts.copy_forms.show_choice(settings.copy_form)
        parts.engines.show_choice(settings.engine)
        parts.languages.show_choice(settings.language)
        self._show_writing()

    def _show_writing(self) -> None:
        document, choice = self._session.document, self._preferences.settings.writing
        self._parts.writings.show_choice(choice)
        is_vertical = choice.is_vertical(document is not None and document.is_vertical)
        self._parts.actions.vertical.setChecked(is_vertical)

    def show_theme(self, theme: Theme) -> None:
        """The window has other colours."""
        self._window.setStyleSheet(style_sheet(theme))
        self._parts.set_theme(theme)
        self._show_themes()

    def _show_themes(self) -> None:
        settings, parts = self._preferences.settings, self._parts
        parts.themes.show_settings(settings)
        parts.page_controls.themes.show_settings(settings, parts.appearance.system_is_dark())

    def _marks_of(self, start: int, end: int | None) -> OutlineMarks:
        size = self._session.document.size if self._session.document else 0
        return marks_between(self._owners.keywords.places, self._owners.search, start, size if end is None else end)


def _punctuation(settings: Settings) -> Punctuation:
    """The views of punctuation that are on for the script that is shown."""
    quotes = quotes_of(settings.script) if settings.has_regional_quotes and settings.script is not None else None
    return Punctuation(quotes, settings.has_full_width, settings.has_long_marks)
