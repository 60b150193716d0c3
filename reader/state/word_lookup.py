"""Looks a word of the document up, in the background."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.convert.converters import Converters
from reader.model.document import Document
from reader.model.keyword_list import Keyword, KeywordList
from reader.model.script import Script
from reader.search.list_matcher import ListMatcher
from reader.search.occurrences import Occurrences, scan_occurrences
from reader.state.tasks import Task, TaskRunner
from reader.state.word_facts import WordFacts, WordInText, word_facts
from reader.store.dictionaries import StoredDictionaries


class WordLookup(QObject):
    """Finds out about one word at a time; a new one gives the one before up.

    Signals:
        changed: ``facts`` are more, or none.
        failed: what ended the work.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, converters: Converters, stored: StoredDictionaries, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._converters = converters
        self._stored = stored
        self._document: Document | None = None
        self._facts: WordFacts | None = None
        self._finding = Task(runner, self)
        self._finding.stepped.connect(self._receive_facts)
        self._finding.finished.connect(self._count)
        self._counting = Task(runner, self)
        self._counting.stepped.connect(self._receive_count)
        for task in (self._finding, self._counting):
            task.failed.connect(self.failed)

    @property
    def facts(self) -> WordFacts | None:
        """What is known so far; None while nothing is looked up."""
        return self._facts

    def look_up(self, document: Document, written: WordInText, shown: WordInText, source: Script | None) -> None:
        """Find out about a word; ``changed`` follows, more than once.

        Args:
            document: in which it is counted.
            written: the word as the document writes it.
            shown: the same as the page shows it.
            source: how the document is written.
        """
        self.give_up()
        self._document = document
        converters, stored = self._converters, self._stored
        self._finding.start(lambda: word_facts(written, shown, source, converters, stored))

    def give_up(self) -> None:
        """Look for nothing more."""
        for task in (self._finding, self._counting):
            task.cancel()
        self._document = None
        if self._facts is not None:
            self._facts = None
            self.changed.emit()

    def _receive_facts(self, facts: WordFacts) -> None:
        self._facts = facts
        self.changed.emit()

    def _count(self) -> None:
        document, facts = self._document, self._facts
        if document is not None and facts is not None:
            self._counting.start(lambda: _counted(document, facts.word))

    def _receive_count(self, occurrences: Occurrences) -> None:
        if self._facts is not None:
            self._facts = replace(self._facts, count=occurrences.counts[0], is_counted=occurrences.is_complete)
            self.changed.emit()


def _counted(document: Document, word: str) -> Iterator[Occurrences]:
    """How often the word occurs: as soon as anything is known, whenever that has grown to double, and at the end."""
    due = 1
    matcher = ListMatcher([KeywordList("", (Keyword(word),))])
    for occurrences in scan_occurrences(document, matcher):
        if occurrences.is_complete or occurrences.counts[0] >= due:
            due = max(1, occurrences.counts[0] * 2)
            yield occurrences
