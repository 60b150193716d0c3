"""Says in plain English what went wrong, for the terminal: what happened, and what to try."""

from __future__ import annotations

from reader.cli.errors import BadWords, Unwritable
from reader.errors import ReaderError, StoreError, Unreadable, UnreadableFile
from reader.search.errors import BadPattern, SlowPattern

_UNREADABLE = {
    Unreadable.MISSING: "There is no file “{name}”. It may have been moved or renamed.",
    Unreadable.DIRECTORY: "“{name}” is a folder. Name one of the files in it.",
    Unreadable.NOT_A_FILE: "“{name}” is a device or a pipe, not a file. Copy its content to a file first.",
    Unreadable.FORBIDDEN: "You may not read “{name}”. Change its permissions, or copy it to a folder of your own.",
    Unreadable.EMPTY: "“{name}” is empty. If it should not be, download or copy it again.",
    Unreadable.BINARY: "“{name}” is not a text that can be read here. Save it as EPUB, DOCX, HTML or text first.",
    Unreadable.PROTECTED: (
        "“{name}” is protected by a password or a shop. Open it where you got it, and save a free copy."
    ),
    Unreadable.NO_TEXT: "There is no text in “{name}”, only pictures perhaps. Run text recognition over it first.",
    Unreadable.DAMAGED: "“{name}” is damaged and cannot be read. Download or copy it again.",
    Unreadable.TOO_LARGE: "“{name}” holds more than can be read safely. Split it, or save it as plain text.",
    Unreadable.TOO_SLOW: "Reading “{name}” took too long. Save it as plain text, which opens at any size.",
    Unreadable.FAILED: "“{name}” could not be read ({detail}). Try again, or copy it to another disk.",
}


def sentence(error: ReaderError) -> str:
    """What to say of an expected error. Files are called as they were named."""
    match error:
        case UnreadableFile():
            text = _UNREADABLE[error.reason].format(name=error.path, detail=error.detail)
        case Unwritable(path=None):
            text = f"The result could not be printed ({error.detail})."
        case Unwritable():
            text = f"“{error.path}” could not be written ({error.detail}). Choose another folder, or make room there."
        case BadWords():
            where = f" in line {error.line}" if error.line else ""
            text = (
                f"“{error.path}” is no list of words{where} ({error.detail}). Write one word a line into a text file."
            )
        case BadPattern():
            text = f"“{error.pattern}” is no regular expression ({error.detail})."
        case SlowPattern():
            text = (
                f"Looking for “{error.pattern}” took longer than {error.seconds:g} seconds. Ask for something simpler."
            )
        case StoreError():
            text = f"Your place and settings could not be saved ({error.detail}). Make room on the disk."
        case _:
            text = str(error)
    return text
