"""The owner of what was looked for lately."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.errors import StoreError
from reader.store.settings import StoredSettings

#: Queries that are remembered.
_KEPT = 15
#: The name in the store.
_NAME = "recent_queries"


class RecentQueries(QObject):
    """Remembers queries, the latest first, each once.

    Signals:
        changed: they are others.
        failed: a ``StoreError``; a change holds for this run only.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, stored: StoredSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        try:
            known = stored.load().get(_NAME)
        except StoreError:
            known = None
        found = [text for text in known if isinstance(text, str) and text.strip()] if isinstance(known, list) else []
        self._texts = tuple(dict.fromkeys(found))[:_KEPT]

    @property
    def texts(self) -> tuple[str, ...]:
        """What was looked for."""
        return self._texts

    def add(self, text: str) -> None:
        """Something was looked for."""
        text = text.strip()
        if text:
            self._set((text, *(other for other in self._texts if other != text))[:_KEPT])

    def forget(self) -> None:
        """Forget them all."""
        self._set(())

    def _set(self, texts: tuple[str, ...]) -> None:
        if texts == self._texts:
            return
        self._texts = texts
        self.changed.emit()
        try:
            self._stored.save({_NAME: list(texts)})
        except StoreError as error:
            self.failed.emit(error)
