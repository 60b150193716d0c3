"""The owner of the keyword lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import StoreError
from reader.model.document import Document
from reader.model.highlight import PALETTE_SIZE
from reader.model.keyword_list import Keyword, KeywordList
from reader.search.fold import fold
from reader.state.keyword_places import KeywordPlaces
from reader.state.tasks import TaskRunner
from reader.store.keywords import StoredKeywords

#: The longest word that can be coloured: a selection of many lines is no word.
LONGEST_WORD = 100


class Keywords(QObject):
    """Keeps the lists. Those that are for another file than the open one are kept, and not shown.

    A list is named by its number in ``lists``, a keyword by that of its list and its own.

    Attributes:
        places: where the keywords stand.

    Signals:
        changed: the lists are others.
        failed: a ``StoreError``; a change holds for this run only.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, stored: StoredKeywords, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        self._file: str | None = None
        self._all: tuple[KeywordList, ...] = ()
        #: The lists before the latest change, if that took something away.
        self._before: tuple[KeywordList, ...] | None = None
        try:
            self._all = stored.load()
        except StoreError:
            self._all = ()
        #: What is left to be written of the latest change, and the turns it takes with what the window has to do.
        self._saving: Iterator[None] = iter(())
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._save_on)
        self.places = KeywordPlaces(runner, self)
        self._lists = self._relevant()
        self.places.look_for(self._lists)

    @property
    def lists(self) -> tuple[KeywordList, ...]:
        """The lists for every file and for the open one, in the reader's order."""
        return self._lists

    @property
    def can_put_back(self) -> bool:
        """Whether the latest change took something away."""
        return self._before is not None

    @property
    def can_limit(self) -> bool:
        """Whether a list can be made one for the open file."""
        return bool(self._file)

    def look_in(self, document: Document | None, fingerprint: str = "") -> None:
        """Look for the words in another document, whose content has that fingerprint, or in none."""
        self._file = fingerprint or None
        self._before = None
        self._take_relevant()
        self.places.look_in(document)
        self.changed.emit()

    def catch_up(self) -> None:
        """Take over what the reader has changed in another window; else the next change here would undo it."""
        self.finish()
        try:
            if not self._stored.has_news():
                return
            self._all = self._stored.load()
        except StoreError as error:
            self.failed.emit(error)
            return
        if self._take_relevant():
            self.changed.emit()

    def finish(self) -> None:
        """Write at once what is left to be written."""
        while self._turns.isActive():
            self._save_on()

    def add(self, text: str, number: int | None = None, is_pattern: bool = False, colour: int | None = None) -> None:
        """Colour a word; one that is there already is switched on again, in another colour if one is given.

        Args:
            text: the word, or a regular expression.
            number: the list that gets it; None for the one without a name, in which it gets a colour that is free.
            is_pattern: whether it is a regular expression.
            colour: of its own; None for that of the list, or for one that is free.
        """
        text = text.strip() if is_pattern else " ".join(text.split())[:LONGEST_WORD].rstrip()
        if not text:
            return
        known = self._known(text, is_pattern)
        if known is not None:
            self._switch_on(*known, colour)
            return
        lists = list(self._lists)
        if number is None:
            number = next((at for at, one in enumerate(lists) if one.is_loose and one.file is None), None)
        if number is None:
            lists.insert(0, KeywordList(""))
            number = 0
        one = lists[number]
        if colour is None and one.is_loose:
            colour = _free([one.colour_of(keyword) for keyword in one.keywords])
        keyword = Keyword(text, is_pattern, colour=colour)
        lists[number] = replace(one, keywords=(*one.keywords, keyword), is_on=True)
        self._set(lists)

    def set_keyword(self, number: int, place: int, keyword: Keyword) -> None:
        """Put a keyword in the place of another."""
        words = self._lists[number].keywords
        self._set_words(number, (*words[:place], keyword, *words[place + 1 :]))

    def remove(self, number: int, place: int) -> None:
        """Take a keyword out of its list."""
        before = self._lists
        words = before[number].keywords
        self._set_words(number, words[:place] + words[place + 1 :])
        self._before = before

    def move(self, number: int, place: int, to_number: int, to_place: int) -> None:
        """Move a keyword before another, or behind the last, of its own list or of another."""
        lists = list(self._lists)
        keyword = lists[number].keywords[place]
        if lists[to_number].is_loose and keyword.colour is None:
            keyword = replace(keyword, colour=lists[number].colour)
        words = [list(one.keywords) for one in lists]
        del words[number][place]
        if number == to_number and to_place > place:
            to_place -= 1
        words[to_number].insert(to_place, keyword)
        for at in {number, to_number}:
            lists[at] = replace(lists[at], keywords=tuple(words[at]))
        self._set(lists)

    def add_list(self, name: str) -> int:
        """Make an empty list, in a colour that no other has; its number."""
        colour = _free([one.colour for one in self._lists if not one.is_loose])
        self._set([*self._lists, KeywordList(name.strip() or "?", colour=colour)])
        return len(self._lists) - 1

    def add_words(self, name: str, texts: Sequence[str], number: int | None = None) -> None:
        """Add words to a list, each once; without a number, to a new list of that name."""
        lists = list(self._lists)
        if number is None:
            colour = _free([one.colour for one in lists if not one.is_loose])
            lists.append(KeywordList(name, colour=colour))
            number = len(lists) - 1
        known = {fold(keyword.text) for keyword in lists[number].keywords}
        new = tuple(Keyword(text) for text in texts if fold(text) not in known)
        lists[number] = replace(lists[number], keywords=(*lists[number].keywords, *new), is_on=True)
        self._set(lists)

    def set_list(self, number: int, one: KeywordList) -> None:
        """Put a list in the place of another."""
        self._set([*self._lists[:number], one, *self._lists[number + 1 :]])

    def remove_list(self, number: int) -> None:
        """Forget a list and all that is in it."""
        before = self._lists
        self._set([*before[:number], *before[number + 1 :]])
        self._before = before

    def put_back(self) -> None:
        """Have again what was taken away, as long as nothing else has been changed since."""
        if self._before is not None:
            self._set(self._before)

    def move_list(self, number: int, to_number: int) -> None:
        """Move a list before another, or behind the last."""
        lists = list(self._lists)
        one = lists.pop(number)
        lists.insert(to_number - (to_number > number), one)
        self._set(lists)

    def limit_list(self, number: int, is_limited: bool) -> None:
        """Let a list be for the open file only, or for every file."""
        self.set_list(number, replace(self._lists[number], file=self._file if is_limited else None))

    def take_in(self, lists: Sequence[KeywordList]) -> None:
        """Add lists that come from a file, below the others. What has no name goes to the list without one."""
        kept = list(self._lists)
        for one in lists:
            at = next((number for number, other in enumerate(kept) if other.is_loose), None) if one.is_loose else None
            if at is None:
                kept.append(one)
            else:
                known = {(fold(keyword.text), keyword.is_pattern) for keyword in kept[at].keywords}
                new = [word for word in one.keywords if (fold(word.text), word.is_pattern) not in known]
                words = (replace(word, colour=one.colour_of(word)) for word in new)
                kept[at] = replace(kept[at], keywords=(*kept[at].keywords, *words))
        self._set(kept)

    def _set_words(self, number: int, words: tuple[Keyword, ...]) -> None:
        self.set_list(number, replace(self._lists[number], keywords=words))

    def _switch_on(self, number: int, place: int, colour: int | None) -> None:
        one = self._lists[number]
        words = one.keywords
        word = words[place] if colour is None else replace(words[place], colour=colour)
        if word != words[place] or not word.is_on:
            words = (*words[:place], replace(word, is_on=True), *words[place + 1 :])
        self.set_list(number, one if one.is_on and words is one.keywords else replace(one, is_on=True, keywords=words))

    def _known(self, text: str, is_pattern: bool) -> tuple[int, int] | None:
        """Where a word stands already, in whatever script."""
        key = text if is_pattern else fold(text)
        for number, one in enumerate(self._lists):
            for place, keyword in enumerate(one.keywords):
                # The fold keeps the length, which is compared faster.
                if len(keyword.text) == len(key) and keyword.is_pattern is is_pattern:
                    found = keyword.text if is_pattern else fold(keyword.text)
                    if found == key:
                        return number, place
        return None

    def _take_relevant(self) -> bool:
        """Look for the lists that are for the open file; whether they are others than before."""
        lists = self._relevant()
        if lists == self._lists:
            return False
        # What was taken away before stood among other lists.
        self._lists, self._before = lists, None
        self.places.look_for(lists)
        return True

    def _relevant(self) -> tuple[KeywordList, ...]:
        return tuple(one for one in self._all if one.file is None or one.file == self._file)

    def _set(self, lists: Sequence[KeywordList]) -> None:
        lists = tuple(lists)
        if lists == self._lists:
            return
        self._before = None
        elsewhere = [one for one in self._all if one.file is not None and one.file != self._file]
        self._all, self._lists = (*lists, *elsewhere), lists
        self.places.look_for(lists)
        self.changed.emit()
        self._saving = self._stored.saving(self._all)
        self._turns.start()
        self._save_on()

    def _save_on(self) -> None:
        """Write the next piece of the latest change; a few words are written with the first."""
        try:
            next(self._saving)
        except StopIteration:
            self._turns.stop()
        except StoreError as error:
            self._turns.stop()
            self.failed.emit(error)


def _free(used: Sequence[int]) -> int:
    """The first colour that is not used; where all are, one in turn."""
    return next((colour for colour in range(PALETTE_SIZE) if colour not in used), len(used) % PALETTE_SIZE)
