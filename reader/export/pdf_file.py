"""A PDF as Qt writes it, to be read and appended to."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import BinaryIO

#: Bytes at a file's end in which its last pointer stands.
_TAIL = 2048


class UnknownPdf(ValueError):
    """The file is not written as Qt writes PDFs: one classic cross-reference table, no object streams."""


class PdfFile:
    """The objects of a file by their numbers.

    What is there is never moved: a PDF is updated by appending to it (ISO 32000-1, 7.5.6).

    Attributes:
        count: one more than the highest number of an object.
        root: the number of the catalogue.
    """

    def __init__(self, file: BinaryIO) -> None:
        """Find the objects of a file that is open for reading and writing.

        Raises:
            UnknownPdf: it is of another make.
        """
        self._file = file
        file.seek(0, 2)
        self._length = file.tell()
        file.seek(max(0, self._length - _TAIL))
        self._table = int(found(rb"startxref\s+(\d+)\s+%%EOF\s*$", file.read(), "startxref"))
        file.seek(self._table)
        self._offsets, self._trailer = _read_table(file.read())
        self._sorted = sorted((*self._offsets.values(), self._table))
        self.count = int(found(rb"/Size\s+(\d+)", self._trailer, "Size"))
        self.root = int(found(rb"/Root\s+(\d+)\s+0\s+R", self._trailer, "Root"))

    def place(self, number: int) -> tuple[int, int]:
        """Where an object begins, and where the next one does.

        Raises:
            UnknownPdf: there is no such object.
        """
        if number not in self._offsets:
            raise UnknownPdf(f"no object {number}")
        offset = self._offsets[number]
        following = bisect_right(self._sorted, offset)
        return offset, self._sorted[following] if following < len(self._sorted) else self._length

    def read(self, number: int) -> bytes:
        """What an object holds, between its head and its end."""
        start, end = self.place(number)
        self._file.seek(start)
        return found(rb"^\d+ 0 obj\s*(.*?)\s*endobj", self._file.read(end - start), "object")

    def append(self, objects: dict[int, bytes]) -> None:
        """Append objects; those with numbers that are there already take their place."""
        body = bytearray(b"\n")
        offsets: dict[int, int] = {}
        for number, content in sorted(objects.items()):
            offsets[number] = self._length + len(body)
            body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        table = self._length + len(body)
        body += b"xref\n"
        for number, offset in offsets.items():
            body += b"%d 1\n%010d 00000 n \n" % (number, offset)
        size = max(self.count, max(objects) + 1)
        trailer = re.sub(rb"/Size\s+\d+", b"/Size %d" % size, self._trailer).strip()
        body += b"trailer\n<<\n%s\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, self._table, table)
        self._file.seek(self._length)
        self._file.write(body)


def found(pattern: bytes, text: bytes, what: str) -> bytes:
    """What the pattern's group holds where it is found first.

    Raises:
        UnknownPdf: nowhere.
    """
    match = re.search(pattern, text, re.DOTALL)
    if match is None:
        raise UnknownPdf(what)
    return match[1]


def _read_table(text: bytes) -> tuple[dict[int, int], bytes]:
    """Where each object is, and the trailer."""
    head = re.match(rb"xref\s+0\s+(\d+)\s+", text)
    if head is None:
        raise UnknownPdf("cross-reference table")
    entries = re.findall(rb"(\d{10}) \d{5} ([nf])", text[head.end() : head.end() + 20 * int(head[1])])
    offsets = {number: int(offset) for number, (offset, kind) in enumerate(entries) if kind == b"n"}
    return offsets, found(rb"trailer\s*<<(.*?)>>\s*startxref", text, "trailer")
