"""What an entry says, without the markup in which it is written."""

from __future__ import annotations

import re
from html.parser import HTMLParser

#: Elements that stand on lines of their own, in HTML and in XDXF.
_BLOCKS = (
    "p", "div", "br", "li", "ol", "ul", "dl", "dt", "dd", "tr", "table", "def", "ex", "h1", "h2", "h3",
)  # fmt: skip
#: Elements whose content is not for reading.
_HIDDEN = ("script", "style", "head")

_BLANKS = re.compile(r"[ \t\r\f\v]+")
_LINES = re.compile(r" *\n[ \n]*")


def plain_text(markup: str) -> str:
    """The text of HTML, XDXF or Pango markup, a line for each block. Nothing in it is followed or loaded."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return tidied("".join(reader.pieces))


def tidied(text: str) -> str:
    """A text without blank lines, and with single blanks between its words."""
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)
