"""The files that were read, as the session keeps them: what cannot be read or written down is no reason to stop."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import StoreError
from reader.state.opening import OpenedFile
from reader.store.library import Library, ReadFile


class Shelf(QObject):
    """Remembers files and places.

    Signals:
        failed: a ``StoreError``; nothing was written.
    """

    failed = Signal(object)

    def __init__(self, library: Library, own_folder: Path, parent: QObject | None = None) -> None:
        """A shelf over a library.

        Args:
            library: where it is written.
            own_folder: where the program's own texts are, which are not listed among the reader's.
            parent: owner.
        """
        super().__init__(parent)
        self._library = library
        self._own_folder = own_folder

    def find(self, path: Path, fingerprint: str = "") -> ReadFile | None:
        """What is known of a file; None if nothing is, or nothing can be read."""
        try:
            return self._library.find(path, fingerprint)
        except StoreError:
            return None

    def put(self, file: OpenedFile, address: int) -> None:
        """Write down what is known of an open file, and where the reader is in it."""
        document = file.document
        if document.path.is_relative_to(self._own_folder):
            return
        known = ReadFile(
            document.path,
            file.fingerprint,
            document.title,
            address,
            document.size,
            file.encoding,
            time.time(),
            file.chapters.to_json(),
        )
        try:
            self._library.remember(known)
        except StoreError as error:
            self.failed.emit(error)

    def recent(self, limit: int) -> list[ReadFile]:
        """The files opened last, the latest first."""
        try:
            return self._library.recent(limit)
        except StoreError:
            return []

    def forget_all(self) -> None:
        """Forget every file and its place."""
        try:
            self._library.forget_all()
        except StoreError as error:
            self.failed.emit(error)
