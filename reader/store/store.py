"""All that the program remembers."""

from __future__ import annotations

from pathlib import Path

from reader.store.database import open_database
from reader.store.keywords import StoredKeywords
from reader.store.library import Library
from reader.store.notice import StoreNotice
from reader.store.own_words import StoredOwnWords
from reader.store.settings import StoredSettings
from reader.store.window import StoredWindow


class Store:
    """The parts of one database. For use by one thread; writes are small and wait for no disk.

    Attributes:
        notice: what is out of the ordinary about it.
        settings: of the program.
        library: the files that were read.
        keywords: the coloured words.
        own_words: what the reader has said about words.
        window: geometry.
    """

    def __init__(self, path: Path | None) -> None:
        """Open or make the database at ``path``; without one, remember nothing beyond this run."""
        self._database = open_database(path)
        self.notice: StoreNotice = self._database.notice
        self.settings = StoredSettings(self._database)
        self.library = Library(self._database)
        self.keywords = StoredKeywords(self._database)
        self.own_words = StoredOwnWords(self._database)
        self.window = StoredWindow(self._database)

    def close(self) -> None:
        """Close the file. Calling it twice is harmless."""
        self._database.close()
