"""Web archives (.mhtml, .mht): a page and its pictures in one mail message."""

from __future__ import annotations

from base64 import b64encode
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.html import parse_page
from reader.formats.parsed import Parsed
from reader.formats.whole import read_whole

_PARTS = 5_000


def parse_mhtml(path: Path, encoding: str | None = None) -> Parsed:
    """The first page of the archive at ``path``.

    Raises:
        UnreadableFile: DAMAGED where it holds none, or TOO_LARGE.
    """
    message = message_from_bytes(read_whole(path))
    page: bytes | None = None
    images: dict[str, str] = {}
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            break
        kind = part.get_content_type()
        if page is None and kind in ("text/html", "application/xhtml+xml"):
            page = _content(part)
        elif kind.startswith("image/") and len(content := _content(part)) <= limits.IMAGE_SIZE:
            held = b64encode(content).decode("ascii")
            for name in (part.get("Content-Location"), _identifier(part)):
                if name:
                    images.setdefault(str(name).strip(), held)
    if page is None:
        raise UnreadableFile(path, Unreadable.DAMAGED, "text/html")
    return parse_page(path, page, encoding, images)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _identifier(part: Message) -> str:
    """What a page calls a part by its identifier."""
    identifier = str(part.get("Content-ID") or "").strip().strip("<>")
    return f"cid:{identifier}" if identifier else ""
