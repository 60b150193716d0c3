"""The paragraphs of a .docx, read as a stream."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from reader.errors import Unreadable, UnreadableFile
from reader.formats.builder import Builder
from reader.formats.docx_elements import attribute, description, is_hidden, is_on, value
from reader.formats.docx_numbers import BULLET, ListNumbers
from reader.formats.parsed import Paragraph
from reader.formats.table_row import joined_row
from reader.formats.trees import LENIENT_XML, Element, is_too_deep, local_name, text_of
from reader.model.block import BlockKind
from reader.model.mark import MarkKind

_MARKS = {
    "b": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "u": MarkKind.UNDERLINE,
    "strike": MarkKind.STRIKE,
    "dstrike": MarkKind.STRIKE,
}
#: What is not read: text that was deleted, what a reader that knows no ``AlternateContent`` would show, instructions of
#: fields, the readings of ruby (which are taken with their base).
_SKIPPED = frozenset(("del", "movefrom", "fallback", "instrtext", "deltext", "sectpr", "rt"))
_ROW = 400
_ENDS_IN_HAN = re.compile("[\u3400-\u9fff）】」、]$")


class DocxBody:
    """Reads parts that hold paragraphs, element by element; what has been read is let go of."""

    def __init__(
        self,
        path: Path,
        builder: Builder,
        styles: dict[str, int],
        numbers: ListNumbers,
        links: dict[str, str],
        pictures: dict[str, str],
    ) -> None:
        self.referred: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self.is_vertical = False
        self._path = path
        self._builder = builder
        self._styles = styles
        self._numbers = numbers
        self._links = links
        self._pictures = pictures
        self._row: list[list[Paragraph]] | None = None
        self._tables = 0

    def read(self, content: bytes) -> None:
        """Read the main part. It is damaged where it holds no body at all."""
        events = etree.iterparse(io.BytesIO(content), events=("start", "end"), **LENIENT_XML)
        try:
            is_empty = not self._read(events)
        except etree.XMLSyntaxError as error:
            raise UnreadableFile(self._path, Unreadable.DAMAGED, str(error)) from error
        if is_empty or is_too_deep(events):
            reason = Unreadable.DAMAGED if is_empty else Unreadable.TOO_LARGE
            raise UnreadableFile(self._path, reason, "empty part" if is_empty else "nested elements")

    def _read(self, events: etree.iterparse) -> bool:
        """Read elements as they come; whether there were any."""
        depth = 0
        name = ""
        for event, element in events:
            name = local_name(element)
            if name == "p":
                depth += 1 if event == "start" else -1
            if event == "start":
                if name == "tbl":
                    self._tables += 1
                elif name == "tr" and self._tables == 1 and not depth:
                    self._row = []
                elif name == "tc" and self._row is not None and self._tables == 1 and not depth:
                    self._row.append([])
            elif name == "p" and depth == 0:
                self._paragraph(element)
                _forget(element)
            elif name == "tbl":
                self._tables -= 1
                if not depth:
                    _forget(element)
            elif name == "tr" and self._tables == 1 and self._row is not None and not depth:
                self._end_row()
                _forget(element)
            elif name == "textdirection" and not depth and local_name(element.getparent()) == "sectpr":
                self.is_vertical = value(element).lower() in ("tbrl", "tb", "tbrlv", "rl", "lr")
        return bool(name)

    def read_notes(self, root: Element, kind: str) -> None:
        """Read the notes that the text refers to, in its order."""
        notes = {note.get(attribute(note, "id")): note for note in root.iter(f"{{*}}{kind}")}
        for number, identifier in enumerate(self.referred[kind], 1):
            note = notes.get(identifier)
            if note is None:
                continue
            self._builder.enter(BlockKind.NOTE)
            self._builder.anchor(f"{kind}-{identifier}")
            self._builder.mark_item(_note_marker(kind, number))
            for paragraph in note.iter("{*}p"):
                self._content(paragraph)
                self._builder.finish()
            self._builder.mark_item("")
            self._builder.leave()

    def _paragraph(self, element: Element) -> None:
        """Read a paragraph, in a cell or not."""
        builder = self._builder
        before = len(builder.paragraphs)
        kind, level, marker = self._properties(element)
        builder.enter(kind, level)
        if kind is not BlockKind.HEADING:
            builder.mark_item(marker)
        elif marker and any(text.text for text in element.iter("{*}t")):
            # The outline shows a heading by its words: its number is one of them.
            builder.verbatim(marker + ("　" if _ENDS_IN_HAN.search(marker) else " "))
        self._content(element)
        builder.leave()
        builder.mark_item("")
        if self._row:
            self._row[-1] += builder.paragraphs[before:]
            del builder.paragraphs[before:]

    def _properties(self, element: Element) -> tuple[BlockKind, int, str]:
        """Kind, level and marker of a paragraph."""
        properties = next(element.iterchildren("{*}pPr"), None)
        if properties is None:
            return BlockKind.PARAGRAPH, 0, ""
        found = {local_name(child): child for child in properties}
        style = value(found["pstyle"]) if "pstyle" in found else ""
        level = self._styles.get(style, 0)
        if "outlinelvl" in found and value(found["outlinelvl"]).isdecimal():
            outline = int(value(found["outlinelvl"])) + 1
            level = outline if outline <= 9 else 0
        if level < 0:
            return BlockKind.TITLE, 1, ""
        numbering = found.get("numpr")
        marker = self._numbers.next_marker(numbering, style)
        if level:
            return BlockKind.HEADING, level, marker if marker and marker != BULLET else ""
        if marker is not None:
            return BlockKind.LIST_ITEM, self._numbers.depth(numbering, style), marker
        if "quote" in style.lower() or "引用" in style:
            return BlockKind.QUOTE, 1, ""
        return BlockKind.PARAGRAPH, 0, ""

    def _content(self, paragraph: Element) -> None:
        """Read the runs of a paragraph, and the paragraphs of the text boxes that hang on it."""
        ends: list[Callable[[], None] | None] = []
        skipped = 0
        for event, element in etree.iterwalk(paragraph, events=("start", "end")):
            name = local_name(element)
            if name in _SKIPPED or (name == "r" and is_hidden(element)):
                skipped += 1 if event == "start" else -1
                continue
            if skipped:
                continue
            if event == "end":
                if name in ("r", "hyperlink", "ruby") and ends and (end := ends.pop()):
                    end()
                elif name == "p" and element is not paragraph:
                    self._builder.finish()
            elif name == "p" and element is not paragraph:
                self._builder.finish()
            elif name == "r":
                ends.append(self._start_run(element))
            elif name == "hyperlink":
                ends.append(self._start_link(element))
            elif name == "ruby":
                ends.append(self._start_ruby(element))
            else:
                self._leaf(name, element)

    def _leaf(self, name: str, element: Element) -> None:
        builder = self._builder
        if name == "t" and element.text:
            builder.verbatim(element.text)
        elif name == "tab":
            if local_name(element.getparent()) == "r":
                builder.verbatim("\u3000" if not builder.length else " ")
        elif name in ("br", "cr"):
            builder.finish()
        elif name == "nobreakhyphen":
            builder.text("-")
        elif name in ("footnotereference", "endnotereference"):
            self._reference(name.removesuffix("reference"), element)
        elif name == "bookmarkstart":
            builder.anchor(element.get(attribute(element, "name")) or "")
        elif name in ("blip", "imagedata"):
            picture = self._pictures.get(element.get(attribute(element, "embed", "id")) or "")
            if picture:
                builder.image(picture, description(element))

    def _reference(self, kind: str, element: Element) -> None:
        """A reference to a note: the number that it will have, and a link to it."""
        identifier = element.get(attribute(element, "id")) or ""
        if identifier not in self.referred[kind]:
            self.referred[kind].append(identifier)
        start = self._builder.length
        self._builder.text(_note_marker(kind, self.referred[kind].index(identifier) + 1))
        self._builder.mark(start, self._builder.length, MarkKind.SUPERSCRIPT)
        self._builder.mark(start, self._builder.length, MarkKind.LINK, f"#{kind}-{identifier}")

    def _start_run(self, run: Element) -> Callable[[], None] | None:
        properties = next(run.iterchildren("{*}rPr"), None)
        kinds = []
        for child in properties if properties is not None else ():
            name = local_name(child)
            if name in _MARKS and is_on(child) and _MARKS[name] not in kinds:
                kinds.append(_MARKS[name])
            elif name == "vertalign" and value(child) in ("superscript", "subscript"):
                kinds.append(MarkKind(value(child)))
        return self._marked(kinds, "")

    def _start_link(self, link: Element) -> Callable[[], None] | None:
        target = self._links.get(link.get(attribute(link, "id")) or "", "")
        anchor = link.get(attribute(link, "anchor"))
        return self._marked([MarkKind.LINK], target or (f"#{anchor}" if anchor else ""))

    def _start_ruby(self, ruby: Element) -> Callable[[], None] | None:
        return self._marked([MarkKind.RUBY], text_of(next(ruby.iterchildren("{*}rt"), None)))

    def _marked(self, kinds: list[MarkKind], value: str) -> Callable[[], None] | None:
        for kind in kinds:
            self._builder.open_mark(kind, value)

        def end() -> None:
            for kind in reversed(kinds):
                self._builder.close_mark(kind)

        return end if kinds else None

    def _end_row(self) -> None:
        """Make one paragraph of a row whose cells are short; else give all their paragraphs, one by one."""
        cells, self._row = self._row or [], None
        count = sum(map(len, cells))
        is_line = (
            len(cells) > 1
            and count
            and sum(len(one.text) for cell in cells for one in cell) <= _ROW
            and all(one.kind is not BlockKind.HEADING for cell in cells for one in cell)
        )
        if is_line:
            merged = [_merged(cell) if len(cell) > 1 else cell[0] if cell else None for cell in cells]
            self._builder.add(joined_row(merged))
        else:
            for cell in cells:
                for one in cell:
                    self._builder.add(one)


def _merged(cell: list[Paragraph]) -> Paragraph:
    """The paragraphs of one cell with spaces between."""
    row = joined_row(list(cell))
    return Paragraph(row.text.replace("\t", " "), BlockKind.PARAGRAPH, 0, row.marks)


def _note_marker(kind: str, number: int) -> str:
    return f"[{number}]" if kind == "footnote" else f"[e{number}]"


def _forget(element: Element) -> None:
    """Free an element that has been read, and those before it; their parent stays."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
