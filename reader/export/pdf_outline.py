"""Bookmarks for a PDF that has none: they are appended, and nothing that is there is written again.

Qt 6 writes no outline into its PDFs. This adds one (ISO 32000-1, 12.3.3), and a new catalogue that names it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.export.pdf_file import PdfFile, UnknownPdf, found


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline.

    Attributes:
        title: as it is shown.
        page: number of the page, from 0.
        level: depth from 1; one that is more than one deeper than the entry before stands one below that.
    """

    title: str
    page: int
    level: int = 1


@dataclass(slots=True)
class _Item:
    """A bookmark in the tree, by the numbers of objects.

    Attributes:
        number: of its own object.
        bookmark: what it shows.
        parent: the number of what it stands under.
        children: indexes of the items under it.
        descendants: how many items stand under it, at any depth.
    """

    number: int
    bookmark: Bookmark
    parent: int
    children: list[int]
    descendants: int = 0


def add_outline(path: Path, bookmarks: Sequence[Bookmark]) -> None:
    """Give a PDF written by Qt an outline that opens with the file.

    Args:
        path: the file; it is appended to.
        bookmarks: in reading order. Without any, the file stays as it is.

    Raises:
        UnknownPdf: the file is of another make; it stays as it is.
        OSError: it cannot be read or written.
    """
    if not bookmarks:
        return
    with path.open("r+b") as file:
        pdf = PdfFile(file)
        catalogue = pdf.read(pdf.root)
        tree = pdf.read(int(found(rb"/Pages\s+(\d+)\s+0\s+R", catalogue, "Pages")))
        pages = [int(number) for number in re.findall(rb"(\d+)\s+0\s+R", found(rb"/Kids\s*\[(.*?)\]", tree, "Kids"))]
        if b"/Outlines" in catalogue or not catalogue.endswith(b">>") or not pages:
            raise UnknownPdf("catalogue")
        objects = _objects(bookmarks, pages, pdf.count)
        named = b"\n/Outlines %d 0 R\n/PageMode /UseOutlines\n>>" % pdf.count
        objects[pdf.root] = catalogue[:-2].rstrip() + named
        pdf.append(objects)


def _objects(bookmarks: Sequence[Bookmark], pages: list[int], first: int) -> dict[int, bytes]:
    """The outline and its items by their numbers, from ``first`` on."""
    items = [_Item(first + 1 + index, bookmark, first, []) for index, bookmark in enumerate(bookmarks)]
    top: list[int] = []
    path: list[int] = []
    for index, item in enumerate(items):
        while path and items[path[-1]].bookmark.level >= item.bookmark.level:
            path.pop()
        if path:
            item.parent = items[path[-1]].number
            items[path[-1]].children.append(index)
        else:
            top.append(index)
        for ancestor in path:
            items[ancestor].descendants += 1
        path.append(index)
    made = {first: _dictionary(b"/Type /Outlines", *_ends(items, top), b"/Count %d" % len(top))}
    for siblings in (top, *(item.children for item in items)):
        for place, index in enumerate(siblings):
            item = items[index]
            entries = [b"/Title %s" % _text(item.bookmark.title), b"/Parent %d 0 R" % item.parent]
            if place:
                entries.append(b"/Prev %d 0 R" % items[siblings[place - 1]].number)
            if place + 1 < len(siblings):
                entries.append(b"/Next %d 0 R" % items[siblings[place + 1]].number)
            if item.children:
                # Negative: closed until the reader opens it.
                entries += [*_ends(items, item.children), b"/Count -%d" % item.descendants]
            page = pages[min(max(item.bookmark.page, 0), len(pages) - 1)]
            entries.append(b"/Dest [%d 0 R /Fit]" % page)
            made[item.number] = _dictionary(*entries)
    return made


def _ends(items: list[_Item], siblings: list[int]) -> list[bytes]:
    return [b"/First %d 0 R" % items[siblings[0]].number, b"/Last %d 0 R" % items[siblings[-1]].number]


def _dictionary(*entries: bytes) -> bytes:
    return b"<<\n" + b"\n".join(entries) + b"\n>>"


def _text(text: str) -> bytes:
    """A text string (7.9.2.2) in UTF-16 with its mark."""
    return b"<" + ("\ufeff" + text).encode("utf-16-be", "replace").hex().upper().encode() + b">"
