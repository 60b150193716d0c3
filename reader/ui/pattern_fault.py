"""Says in a sentence why a regular expression for chapters cannot be used."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.formats.chapters import BadPattern, PatternFault


def pattern_fault_text(error: BadPattern) -> str:
    """What is wrong, and what to try."""
    match error.fault:
        case PatternFault.TOO_LONG:
            text = QCoreApplication.translate("PatternFault", "This is too long. 200 characters are allowed.")
        case PatternFault.SYNTAX:
            text = QCoreApplication.translate("PatternFault", "This is no regular expression: {detail}.")
        case PatternFault.COSTLY:
            text = QCoreApplication.translate(
                "PatternFault", "This could take forever. Use fewer repeats (* + {}), and none of a group."
            )
        case PatternFault.MATCHES_EVERYTHING:
            text = QCoreApplication.translate(
                "PatternFault",
                "This matches even an empty line, and so all of them. Begin it with ^ and a character.",
            )
        case PatternFault.SLOW:
            text = QCoreApplication.translate(
                "PatternFault", "This takes too long on this text. Begin it with ^, and use fewer repeats."
            )
        case PatternFault.TOO_MANY:
            text = QCoreApplication.translate(
                "PatternFault", "This finds too many lines to be chapters. Let it match fewer of them."
            )
    return text.replace("{detail}", error.detail)
