"""What a reader says of a file's chapters, as it is kept from one day to the next."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reader.formats.chapter_rules import RULES
from reader.formats.chapters import BadPattern, Chapters, own_pattern
from reader.model.block import Block
from reader.model.document import Document

#: Code points of a line by which it is known again.
_KNOWN_BY = 80
#: Addresses on either side of a line's old place in which it is looked for when the file has changed.
_REACH = 256 << 10
#: Deepest level of a heading.
LEVELS = 6
_RULE_NAMES = frozenset(rule.name for rule in RULES)


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What the reader says of one line.

    Attributes:
        address: where it starts.
        level: the depth of the heading that it is; 0 if it is none.
        text: how it begins, without the white space at its ends.
    """

    address: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class KeptChapters:
    """What a reader says of a file's chapters.

    Attributes:
        rules: names of the rules that are used; None for those that fit the file.
        pattern: the reader's own regular expression, in place of rules; empty without one.
        lines: what is said of single lines, in reading order.
        lost: what is said of lines that are not to be found: another encoding may bring them back.
    """

    rules: tuple[str, ...] | None = None
    pattern: str = ""
    lines: tuple[SaidLine, ...] = ()
    lost: tuple[SaidLine, ...] = ()

    def chapters(self) -> Chapters:
        """The same for a document that is opened."""
        made = tuple((line.address, line.level) for line in self.lines if line.level)
        return Chapters(self.rules, self.pattern, made, tuple(line.address for line in self.lines if not line.level))

    def said(self, block: Block, level: int) -> KeptChapters:
        """What is kept when the reader says how deep a heading a block is, 0 for none."""
        others = [line for line in self.lines if line.address != block.start]
        line = SaidLine(block.start, level, _known_by(block))
        others.insert(bisect_left(others, block.start, key=lambda one: one.address), line)
        return replace(self, lines=tuple(others))

    def to_json(self) -> str:
        """As text; empty where nothing is said."""
        if self == NOTHING_SAID:
            return ""
        lines = [[line.address, line.level, line.text] for line in self.lines + self.lost]
        return json.dumps({"rules": self.rules, "pattern": self.pattern, "lines": lines}, ensure_ascii=False)


NOTHING_SAID = KeptChapters()


def from_json(text: str) -> KeptChapters:
    """What ``to_json`` wrote; what another version may have written and this one cannot use is left out."""
    try:
        said: dict[str, Any] = json.loads(text) if text else {}
        rules = said.get("rules")
        return KeptChapters(
            None if rules is None else tuple(name for name in rules if name in _RULE_NAMES),
            _usable(said.get("pattern", "")),
            tuple(_line(*line) for line in said.get("lines", ())),
        )
    except (ValueError, TypeError, AttributeError):
        return NOTHING_SAID


def moved(kept: KeptChapters, document: Document) -> KeptChapters:
    """The same with every line where it stands in the document now.

    After an edit, a line is known by how it begins, and the nearest of several is taken.
    """
    lines: dict[int, SaidLine] = {}
    lost = []
    for line in kept.lines + kept.lost:
        found = _found(line, document)
        if found is None or found.address in lines:
            lost.append(line)
        else:
            lines[found.address] = found
    return replace(kept, lines=tuple(lines[address] for address in sorted(lines)), lost=tuple(lost))


def _found(line: SaidLine, document: Document) -> SaidLine | None:
    block = document.block_at(line.address)
    if block.start == line.address and _known_by(block) == line.text:
        return line
    addresses = list(_addresses(line, document))
    if not addresses:
        return None
    return replace(line, address=min(addresses, key=lambda address: abs(address - line.address)))


def _addresses(line: SaidLine, document: Document) -> Iterator[int]:
    """Where blocks start near a line's old place that begin as it does."""
    if not line.text:
        return
    start, end = max(0, line.address - _REACH), min(document.size, line.address + _REACH)
    for passage in document.passages(start, end) if start < end else ():
        offsets = []
        place = passage.text.find(line.text)
        while place >= 0:
            offsets.append(place)
            place = passage.text.find(line.text, place + 1)
        for address in document.addresses_in(passage, offsets):
            block = document.block_at(address)
            if _known_by(block) == line.text:
                yield block.start


def _known_by(block: Block) -> str:
    return block.text.strip()[:_KNOWN_BY]


def _line(address: int, level: int, text: str) -> SaidLine:
    if not (isinstance(address, int) and isinstance(level, int) and isinstance(text, str)):
        raise TypeError("not a line")
    return SaidLine(max(0, address), max(0, min(level, LEVELS)), text)


def _usable(pattern: str) -> str:
    try:
        return own_pattern(pattern).pattern if pattern else ""
    except BadPattern:
        return ""
