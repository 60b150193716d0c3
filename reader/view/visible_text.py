"""Text made fit for Qt: every character keeps its place, and none of them breaks the layout."""

from __future__ import annotations

import re

#: Stands for a picture in a line: the geta mark, which printers set for a character that they have not got.
PICTURE = "\u3013"

#: What turns the characters behind it round (Unicode Standard Annex 9, 2.1, 2.2 and 2.4): it is shown, and does not.
TURNING = "\u202a-\u202e\u2066-\u2069"

#: One character to one, both in the same plane, so that offsets stay. C0 controls become their pictures (U+2400 block);
#: so do the characters at which QTextLayout breaks or hides text (U+2028, U+2029, U+FDD0, U+FDD1, U+FFFC).
_VISIBLE: dict[int, int] = {control: 0x2400 + control for control in range(0x20) if control != 0x09}
_VISIBLE |= {0x7F: 0x2421, 0x2028: 0x2424, 0x2029: 0x2424, 0xFDD0: 0xFFFD, 0xFDD1: 0xFFFD, 0xFFFC: ord(PICTURE)}
_VISIBLE |= dict.fromkeys(range(128, 160), 9254)
_VISIBLE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), ord(PICTURE))


#: Characters that are joined without end, and how many links of such a chain are drawn as one. Families have four.
_CHAIN = re.compile("(?:[^\u200b\u200d]{1,2}\u200d){9,}")
_LINKS = re.compile("((?:[^\u200b\u200d]{1,2}\u200d){7}[^\u200b\u200d]{1,2})\u200d")


def visible(text: str) -> str:
    """``text`` with characters that would control the page replaced by visible signs of the same length.

    What is joined without end is parted now and then, for nothing that is drawn as one can be broken into lines.
    """
    shown = text.translate(_VISIBLE)
    return _CHAIN.sub(lambda chain: _LINKS.sub("\\1\u200b", chain[0]), shown) if "\u200d" in shown else shown
