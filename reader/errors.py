"""The errors that this program expects: each carries facts, never a sentence for the reader.

``reader.ui.messages`` (window) and ``reader.cli`` (terminal) turn them into sentences.
"""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path


class ReaderError(Exception):
    """The root of every expected failure. Anything else is a defect of this program."""


class Unreadable(Enum):
    """Why a file cannot be read."""

    MISSING = auto()
    DIRECTORY = auto()
    NOT_A_FILE = auto()
    FORBIDDEN = auto()
    EMPTY = auto()
    #: Not a text; the detail is the format where it is known.
    BINARY = auto()
    #: Encrypted: a password or a shop's software opens it.
    PROTECTED = auto()
    #: The format is known, but no text is in it: a scanned PDF, a page that scripts would fill.
    NO_TEXT = auto()
    #: The format is known, but the file is cut short or broken; the detail says where.
    DAMAGED = auto()
    #: It holds more than is taken in (``reader.formats.limits``): an archive that swells, too many parts.
    TOO_LARGE = auto()
    #: Reading it took longer than is waited for.
    TOO_SLOW = auto()
    FAILED = auto()


class UnreadableFile(ReaderError):
    """A file that cannot be opened as text.

    Attributes:
        path: the file as it was named.
        reason: the kind of failure.
        detail: what the system said, or empty.
    """

    def __init__(self, path: Path, reason: Unreadable, detail: str = "") -> None:
        # What an exception is given is what it is built from again when it comes from another process.
        super().__init__(path, reason, detail)
        self.path = path
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.path}: {self.reason.name.lower()} {self.detail}".rstrip()


class StoreError(ReaderError):
    """The reader's own data (places, settings, keywords) cannot be read or written.

    Attributes:
        path: the database file.
        detail: what SQLite or the system said.
    """

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.path}: {self.detail}"


class UnusableReason(Enum):
    """Why a dictionary cannot be installed."""

    UNREADABLE = auto()
    #: In none of the formats that are known.
    UNKNOWN_FORMAT = auto()
    #: One of the files that belong to it is missing; the detail is its name.
    INCOMPLETE = auto()
    DAMAGED = auto()
    ENCODING = auto()
    #: The format is known, but there are no entries.
    EMPTY = auto()
    TOO_LARGE = auto()


class UnusableDictionary(ReaderError):
    """A file that cannot be installed as a dictionary.

    Attributes:
        path: the file as it was named.
        reason: the kind of failure.
        detail: what the system said, or which file is missing; or empty.
    """

    def __init__(self, path: Path, reason: UnusableReason, detail: str = "") -> None:
        super().__init__(path, reason, detail)
        self.path = path
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.path}: {self.reason.name.lower()} {self.detail}".rstrip()
