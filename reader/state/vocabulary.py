"""The owner of the reader's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.convert.place_choices import PlaceChoices, PlacesIn, no_places
from reader.convert.words import OwnWords
from reader.errors import StoreError
from reader.model.document import Document
from reader.model.own_word import OwnWord, PlaceChoice
from reader.model.script import Script
from reader.store.own_words import FileWords, StoredOwnWords


class Vocabulary(QObject):
    """Keeps what the reader has said about words, and remembers every change at once.

    Signals:
        changed: something else holds now.
        failed: a ``StoreError``; a change holds for this run only.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, stored: StoredOwnWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        self._document: Document | None = None
        self._fingerprint = ""
        self._here = FileWords()
        try:
            self._everywhere = stored.everywhere()
        except StoreError:
            self._everywhere = ()

    @property
    def everywhere(self) -> tuple[OwnWord, ...]:
        """What holds in all documents."""
        return self._everywhere

    @property
    def here(self) -> tuple[OwnWord, ...]:
        """What holds in the open document alone; it comes before ``everywhere``."""
        return self._here.words

    @property
    def choices(self) -> tuple[PlaceChoice, ...]:
        """What holds at single places of the open document; it comes before everything else."""
        return self._here.choices

    def look_in(self, document: Document | None, fingerprint: str = "") -> None:
        """Another document is open, or none. Nothing is announced: whoever opens it asks."""
        self._document, self._fingerprint = document, fingerprint
        self._here = FileWords()
        if document is not None:
            try:
                self._here = self._stored.in_file(document.path, fingerprint)
            except StoreError as error:
                self.failed.emit(error)

    def go_on_with(self, document: Document) -> None:
        """The same text is open as another document."""
        self._document = document

    def catch_up(self) -> None:
        """Take over what the reader has said in another window; else the next word here would undo it."""
        try:
            if not self._stored.has_news():
                return
            everywhere = self._stored.everywhere()
        except StoreError as error:
            self.failed.emit(error)
            return
        if everywhere != self._everywhere:
            self._everywhere = everywhere
            self.changed.emit()

    def words_in(self, target: Script | None) -> OwnWords:
        """The words that hold in a script."""
        if target is None:
            return OwnWords()
        # What comes later wins: here before everywhere, and in this script before in all of them.
        return OwnWords(
            {
                one.word: one.result
                for words in (self._everywhere, self._here.words)
                for holding in (None, target)
                for one in words
                if one.target is holding
            }
        )

    def places_in(self, target: Script | None) -> PlacesIn:
        """The choices for single places that hold in a script."""
        chosen = [choice for choice in self._here.choices if choice.target is target]
        return PlaceChoices(self._document, chosen) if self._document is not None and chosen else no_places

    def say(self, word: OwnWord, is_here: bool) -> None:
        """Let a word be shown so from now on, in the open document or everywhere.

        Here, it takes the place of what was said of it here; everywhere, of what was said of it anywhere.
        """
        if not is_here:
            self._set((*_without(self._everywhere, word), word), _without(self._here.words, word))
        elif self._document is not None:
            self._set(self._everywhere, (*_without(self._here.words, word), word))

    def replace(self, everywhere: Sequence[OwnWord], here: Sequence[OwnWord]) -> None:
        """Let these words hold and no others; choices for single places stay."""
        self._set(tuple(everywhere), tuple(here))

    def choose(self, choice: PlaceChoice) -> None:
        """Let one place of the open document be shown so."""
        self._set_choices((*self._others(choice.address, choice.target), choice))

    def undo(self, address: int, target: Script) -> None:
        """Let one place of the open document be shown as the dictionaries have it again."""
        self._set_choices(self._others(address, target))

    def undo_all(self) -> None:
        """The same for all places."""
        self._set_choices(())

    def _others(self, address: int, target: Script) -> tuple[PlaceChoice, ...]:
        return tuple(one for one in self._here.choices if (one.address, one.target) != (address, target))

    def _set(self, everywhere: tuple[OwnWord, ...], here: tuple[OwnWord, ...]) -> None:
        is_other, is_other_here = everywhere != self._everywhere, here != self._here.words
        if not is_other and not is_other_here:
            return
        self._everywhere, self._here = everywhere, replace(self._here, words=here)
        self.changed.emit()
        try:
            if is_other:
                self._stored.save_everywhere(everywhere)
            if is_other_here:
                self._save_here()
        except StoreError as error:
            self.failed.emit(error)

    def _set_choices(self, choices: tuple[PlaceChoice, ...]) -> None:
        if self._document is None or choices == self._here.choices:
            return
        self._here = replace(self._here, choices=choices)
        self.changed.emit()
        try:
            self._save_here()
        except StoreError as error:
            self.failed.emit(error)

    def _save_here(self) -> None:
        if self._document is not None:
            self._stored.save_in_file(self._document.path, self._fingerprint, self._here)


def _without(words: tuple[OwnWord, ...], word: OwnWord) -> tuple[OwnWord, ...]:
    return tuple(one for one in words if (one.word, one.target) != (word.word, word.target))
