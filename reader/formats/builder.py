"""Puts the paragraphs of a document together, piece by piece, as a parser comes upon them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.parsed import MISSING, OBJECT, Paragraph
from reader.model.block import BlockKind
from reader.model.mark import Mark, MarkKind
from reader.model.position import Span

_WIDE = (
    "\u1100-\u11ff\u2e80-\u303f\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
#: A line break in the source is a space, but none between two wide characters (CSS Text 3, segment break transforms).
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}“”‘’…—])[ \t]*[\r\n\f]\s*(?=[{_WIDE}“”‘’…—])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LINE = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
#: Text that is taken as it is.
_CLEAN = re.compile("[^\x00-\x20\x7f\x85\u2028\u2029\ud800-\udfff]{1,100000}")
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


@dataclass(slots=True)
class _Open:
    """A mark whose end has not come yet."""

    kind: MarkKind
    value: str
    start: int


class Builder:
    """Paragraphs in the making. White space is collapsed as a browser does, but where a block keeps it.

    Attributes:
        paragraphs: those that are finished.
        anchors: the numbers of paragraphs, by the names that links know them by.
    """

    def __init__(self, path: Path) -> None:
        """Nothing yet, of the file at ``path``."""
        self.paragraphs: list[Paragraph] = []
        self.anchors: dict[str, int] = {}
        self._path = path
        self._style: list[tuple[BlockKind, int, bool]] = [(BlockKind.PARAGRAPH, 0, False)]
        self._marker = ""
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._open: list[_Open] = []
        self._characters = 0

    @property
    def length(self) -> int:
        """Code points of the paragraph in the making."""
        return self._length

    def enter(self, kind: BlockKind, level: int = 0, keeps_space: bool = False) -> None:
        """Begin a block; the paragraphs in it are of this kind until ``leave``."""
        self.finish()
        self._style.append((kind, level, keeps_space))

    def leave(self) -> None:
        """End the block that was begun last."""
        self.finish()
        if len(self._style) > 1:
            self._style.pop()

    def mark_item(self, marker: str) -> None:
        """Give the next paragraph a marker."""
        self._marker = marker

    def anchor(self, name: str) -> None:
        """Name the paragraph in the making, or the next one."""
        self.anchors.setdefault(name, len(self.paragraphs))

    def retract_anchors(self, number: int) -> None:
        """Let the anchors of all paragraphs behind one, which were joined to it, name that one."""
        for name in reversed(self.anchors):
            if self.anchors[name] <= number:
                break
            self.anchors[name] = number

    def text(self, text: str) -> None:
        """Add text. A line break in it ends the paragraph where white space is kept, and is white space elsewhere."""
        if self._style[-1][2]:
            first, *others = _LINE.split(text)
            self._add(first)
            for line in others:
                self.finish()
                self._add(line)
            return
        if _CLEAN.fullmatch(text):
            self._pieces.append(text)
            self._length += len(text)
            return
        text = _SPACE.sub(" ", _WIDE_BREAK.sub("", text))
        if not self._length or self._pieces[-1].endswith(" "):
            text = text.lstrip(" ")
        self._add(_LINE.sub(" ", text))

    def verbatim(self, text: str) -> None:
        """Add text whose white space counts, a line break in which is a space."""
        self._add(_LINE.sub(" ", text))

    def open_mark(self, kind: MarkKind, value: str = "") -> None:
        """Begin a mark, which goes on over the ends of paragraphs until ``close_mark``."""
        self._open.append(_Open(kind, value, self._length))

    def close_mark(self, kind: MarkKind) -> None:
        """End the mark of this kind that was begun last."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].kind is kind:
                mark = self._open.pop(index)
                self.mark(mark.start, self._length, kind, mark.value)
                return

    def mark(self, start: int, end: int, kind: MarkKind, value: str = "") -> None:
        """Mark characters of the paragraph in the making. A link without a target and a hollow mark are left out."""
        if start < end and len(self._marks) < limits.MARKS and (value or kind not in _VALUED):
            self._marks.append(Mark(Span(start, end), kind, value))

    def image(self, name: str, words: str) -> None:
        """Add a picture, by the words that stand for it if these are Chinese (others are seldom meant to be read).

        One without a name is not in the file: only its words are added.
        """
        start = self._length
        words = _SPACE.sub(" ", _LINE.sub(" ", words)).strip()
        self._add(words if _CHINESE.search(words) else OBJECT if name else "")
        self.mark(start, self._length, MarkKind.IMAGE, name or MISSING)

    def finish(self) -> None:
        """End the paragraph in the making; one without anything in it is none."""
        if self._length:
            text = "".join(self._pieces)
            if text.strip():
                self._append(text)
        for mark in self._open:
            mark.start = 0
        self._pieces = []
        self._length = 0
        self._marks = []

    def add(self, paragraph: Paragraph) -> None:
        """Add a finished paragraph behind the one in the making."""
        self.finish()
        self._count(len(paragraph.text))
        self.paragraphs.append(paragraph)

    def _append(self, text: str) -> None:
        for mark in self._open:
            self.mark(mark.start, self._length, mark.kind, mark.value)
        kind, level, keeps_space = self._style[-1]
        if not keeps_space:
            text = text.rstrip(" \t")
        self._count(len(text))
        if not self._marks:
            self.paragraphs.append(Paragraph(text, kind, level, (), self._marker))
            self._marker = ""
            return
        marks = tuple(
            replace(mark, span=Span(mark.span.start, min(mark.span.end, len(text))))
            for mark in sorted(self._marks, key=lambda mark: (mark.span.start, -mark.span.end))
            if mark.span.start < len(text)
        )
        if any(mark.kind is MarkKind.IMAGE and len(mark.span) == len(text) for mark in marks):
            kind, level = BlockKind.IMAGE, 0
        self.paragraphs.append(Paragraph(text, kind, level, marks, self._marker))
        self._marker = ""

    def _add(self, text: str) -> None:
        if text:
            text = _UNFIT.sub(lambda match: "\ufffd" if match[0] >= "\ud800" else "", text)
            self._pieces.append(text)
            self._length += len(text)
            if self._length > limits.CHARACTERS:
                self._count(self._length)

    def _count(self, length: int) -> None:
        self._characters += length + 1
        if self._characters > limits.CHARACTERS or len(self.paragraphs) >= limits.PARAGRAPHS:
            raise UnreadableFile(self._path, Unreadable.TOO_LARGE, "characters")


_VALUED = (MarkKind.LINK, MarkKind.RUBY, MarkKind.IMAGE)
