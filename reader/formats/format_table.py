"""The formats that are more than lines of text: how each is told, and what parses it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reader.formats.parsed import Parsed

#: Bytes at a file's start and at its end that tell its format.
HEAD = 8 << 10
TAIL = 64 << 10


class Parse(Protocol):
    """Parses a file, in the process that may be ended."""

    def __call__(self, path: Path, encoding: str | None) -> Parsed:
        """What is in the file.

        Args:
            path: a regular file.
            encoding: what the reader says that the text is encoded in, where the format does not say it itself.

        Raises:
            UnreadableFile: there is no text to be had. Anything else that is raised means a damaged file.
        """


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: how it is called in JSON.
        suffixes: of its files' names.
        matches: whether a file is of it, judged by its first bytes, its last and its suffix.
        load: imports what parses it. Done in the parsing process alone: the libraries are not needed elsewhere.
        has_images: whether ``read_image`` of ``reader.formats.archive`` finds its pictures.
        load_beginning: imports what parses the beginning of a file, or gives None where the whole takes no longer; None
            for formats whose files are never that long.
        is_legible: whether its source can be read as plain text where it cannot be parsed.
    """

    name: str
    suffixes: tuple[str, ...]
    matches: Callable[[bytes, bytes, str], bool]
    load: Callable[[], Parse]
    has_images: bool = False
    load_beginning: Callable[[], Callable[[Path], Parsed | None]] | None = None
    is_legible: bool = False


def format_of(head: bytes, tail: bytes, suffix: str) -> Format | None:
    """The format of a file: what its content shows, whatever it is called. None for plain text and for the unknown.

    Args:
        head: its first ``HEAD`` bytes.
        tail: its last ``TAIL`` bytes.
        suffix: of its name, in lower case and with the dot.
    """
    return next((found for found in FORMATS if found.matches(head, tail, suffix)), None)


_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*", re.DOTALL)
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_TAG = re.compile(
    rb"<(?:!doctype|!--|/?(?:html|head|body|meta|title|script|style|p|div|h[1-6]|a|br|table|ul|ol|span)\b)",
    re.IGNORECASE,
)
_MAIL_HEAD = re.compile(rb"[A-Za-z][\w-]*:[^\n]*\n")
_MULTIPART = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_FICTION = re.compile(rb"<FictionBook[\s>]")
_PDF_WITHIN = 1024


def _is_zip(head: bytes, tail: bytes, suffix: str) -> bool:
    return head.startswith(_ZIP) or (suffix in _EPUB.suffixes + _DOCX.suffixes and b"PK\x05\x06" in tail)


def _is_docx(head: bytes, tail: bytes, suffix: str) -> bool:
    if not _is_zip(head, tail, suffix) or _names_epub(head, tail):
        return False
    return b"word/" in head + tail or (suffix in _DOCX.suffixes and b"[Content_Types].xml" in head + tail)


def _names_epub(head: bytes, tail: bytes) -> bool:
    return b"application/epub+zip" in head[:256] or b"META-INF/container.xml" in head + tail


def _is_epub(head: bytes, tail: bytes, suffix: str) -> bool:
    return _is_zip(head, tail, suffix) and (_names_epub(head, tail) or suffix in _EPUB.suffixes)


def _is_fb2(head: bytes, tail: bytes, suffix: str) -> bool:
    if _is_zip(head, tail, suffix):
        return b".fb2" in tail
    return bool(_FICTION.search(_narrow(head)))


def _is_html(head: bytes, tail: bytes, suffix: str) -> bool:
    narrow = _narrow(head)
    start = _MARKUP.match(narrow)
    return bool(start and _PAGE.match(narrow, start.end())) or (
        suffix in _HTML.suffixes + _MHTML.suffixes and bool(_TAG.search(narrow))
    )


def _is_mhtml(head: bytes, tail: bytes, suffix: str) -> bool:
    return bool(_MAIL_HEAD.match(head.lstrip()) and _MULTIPART.search(head.replace(b"\r", b"")))


def _is_markdown(head: bytes, tail: bytes, suffix: str) -> bool:
    return suffix in _MARKDOWN.suffixes


def _is_pdf(head: bytes, tail: bytes, suffix: str) -> bool:
    return b"%PDF-" in (head[:_PDF_WITHIN] if suffix in _PDF.suffixes else head[:5])


def _narrow(head: bytes) -> bytes:
    """Markup in UTF-16 as if it were ASCII."""
    return head.replace(b"\0", b"")


def _load_epub() -> Parse:
    from reader.formats.epub import parse_epub

    return parse_epub


def _load_epub_beginning() -> Callable[[Path], Parsed | None]:
    from reader.formats.epub import parse_beginning

    return parse_beginning


def _load_docx() -> Parse:
    from reader.formats.docx import parse_docx

    return parse_docx


def _load_fb2() -> Parse:
    from reader.formats.fb2 import parse_fb2

    return parse_fb2


def _load_pdf() -> Parse:
    from reader.formats.pdf import parse_pdf

    return parse_pdf


def _load_mhtml() -> Parse:
    from reader.formats.mhtml import parse_mhtml

    return parse_mhtml


def _load_html() -> Parse:
    from reader.formats.html import parse_html

    return parse_html


def _load_markdown() -> Parse:
    from reader.formats.markdown import parse_markdown

    return parse_markdown


_DOCX = Format("docx", (".docx", ".docm", ".dotx"), _is_docx, _load_docx, has_images=True)
_FB2 = Format("fb2", (".fb2",), _is_fb2, _load_fb2)
_EPUB = Format("epub", (".epub",), _is_epub, _load_epub, has_images=True, load_beginning=_load_epub_beginning)
_PDF = Format("pdf", (".pdf",), _is_pdf, _load_pdf)
_MHTML = Format("mhtml", (".mhtml", ".mht"), _is_mhtml, _load_mhtml)
_HTML = Format("html", (".html", ".htm", ".xhtml"), _is_html, _load_html)
_MARKDOWN = Format("markdown", (".md", ".markdown"), _is_markdown, _load_markdown, is_legible=True)

#: In the order in which they are tried.
FORMATS: tuple[Format, ...] = (_DOCX, _FB2, _EPUB, _PDF, _MHTML, _HTML, _MARKDOWN)

#: Suffixes of all files that are opened, for a dialog; any other file is tried as well.
SUFFIXES: tuple[str, ...] = (".txt", ".text", ".log", *(suffix for found in FORMATS for suffix in found.suffixes))


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        KeyError: there is none.
    """
    return {found.name: found for found in FORMATS}[name]
