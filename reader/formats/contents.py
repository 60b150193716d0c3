"""The table of contents of a book, and what it adds to the headings in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.formats.parsed import Paragraph
from reader.formats.trees import Element, attributes_of, local_name, text_of
from reader.model.block import BlockKind

#: Entries that are looked at, levels of the outline, code points of a title.
_ENTRIES = 20_000
_LEVELS = 6
_LONGEST = 200
#: Titles that every book's table of contents may have and no text does: they are never put there.
_EVERYWHERE = frozenset(("start", "cover", "coverpage", "titlepage", "封面", "扉页", "扉頁", "書名頁", "书名页"))
#: So many paragraphs behind its place an entry's title may stand in the text.
_REACH = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table of contents.

    Attributes:
        text: the title.
        target: the reference as written, or the anchor that it means.
        level: depth from 1.
    """

    text: str
    target: str
    level: int


def nav_entries(root: Element) -> Iterator[Entry]:
    """The entries of an EPUB 3 navigation document."""
    from lxml import etree

    navs = [nav for nav in root.iter("{*}nav") if attributes_of(nav).get("epub:type", "toc") == "toc"]
    depth = found = 0
    for event, element in etree.iterwalk(navs[0], events=("start", "end")) if navs else ():
        name = local_name(element)
        if name in ("ol", "ul"):
            depth += 1 if event == "start" else -1
        elif name == "a" and event == "start" and element.get("href") and found < _ENTRIES:
            found += 1
            yield Entry(text_of(element)[:_LONGEST], element.get("href"), max(1, min(depth, _LEVELS)))


def ncx_entries(root: Element) -> Iterator[Entry]:
    """The entries of an EPUB 2 table of contents."""
    from lxml import etree

    depth = found = 0
    label = ""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local_name(element)
        if name == "navpoint":
            depth += 1 if event == "start" else -1
        elif name == "navlabel" and event == "start" and depth:
            label = text_of(element)[:_LONGEST]
        elif name == "content" and event == "start" and depth and label and found < _ENTRIES:
            found += 1
            yield Entry(label, element.get("src") or "", min(depth, _LEVELS))


def with_contents(
    paragraphs: list[Paragraph], anchors: dict[str, int], entries: list[Entry]
) -> tuple[list[Paragraph], dict[str, int]]:
    """The paragraphs of a book, with a heading for every entry of its table of contents, and the anchors to them.

    An entry's title that stands in the text near its place is made a heading of the entry's level. Where none stands,
    as under a picture of the title, the entry's own words are put there.
    """
    made = list(paragraphs)
    inserted: list[tuple[int, Paragraph]] = []
    taken: set[int] = set()
    for entry in entries:
        number = anchors.get(entry.target)
        if number is None:
            number = anchors.get(entry.target.partition("#")[0])
        title = _squeezed(entry.text)
        if number is None or number >= len(made) or not title:
            continue
        near = [at for at in range(number, min(number + _REACH, len(made))) if at not in taken]
        found = next((at for at in near if _is_titled(made[at], title)), None)
        if found is None and near and made[near[0]].kind is BlockKind.HEADING:
            found = near[0]
        if found is None:
            if number not in taken and title.lower() not in _EVERYWHERE:
                inserted.append((number, Paragraph(entry.text, BlockKind.HEADING, entry.level)))
                taken.add(number)
        else:
            made[found] = replace(made[found], kind=BlockKind.HEADING, level=entry.level, marker="")
            taken.add(found)
    return _inserted(made, anchors, inserted)


def _is_titled(paragraph: Paragraph, title: str) -> bool:
    """Whether a paragraph is the title, or a line that is little more."""
    text = _squeezed(paragraph.text)
    if text == title:
        return paragraph.kind not in (BlockKind.IMAGE, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
    return paragraph.kind is BlockKind.HEADING and (text in title or title in text)


def _inserted(
    paragraphs: list[Paragraph], anchors: dict[str, int], new: list[tuple[int, Paragraph]]
) -> tuple[list[Paragraph], dict[str, int]]:
    """The paragraphs with new ones, each before the one that has its number, and the anchors moved with them."""
    if not new:
        return paragraphs, anchors
    made: list[Paragraph] = []
    places: list[int] = []
    before: dict[int, list[Paragraph]] = {}
    for number, paragraph in new:
        before.setdefault(number, []).append(paragraph)
    for number, paragraph in enumerate(paragraphs):
        # A link to the paragraph leads to its new heading.
        places.append(len(made))
        made += before.get(number, ())
        made.append(paragraph)
    places.append(len(made))
    return made, {name: places[min(number, len(places) - 1)] for name, number in anchors.items()}


def _squeezed(text: str) -> str:
    return "".join(text.split())
