"""What is out of the ordinary about the program's own memory."""

from __future__ import annotations

from enum import Enum, auto


class StoreNotice(Enum):
    """How a store was opened.

    NONE: as it should be.
    RECOVERED: the file was damaged; it was put aside, and a new one begun.
    NEWER_VERSION: a newer version of the program wrote the file; it stays as it is, and nothing is remembered.
    UNWRITABLE: the folder or the file cannot be written; nothing is remembered.
    """

    NONE = auto()
    RECOVERED = auto()
    NEWER_VERSION = auto()
    UNWRITABLE = auto()
