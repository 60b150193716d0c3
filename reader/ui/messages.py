"""Says in sentences what went wrong: what happened, and what to try."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from reader.errors import ReaderError, StoreError, Unreadable, UnreadableFile
from reader.model.document import FileChange
from reader.search.errors import SuggestingEnded
from reader.store.notice import StoreNotice

#: Code points of an address that are quoted.
_NAMED = 60


class MessageAction(Enum):
    """What a message offers to do."""

    OPEN = auto()
    RELOAD = auto()
    CHOOSE_ENCODING = auto()
    GIVE_UP_OPENING = auto()
    REPAIR = auto()
    PUT_BACK = auto()


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence or two for the reader.

    Attributes:
        text: plain text.
        action: what is offered, if anything.
        is_lasting: whether it still counts when another document is open.
    """

    text: str
    action: MessageAction | None = None
    is_lasting: bool = False


def unreadable_text(error: UnreadableFile) -> str:
    """Why a file cannot be read, and what to try."""
    name = error.path.name or str(error.path)
    match error.reason:
        case Unreadable.MISSING:
            text = QCoreApplication.translate(
                "Messages", "There is no file “{name}”. It may have been moved or renamed; look for it with Open."
            )
        case Unreadable.DIRECTORY:
            text = QCoreApplication.translate("Messages", "“{name}” is a folder. Open one of the files in it.")
        case Unreadable.NOT_A_FILE:
            text = QCoreApplication.translate(
                "Messages", "“{name}” is a device or a pipe, not a file. Copy its content to a file and open that."
            )
        case Unreadable.FORBIDDEN:
            text = QCoreApplication.translate(
                "Messages", "You may not read “{name}”. Change its permissions, or copy it to a folder of your own."
            )
        case Unreadable.EMPTY:
            text = QCoreApplication.translate(
                "Messages", "“{name}” is empty. If it should not be, download or copy it again."
            )
        case Unreadable.BINARY:
            text = QCoreApplication.translate(
                "Messages", "“{name}” is not a text that can be read here. Save it as EPUB, DOCX, HTML or text first."
            )
        case Unreadable.PROTECTED:
            text = QCoreApplication.translate(
                "Messages",
                "“{name}” is protected by a password or a shop. Open it where you got it, and save a free copy.",
            )
        case Unreadable.NO_TEXT:
            text = QCoreApplication.translate(
                "Messages", "There is no text in “{name}”, only pictures perhaps. Run text recognition over it first."
            )
        case Unreadable.DAMAGED:
            text = QCoreApplication.translate(
                "Messages", "“{name}” is damaged and cannot be read. Download or copy it again."
            )
        case Unreadable.TOO_LARGE:
            text = QCoreApplication.translate(
                "Messages", "“{name}” holds more than can be read safely. Split it, or save it as plain text."
            )
        case Unreadable.TOO_SLOW:
            text = QCoreApplication.translate(
                "Messages", "Reading “{name}” took too long. Save it as plain text, which opens at any size."
            )
        case Unreadable.FAILED:
            text = QCoreApplication.translate(
                "Messages", "“{name}” could not be read ({detail}). Try again, or copy it to another disk."
            )
    return text.format(name=name, detail=error.detail)


def error_message(error: BaseException) -> Message | None:
    """What to say of an expected error; None for one that is a defect of this program."""
    match error:
        case UnreadableFile():
            return Message(unreadable_text(error), MessageAction.OPEN)
        case StoreError():
            text = QCoreApplication.translate(
                "Messages",
                "Your place and settings could not be saved ({detail}). Make room on the disk; the text is safe.",
            )
            return Message(text.format(detail=error.detail))
        case SuggestingEnded():
            text = QCoreApplication.translate(
                "Messages",
                "Reading for suggestions was cut short ({detail}). "
                "Open the panel of suggestions again to start over; the text is safe.",
            )
            return Message(text.format(detail=error.detail))
        case ReaderError():
            return Message(str(error))
    return None


def opening_message(name: str) -> Message:
    """What to say when opening a file takes long, as on a slow network drive."""
    text = QCoreApplication.translate("Messages", "Opening “{name}”…")
    return Message(text.format(name=name), MessageAction.GIVE_UP_OPENING)


def rest_message(name: str) -> Message:
    """What to say when the beginning of a large book can be read already."""
    text = QCoreApplication.translate("Messages", "Reading the rest of “{name}”…")
    return Message(text.format(name=name), MessageAction.GIVE_UP_OPENING)


def beginning_message(name: str) -> Message:
    """What to say when the reader does not wait for the rest of a large book."""
    text = QCoreApplication.translate("Messages", "Only the beginning of “{name}” is open.")
    return Message(text.format(name=name), MessageAction.RELOAD)


def change_message(change: FileChange, name: str) -> Message:
    """What to say when the open file has changed."""
    match change:
        case FileChange.VANISHED:
            text = QCoreApplication.translate(
                "Messages", "“{name}” was moved or deleted. You can go on reading as far as it is loaded."
            )
            return Message(text.format(name=name))
        case FileChange.CHANGED:
            text = QCoreApplication.translate("Messages", "Another program has changed “{name}”.")
            return Message(text.format(name=name), MessageAction.RELOAD)


def uncertain_encoding_message(encoding: str) -> Message:
    """What to say when it is not sure how a file is encoded."""
    text = QCoreApplication.translate(
        "Messages", "This file may not be encoded in {encoding}. If the text makes no sense, choose another encoding."
    )
    return Message(text.format(encoding=encoding), MessageAction.CHOOSE_ENCODING)


def repair_message() -> Message:
    """What to say of a text that was decoded wrongly and saved so."""
    text = QCoreApplication.translate(
        "Messages", "This text seems to have been garbled by a wrong decoding. It can be shown as it was before."
    )
    return Message(text, MessageAction.REPAIR)


def damage_message(encoding: str) -> Message:
    """What to say of a text some of whose bytes cannot be decoded."""
    text = QCoreApplication.translate(
        "Messages",
        "Some bytes here are no text in {encoding}; each is shown as �. If there are many, choose another encoding.",
    )
    return Message(text.format(encoding=encoding), MessageAction.CHOOSE_ENCODING)


def link_refused_message(address: str) -> Message:
    """What to say of a link that is not followed."""
    text = QCoreApplication.translate(
        "Messages", "“{address}” is not opened from here: only web pages (http, https) and mail addresses are."
    )
    return Message(text.format(address=f"{address[:_NAMED]}…" if len(address) > _NAMED else address))


def link_unopened_message(is_mail: bool) -> Message:
    """What to say when the system opened nothing."""
    if is_mail:
        text = QCoreApplication.translate("Messages", "No mail program could be opened. Copy the address instead.")
    else:
        text = QCoreApplication.translate("Messages", "No browser could be opened. Copy the address instead.")
    return Message(text)


def notice_message(notice: StoreNotice) -> Message | None:
    """What to say of the program's own memory; None if all is well."""
    match notice:
        case StoreNotice.NONE:
            return None
        case StoreNotice.RECOVERED:
            text = QCoreApplication.translate(
                "Messages", "The file with your places and settings was damaged. It was put aside, and a new one begun."
            )
        case StoreNotice.NEWER_VERSION:
            text = QCoreApplication.translate(
                "Messages",
                "A newer version of this program wrote your places and settings. They are left as they are; "
                "nothing new is remembered until you use that version.",
            )
        case StoreNotice.UNWRITABLE:
            text = QCoreApplication.translate(
                "Messages", "Your data folder cannot be written. Nothing is remembered after you close the window."
            )
    return Message(text, is_lasting=True)
