"""PDF with a text layer: lines put back together into paragraphs, without what is printed on every page."""

from __future__ import annotations

import ctypes
import math
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.builder import Builder
from reader.formats.contents import Entry, with_contents
from reader.formats.parsed import Parsed
from reader.formats.pdf_lines import PageLine, paragraphs_of, without_running_heads
from reader.model.block import BlockKind

_ENTRIES = 5_000


def parse_pdf(path: Path, encoding: str | None = None) -> Parsed:
    """The text of the PDF at ``path``.

    Raises:
        UnreadableFile: PROTECTED where it asks for a password, DAMAGED, TOO_LARGE, or NO_TEXT where its pages are
            pictures.
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise UnreadableFile(path, Unreadable.PROTECTED if is_locked else Unreadable.DAMAGED, str(error)) from error
    try:
        return _parse(path, document)
    finally:
        document.close()


def _parse(path: Path, document: pypdfium2.PdfDocument) -> Parsed:
    if len(document) > limits.PAGES:
        raise UnreadableFile(path, Unreadable.TOO_LARGE, f"{len(document)} pages")
    pages: list[list[PageLine]] = []
    taken = 0
    for number in range(len(document)):
        try:
            pages.append(_lines_of(document[number]))
        except pypdfium2.PdfiumError:
            pages.append([])
        taken += sum(len(line.text) for line in pages[-1])
        if taken > limits.CHARACTERS:
            raise UnreadableFile(path, Unreadable.TOO_LARGE, "characters")
    if not taken:
        raise UnreadableFile(path, Unreadable.NO_TEXT, f"{len(document)} pages")
    builder = Builder(path)
    for page, text, level in paragraphs_of(without_running_heads(pages)):
        builder.enter(BlockKind.HEADING if level else BlockKind.PARAGRAPH, level)
        builder.anchor(str(page))
        builder.text(text)
        builder.leave()
    paragraphs, _ = with_contents(builder.paragraphs, builder.anchors, _bookmarks(document))
    about = document.get_metadata_dict(skip_empty=True)
    return Parsed(paragraphs, about.get("Title", "").strip()[:300], about.get("Author", "").strip()[:300])


def _lines_of(page: pypdfium2.PdfPage) -> list[PageLine]:
    """The lines of a page in reading order, with the places of their ends in points from its lower left corner."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        # Characters of it by their numbers: what is drawn, and the spaces and breaks that the library puts between.
        characters = [pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count)]
        lines: list[PageLine] = []
        start = 0
        for index in range(count + 1):
            if index == count or characters[index] in (10, 13):
                if index > start and (line := _line(text_page, characters, start, index)):
                    lines.append(line)
                start = index + 1
        return lines
    finally:
        text_page.close()
        page.close()


def _line(text_page: pypdfium2.PdfTextPage, characters: list[int], start: int, end: int) -> PageLine | None:
    text = _text(characters[start:end])
    if not text.strip():
        return None
    inked = [index for index in range(start, end) if characters[index] not in (0, 32, 9, 0x3000, 0xA0)]
    if not inked:
        return None
    left = text_page.get_charbox(inked[0], loose=True)[0]
    right = text_page.get_charbox(inked[-1], loose=True)[2]
    middle = inked[len(inked) // 2]
    return PageLine(text.strip(), left, right, _base_line(text_page, middle), _size(text_page, middle))


def _base_line(text_page: pypdfium2.PdfTextPage, index: int) -> float:
    """The height of a character's origin above the bottom of the page."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    return y.value


def _size(text_page: pypdfium2.PdfTextPage, index: int) -> float:
    """The size of a character's font as it is printed: the font's own by the height that the page scales it to."""
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(text_page, index))
    if pdfium.FPDFText_GetMatrix(text_page, index, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return max(size, 1.0)


def _text(units: list[int]) -> str:
    """The text of UTF-16 units or code points; U+0002 and U+FFFE stand for a hyphen at the end of a line."""
    text = "".join(map(chr, (unit for unit in units if unit not in (0, 2, 0xFFFE) and unit < 0x110000)))
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _bookmarks(document: pypdfium2.PdfDocument) -> list[Entry]:
    entries: list[Entry] = []
    for bookmark in document.get_toc(max_depth=6):
        target = bookmark.get_dest()
        index = target.get_index() if target else None
        title = bookmark.get_title().strip()[:200]
        if index is not None and title:
            entries.append(Entry(title, str(index), bookmark.level + 1))
        if len(entries) >= _ENTRIES:
            break
    return entries
