"""Where a link leads, told so plainly that nobody is taken in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from PySide6.QtCore import QUrl

#: What is handed to the system's browser or mail program. ``file:`` and the like would run or read what is here.
_ALLOWED = ("http", "https", "mailto")

#: Names of Chinese sites are read as they are written; letters of other scripts may look like Latin ones.
_PLAIN_NAME = re.compile(r"[0-9A-Za-z.\-\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]*")

_PRETTY = QUrl.ComponentFormattingOption.PrettyDecoded
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """A place outside the document.

    Attributes:
        url: as the system is given it, ASCII only.
        text: the same to read: characters as they are but where they may deceive, what cannot be seen as %-codes.
        is_mail: whether it is an address to write to.
        site: the site's name (of mail, the address); as the network knows it where its letters may deceive.
        other_name: the same name written the other way; empty where there is but one.
        decoy: a name before ``@`` that looks like the site and is none; empty without one.
    """

    url: str
    text: str
    is_mail: bool
    site: str
    other_name: str = ""
    decoy: str = ""


def link_target(address: str) -> LinkTarget | None:
    """Where a link leads; None for what is refused: anything but http, https and mailto, or no address at all."""
    url = QUrl(address.strip(), QUrl.ParsingMode.TolerantMode)
    encoded = bytes(url.toEncoded().data()).decode("ascii")
    if not url.isValid() or url.scheme().lower() not in _ALLOWED:
        return None
    text = _visible(url.toString(_PRETTY))
    if url.scheme() == "mailto":
        return LinkTarget(encoded, text, True, _visible(url.path())) if url.path() else None
    shown, known = url.host(), url.host(_ENCODED)
    if not known:
        return None
    is_plain = _PLAIN_NAME.fullmatch(shown) is not None
    return LinkTarget(
        encoded,
        text if is_plain else encoded,
        False,
        shown if is_plain else known,
        "" if shown == known else known if is_plain else shown,
        _visible(url.userInfo()),
    )


def _visible(text: str) -> str:
    """The text with every character that cannot be seen, or turns others round, as its %-codes."""
    return "".join(character if character.isprintable() or character == " " else quote(character) for character in text)
