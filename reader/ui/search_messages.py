"""Says in sentences why a search has no answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.errors import ReaderError
from reader.search.errors import BadPattern, SlowPattern


def unanswered_text(error: ReaderError) -> str:
    """Why a query has no answer, or not all of it, and what to try."""
    match error:
        case BadPattern(place=None):
            return QCoreApplication.translate(
                "SearchMessages", "This regular expression is too large. Ask for less at once."
            )
        case BadPattern():
            text = QCoreApplication.translate(
                "SearchMessages",
                "This is no regular expression: {detail}, at character {place}. Write \\ before a sign that is meant "
                "as it stands.",
            )
            return text.format(detail=error.detail, place=(error.place or 0) + 1)
        case SlowPattern():
            return QCoreApplication.translate(
                "SearchMessages",
                "This regular expression takes too long on this text, and was given up. Repeats inside repeats are "
                "the usual cause.",
            )
    return str(error)
