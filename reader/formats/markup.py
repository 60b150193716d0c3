"""Reads HTML elements, from whatever parser they come, into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from reader.formats.builder import Builder
from reader.formats.markup_elements import BLOCKS, MARKS, SKIPPED, VOID
from reader.formats.table_row import joined_row
from reader.model.block import BlockKind
from reader.model.mark import MarkKind

_HEADING = re.compile(r"h([1-6])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_EXTERNAL = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]{1,2000}", re.IGNORECASE)
_ENUMERATIONS = {"a": 97, "A": 65}

#: Code points and cells of the longest row that is one line of text.
_ROW = 400
_CELLS = 40


@dataclass(slots=True)
class _Ruby:
    """Characters that wait for their readings: where each group of them starts and ends."""

    start: int
    bases: list[tuple[int, int]] = field(default_factory=list)
    reading: list[str] | None = None


@dataclass(slots=True)
class _List:
    """A list, and the number of its next item; None where it has none."""

    number: int | None
    letters: int


class MarkupReader:
    """Takes the starts, texts and ends of elements, in order, and gives them to a builder. Never recurses."""

    def __init__(
        self,
        builder: Builder,
        target: Callable[[str], str] = lambda href: "",
        image: Callable[[str], str] = lambda source: "",
        scope: str = "",
    ) -> None:
        """A reader of one page.

        Args:
            builder: takes the paragraphs.
            target: the anchor that a relative link leads to, or empty.
            image: the name of a picture in the file, or empty where it is not in it.
            scope: stands before the page's own anchors.
        """
        self._builder = builder
        self._target = target
        self._image = image
        self._scope = scope
        self._stack: list[tuple[str, Callable[[], None] | None]] = []
        self._opened: Counter[str] = Counter()
        self._skipped = 0
        self._lists: list[_List] = []
        self._quotes = 0
        self._rubies: list[_Ruby] = []
        self._rows: list[list[int]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element starts. Elements without an end end by themselves."""
        end = self._start(tag, attributes)
        if tag in VOID:
            if end:
                end()
            return
        self._stack.append((tag, end))
        self._opened[tag] += 1

    def data(self, text: str) -> None:
        """Text between two tags."""
        if self._skipped or not text:
            return
        if self._rubies and (reading := self._rubies[-1].reading) is not None:
            reading.append(text)
        else:
            self._builder.text(text)

    def end(self, tag: str) -> None:
        """An element ends, and with it those in it that never did. One that did not start is passed over."""
        if not self._opened[tag]:
            return
        while self._stack:
            name, end = self._stack.pop()
            self._opened[name] -= 1
            if end:
                end()
            if name == tag:
                return

    def close(self) -> None:
        """The page ends."""
        while self._stack:
            _, end = self._stack.pop()
            if end:
                end()
        self._builder.finish()

    def _start(self, tag: str, attributes: Mapping[str, str]) -> Callable[[], None] | None:
        """Do what the start of an element asks for; what its end does is returned."""
        style = attributes.get("style", "")
        if self._skipped or tag in SKIPPED or "hidden" in attributes or (style and _HIDDEN.search(style)):
            self._skipped += 1
            return self._unskip
        ends: list[Callable[[], None]] = []
        builder = self._builder
        is_block = tag in BLOCKS
        if is_block:
            builder.finish()
        if "id" in attributes or (tag == "a" and "name" in attributes):
            builder.anchor(self._scope + "#" + (attributes.get("id") or attributes.get("name") or ""))
        if is_block:
            ends.append(self._start_block(tag, attributes))
        elif tag == "br":
            builder.finish()
        elif tag in ("img", "image"):
            source = attributes.get("src") or attributes.get("href") or ""
            builder.image(self._image(source), attributes.get("alt", ""))
        elif tag == "a" and "href" in attributes:
            builder.open_mark(MarkKind.LINK, self._link(attributes["href"]))
            ends.append(lambda: builder.close_mark(MarkKind.LINK))
        elif tag in ("ruby", "rb", "rt"):
            ends.append(self._start_ruby(tag))
        for kind in (MARKS.get(tag), _BOLD.search(style) and MarkKind.BOLD, _ITALIC.search(style) and MarkKind.ITALIC):
            if kind:
                builder.open_mark(kind)
                ends.append(_closing(builder, kind))
        return _all(ends) if len(ends) > 1 else ends[0] if ends else None

    def _unskip(self) -> None:
        self._skipped -= 1

    def _start_block(self, tag: str, attributes: Mapping[str, str]) -> Callable[[], None]:
        builder = self._builder
        heading = _HEADING.fullmatch(tag)
        if heading:
            builder.enter(BlockKind.HEADING, int(heading[1]))
            return builder.leave
        if tag in ("pre", "listing", "xmp"):
            builder.enter(BlockKind.CODE, keeps_space=True)
            return builder.leave
        if tag == "blockquote":
            self._quotes += 1
            builder.enter(BlockKind.QUOTE, self._quotes)
            return self._end_quote
        if "footnote" in attributes.get("epub:type", "") or attributes.get("role") in ("doc-footnote", "doc-endnote"):
            builder.enter(BlockKind.NOTE)
            return builder.leave
        if tag in ("ul", "ol", "menu", "dir"):
            return self._start_list(tag, attributes)
        if tag == "li":
            return self._start_item(attributes)
        if tag == "tr":
            first = len(builder.paragraphs)
            cells: list[int] = []
            self._rows.append(cells)
            return lambda: self._end_row(first, cells)
        if tag in ("td", "th") and self._rows:
            self._rows[-1].append(len(builder.paragraphs))
        return builder.finish

    def _end_quote(self) -> None:
        self._quotes -= 1
        self._builder.leave()

    def _start_list(self, tag: str, attributes: Mapping[str, str]) -> Callable[[], None]:
        number = _number(attributes.get("start"), 1) if tag == "ol" else None
        self._lists.append(_List(number, _ENUMERATIONS.get(attributes.get("type", ""), 0)))

        def end() -> None:
            self._builder.finish()
            self._lists.pop()

        return end

    def _start_item(self, attributes: Mapping[str, str]) -> Callable[[], None]:
        self._builder.enter(BlockKind.LIST_ITEM, max(1, len(self._lists)))
        if self._lists and self._lists[-1].number is not None:
            ordered = self._lists[-1]
            number = ordered.number = _number(attributes.get("value"), ordered.number or 0)
            is_letter = ordered.letters and 0 < number <= 26
            self._builder.mark_item(f"{chr(ordered.letters + number - 1) if is_letter else number}.")
            ordered.number += 1
        else:
            self._builder.mark_item("•")
        return self._end_item

    def _end_item(self) -> None:
        self._builder.leave()
        self._builder.mark_item("")

    def _start_ruby(self, tag: str) -> Callable[[], None]:
        length = self._builder.length
        if tag == "ruby":
            self._rubies.append(_Ruby(length))
            return self._end_ruby
        if not self._rubies:
            return _nothing
        ruby = self._rubies[-1]
        if tag == "rb":
            start = length

            def end_base() -> None:
                ruby.bases.append((start, self._builder.length))
                ruby.start = self._builder.length

            return end_base
        if ruby.start < length:
            ruby.bases.append((ruby.start, length))
        ruby.reading = []
        return self._end_reading

    def _end_reading(self) -> None:
        ruby = self._rubies[-1]
        reading = " ".join("".join(ruby.reading or ()).split())
        ruby.reading = None
        if ruby.bases:
            start, end = ruby.bases.pop(0)
            self._builder.mark(start, end, MarkKind.RUBY, reading)
        ruby.start = self._builder.length

    def _end_ruby(self) -> None:
        self._rubies.pop()

    def _link(self, href: str) -> str:
        """Where a link leads: out by a scheme that is known to be harmless, or to an anchor, or nowhere."""
        href = href.strip()
        if _EXTERNAL.fullmatch(href):
            return href
        return "" if ":" in href.partition("#")[0] else self._target(href)

    def _end_row(self, first: int, cells: list[int]) -> None:
        """Make one paragraph of a row whose cells hold a line or nothing."""
        self._builder.finish()
        self._rows.pop()
        made = self._builder.paragraphs[first:]
        bounds = [*(cell - first for cell in cells), len(made)]
        contents = [made[start:end] for start, end in pairwise(bounds)]
        is_line = (
            1 < len(cells) <= _CELLS
            and 0 < len(made) == sum(map(len, contents))
            and all(len(content) <= 1 for content in contents)
            and all(one.kind in (BlockKind.PARAGRAPH, BlockKind.IMAGE) for one in made)
            and sum(len(one.text) for one in made) <= _ROW
        )
        if is_line:
            del self._builder.paragraphs[first:]
            self._builder.paragraphs.append(joined_row([content[0] if content else None for content in contents]))
            self._builder.retract_anchors(first)


def _nothing() -> None:
    """What the end of a reading does that stands in no ruby: it is text like any other."""


def _all(ends: list[Callable[[], None]]) -> Callable[[], None]:
    def end() -> None:
        for one in reversed(ends):
            one()

    return end


def _closing(builder: Builder, kind: MarkKind) -> Callable[[], None]:
    return lambda: builder.close_mark(kind)


def _number(text: str | None, default: int) -> int:
    try:
        return max(-(10**9), min(int(text or ""), 10**9))
    except ValueError:
        return default
