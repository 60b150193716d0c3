"""The window's side of suggestions: when they are asked for, and what a click on one does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from reader.search.fold import fold
from reader.ui.owners import Owners
from reader.ui.suggestion_section import ChipLooks
from reader.ui.window_parts import WindowParts

#: Words of each list that chips are compared with.
_LOOKED_AT = 500


class Suggesting(QObject):
    """Joins the panel of suggestions with what is suggested and with the keyword lists."""

    def __init__(self, window: QMainWindow, owners: Owners, parts: WindowParts) -> None:
        super().__init__(window)
        self._session = owners.session
        self._keywords = owners.keywords
        self._suggestions = owners.suggestions
        self._parts = parts
        self._panel = parts.suggestions
        #: Where the words of the lists stand, by their folded text, and their colours.
        self._coloured: dict[str, tuple[int, int, int]] = {}
        for fact in (owners.session.opened, owners.session.chapters_changed):
            fact.connect(self._look_in_document)
        owners.session.rendition_changed.connect(self._show)
        owners.suggestions.changed.connect(self._show)
        owners.suggestions.failed.connect(parts.announcements.tell_of_error)
        owners.keywords.changed.connect(self._show_keywords)
        parts.appearance.changed.connect(self._show)
        self._panel.wanted.connect(owners.suggestions.begin)
        self._panel.give_up_requested.connect(owners.suggestions.give_up)
        self._panel.ignore_requested.connect(owners.suggestions.ignore)
        self._panel.forget_requested.connect(owners.suggestions.forget_ignored)
        self._panel.word_requested.connect(self._toggle)
        self._panel.list_requested.connect(self._make_list)
        self._panel.search_requested.connect(parts.toolbar.search.begin)
        self._show_keywords()

    def _look_in_document(self) -> None:
        self._suggestions.look_in(self._session.document)
        if self._panel.isVisible():
            self._suggestions.begin()

    def _show_keywords(self) -> None:
        """Suggestions tell which words are coloured; of thousands of words in lists, the first ones are looked at."""
        self._coloured.clear()
        for number, one in enumerate(self._keywords.lists):
            for place, keyword in enumerate(one.keywords[:_LOOKED_AT]):
                if not keyword.is_pattern and keyword.is_on and one.is_on:
                    self._coloured.setdefault(fold(keyword.text), (number, place, one.colour_of(keyword)))
        self._show()

    def _show(self) -> None:
        convert = self._session.rendition.convert
        looks = ChipLooks(lambda text: convert(text).text, self._colour_of, self._parts.appearance.theme)
        self._panel.show_suggestions(self._suggestions, looks)

    def _colour_of(self, text: str) -> int | None:
        found = self._coloured.get(fold(text))
        return found[2] if found else None

    def _toggle(self, text: str) -> None:
        found = self._coloured.get(fold(text))
        if found is None:
            self._keywords.add(text)
        else:
            self._keywords.remove(*found[:2])

    def _make_list(self, name: str, texts: list[str]) -> None:
        """A list of the name gets the words; a new one, if there is none."""
        number = next((at for at, one in enumerate(self._keywords.lists) if one.name == name), None)
        self._keywords.add_words(name, texts, number)
        self._parts.side.show_page(self._parts.keywords)
