"""The owner of what is suggested: keywords and names of the open document, read in the background on request."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.errors import StoreError
from reader.model.document import Document
from reader.model.entity import EntityKind
from reader.search.document_names import DocumentNames
from reader.search.fold import fold
from reader.search.keywords import DocumentKeywords
from reader.search.stretches import stretches
from reader.state.tasks import Task, TaskRunner
from reader.store.settings import StoredSettings

#: Keywords, and names of each kind, that are suggested.
_KEYWORDS, _NAMES = 24, 24
#: Seconds between two tellings of what is found, and of rest after each stretch: the window goes first.
_TELLING, _REST = 0.5, 0.004
#: Words that are never suggested again: so many are remembered, under this name.
_MOST_IGNORED, _NAME = 1000, "ignored_suggestions"


@dataclass(frozen=True, slots=True)
class SuggestedWord:
    """A word that may be worth a colour.

    Attributes:
        text: as the source writes it.
        count: how often it stands there.
        kind: what it names; None for a keyword.
    """

    text: str
    count: int
    kind: EntityKind | None = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is suggested so far.

    Attributes:
        words: keywords that are no names, the best first; then names by kind, the most often named first.
        share: of the document that was read, 0 to 1.
    """

    words: tuple[SuggestedWord, ...] = ()
    share: float = 0.0


class Suggestions(QObject):
    """Reads one document, once it is asked to.

    Signals:
        changed: other words are suggested, or more was read, or the reading has ended.
        failed: what ended it, or a ``StoreError``.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, stored: StoredSettings, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        self._document: Document | None = None
        self._is_begun = False
        self._suggested = Suggested()
        try:
            known = stored.load().get(_NAME)
        except StoreError:
            known = None
        self._ignored = dict.fromkeys(map(str, known)) if isinstance(known, list) else {}
        self._task = Task(runner, self)
        self._task.stepped.connect(self._receive)
        self._task.finished.connect(self.changed)
        self._task.failed.connect(self.failed)

    @property
    def words(self) -> tuple[SuggestedWord, ...]:
        """What is suggested, without what the reader ignores."""
        return tuple(word for word in self._suggested.words if fold(word.text) not in self._ignored)

    @property
    def share(self) -> float:
        """How much of the document was read, 0 to 1."""
        return self._suggested.share

    @property
    def is_reading(self) -> bool:
        """Whether the document is being read."""
        return self._task.is_running

    def look_in(self, document: Document | None) -> None:
        """Suggest nothing yet, and then from another document, or from none."""
        self._task.cancel()
        self._document = document
        self._is_begun = False
        self._suggested = Suggested()
        self.changed.emit()

    def begin(self) -> None:
        """Read the document, unless that is done, being done or was given up."""
        document = self._document
        if document is not None and not self._is_begun:
            self._is_begun = True
            self._task.start(partial(_read, document))
            self.changed.emit()

    def give_up(self) -> None:
        """Read no further; what was found stays."""
        self._task.cancel()
        self.changed.emit()

    def ignore(self, text: str) -> None:
        """Never suggest a word again, in whatever script it is written."""
        self._set_ignored((*self._ignored, fold(text)))

    def forget_ignored(self) -> None:
        """Suggest again what was ignored."""
        self._set_ignored(())

    def _set_ignored(self, keys: tuple[str, ...]) -> None:
        self._ignored = dict.fromkeys(keys[-_MOST_IGNORED:])
        self.changed.emit()
        try:
            self._stored.save({_NAME: list(self._ignored)})
        except StoreError as error:
            self.failed.emit(error)

    def _receive(self, suggested: Suggested) -> None:
        self._suggested = suggested
        self.changed.emit()


def _read(document: Document) -> Iterator[Suggested]:
    keywords, names = DocumentKeywords(_KEYWORDS), DocumentNames(document)
    told = time.monotonic()
    for number, stretch in enumerate(stretches(document)):
        keywords.add(stretch)
        names.add(stretch)
        if number == 0 or time.monotonic() - told >= _TELLING:
            told = time.monotonic()
            yield _suggested(keywords, names, stretch.end / max(1, document.size))
        time.sleep(_REST)
    yield _suggested(keywords, names, 1.0)


def _suggested(keywords: DocumentKeywords, names: DocumentNames, share: float) -> Suggested:
    of_kind = {
        kind: [SuggestedWord(thing.text, thing.count, kind) for thing in names.most_named(kind, _NAMES)]
        for kind in EntityKind
    }
    named = {fold(word.text) for words in of_kind.values() for word in words}
    words = [SuggestedWord(one.text, one.count) for one in keywords.best() if fold(one.text) not in named]
    return Suggested((*words, *(word for kind in EntityKind for word in of_kind[kind])), share)
