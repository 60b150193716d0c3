"""Says in sentences why a dictionary cannot be installed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.errors import StoreError, UnusableDictionary, UnusableReason


def dictionary_text(error: Exception) -> str:
    """What is wrong with a dictionary, and what to try.

    Raises:
        Exception: ``error`` itself, if it is a defect of the program.
    """
    if isinstance(error, UnusableDictionary):
        return _unusable_text(error)
    if isinstance(error, StoreError):
        text = QCoreApplication.translate(
            "DictionaryMessages", "The dictionaries cannot be read or written ({detail}). Their file is {path}."
        )
        return text.format(detail=error.detail, path=error.path)
    raise error


def _unusable_text(error: UnusableDictionary) -> str:
    match error.reason:
        case UnusableReason.UNREADABLE:
            text = QCoreApplication.translate("DictionaryMessages", "“{name}” cannot be read.")
        case UnusableReason.UNKNOWN_FORMAT:
            text = QCoreApplication.translate(
                "DictionaryMessages",
                "“{name}” is no dictionary that is known here: CC-CEDICT, StarDict, or a table of words (TSV, CSV).",
            )
        case UnusableReason.INCOMPLETE:
            text = QCoreApplication.translate(
                "DictionaryMessages", "“{name}” is only a part of a dictionary: {detail} has to stand beside it."
            )
        case UnusableReason.DAMAGED:
            text = QCoreApplication.translate("DictionaryMessages", "“{name}” is damaged. Download or copy it again.")
        case UnusableReason.ENCODING:
            text = QCoreApplication.translate(
                "DictionaryMessages", "“{name}” is not in UTF-8. Save it in UTF-8 and add it again."
            )
        case UnusableReason.EMPTY:
            text = QCoreApplication.translate("DictionaryMessages", "There are no entries in “{name}”.")
        case UnusableReason.TOO_LARGE:
            text = QCoreApplication.translate("DictionaryMessages", "“{name}” is too large to be a dictionary.")
    return text.format(name=error.path.name, detail=error.detail)
