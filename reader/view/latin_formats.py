"""Latin letters and digits in a font of their own, beside Chinese."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCharFormat, QTextLayout

from reader.view.utf16 import Utf16Map

#: Runs of Latin, Greek and Cyrillic letters, digits, and what stands between them. Quotation marks, dashes, ellipses,
#: middle dots are left to the Chinese font, where they are as wide as a character; an apostrophe within a word is not.
_LETTER = "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff"
_RUN = re.compile(rf"[{_LETTER}](?:[{_LETTER}\u0300-\u036f !-/:-@\[-`{{-~]|\u2019(?=[{_LETTER}]))*")


def latin_formats(text: str, units: Utf16Map, families: tuple[str, ...]) -> list[QTextLayout.FormatRange]:
    """The formats of what is written in Latin letters.

    Args:
        text: of a layout, code points.
        units: of ``text``.
        families: the fonts for it, best first; without any there are no formats.
    """
    if not families:
        return []
    look = QTextCharFormat()
    look.setFontFamilies(list(families))
    ranges = []
    for match in _RUN.finditer(text):
        made = QTextLayout.FormatRange()
        made.start = units.to_units(match.start())
        made.length = units.to_units(match.start() + len(match[0].rstrip())) - made.start
        made.format = look
        ranges.append(made)
    return ranges
