"""The owner of how the open document is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.convert.choice import Engine
from reader.convert.converters import Converters
from reader.convert.punctuation import AS_WRITTEN, Punctuation
from reader.convert.rendition import Manner, Rendition
from reader.model.document import Document
from reader.model.script import Script
from reader.state.change_count import ChangeCount
from reader.state.learning import Learning
from reader.state.tasks import Task, TaskRunner
from reader.state.vocabulary import Vocabulary


class Showing(QObject):
    """Makes the rendition of one document at a time, with the reader's own words and what the document tells.

    Attributes:
        learning: what the document tells about its words.
        changes: how much conversion has changed, counted in the background.

    Signals:
        changed: the document is shown otherwise.
        failed: a ``ReaderError``.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, converters: Converters, vocabulary: Vocabulary, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._converters = converters
        self._vocabulary = vocabulary
        self._document: Document | None = None
        self._script: Script | None = None
        #: What the reader wants, without own words.
        self._wanted = Manner()
        self._rendition = Rendition(None, Manner(), converters)
        self.learning = Learning(runner, self)
        self.learning.changed.connect(self._receive_evidence)
        self.learning.failed.connect(self.failed)
        self.changes = ChangeCount(runner, self)
        self.changes.failed.connect(self.failed)
        self._loading = Task(runner, self)
        self._loading.stepped.connect(self._receive)
        self._loading.failed.connect(self.failed)
        vocabulary.changed.connect(self._receive_words)

    @property
    def rendition(self) -> Rendition:
        """How the document is shown."""
        return self._rendition

    def open(self, document: Document, script: Script | None, fingerprint: str) -> None:
        """Show another document: as it is written until the dictionaries are there. ``changed`` is not sent for it.

        Args:
            document: what is open.
            script: how it is written; None where nothing tells.
            fingerprint: of its file's content.
        """
        self._document, self._script = document, script
        self._vocabulary.look_in(document, fingerprint)
        self.learning.forget()
        self._loading.cancel()
        self._rendition = self._made()
        if not self._rendition.is_ready:
            self._rendition = Rendition(script, Manner(), self._converters)
            self._convert()
        self._learn()
        self.changes.count(document, self._rendition)

    def go_on_with(self, document: Document) -> None:
        """The same text is open as another document, with other headings or more behind it. ``changed`` is not sent."""
        self._document = document
        self._vocabulary.go_on_with(document)
        self.learning.go_on_with(document)
        target = self._rendition.target
        self._rendition = self._rendition.with_words(
            self._vocabulary.words_in(target), self._vocabulary.places_in(target)
        )
        self.changes.count(document, self._rendition)

    def show_in(
        self,
        target: Script | None,
        has_regional_words: bool,
        engine: Engine = Engine.JIANFAN,
        punctuation: Punctuation = AS_WRITTEN,
    ) -> None:
        """Show documents in a script from now on; None shows them as they are written."""
        wanted = Manner(target, has_regional_words, engine, punctuation)
        if wanted != self._wanted:
            self._wanted = wanted
            self._convert()

    def close(self) -> None:
        """Give up all work."""
        self._document = None
        self.learning.forget()
        self.changes.count(None, self._rendition)
        self._loading.cancel()

    def _made(self) -> Rendition:
        target = self._wanted.target
        manner = replace(
            self._wanted, words=self._vocabulary.words_in(target), places=self._vocabulary.places_in(target)
        )
        return Rendition(self._script, manner, self._converters, self.learning.evidence)

    def _convert(self) -> None:
        rendition = self._made()
        if rendition.is_ready:
            self._loading.cancel()
            self._receive(rendition)
        else:
            self._loading.start(partial(_loaded, rendition))

    def _receive(self, rendition: Rendition) -> None:
        self._rendition = rendition
        self._learn()
        self._announce()

    def _announce(self) -> None:
        self.changes.count(self._document, self._rendition)
        self.changed.emit()

    def _learn(self) -> None:
        """Where judgement is asked for, read what the document tells about its words."""
        if self._document is not None and self._rendition.route and self._rendition.engine is Engine.JIANFAN:
            self.learning.read(self._document)

    def _receive_evidence(self) -> None:
        if self._rendition.route:
            self._rendition = self._rendition.with_evidence(self.learning.evidence)
            self._announce()

    def _receive_words(self) -> None:
        if self._loading.is_running:
            self._convert()
        target = self._rendition.target
        if target is not None:
            words, places = self._vocabulary.words_in(target), self._vocabulary.places_in(target)
            self._rendition = self._rendition.with_words(words, places)
            self._announce()


def _loaded(rendition: Rendition) -> Iterator[Rendition]:
    rendition.load()
    yield rendition
