"""FictionBook 2: one XML file, alone or in an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.archive import Archive
from reader.formats.builder import Builder
from reader.formats.inner_links import resolved
from reader.formats.markup import MarkupReader
from reader.formats.parsed import Parsed
from reader.formats.trees import Element, attributes_of, local_name, text_of, xml_tree
from reader.formats.whole import read_whole

#: What the elements of FictionBook are in HTML. Those that are not listed mean the same there, or nothing.
_AS_HTML = {
    "p": "p",
    "v": "p",
    "subtitle": "h6",
    "text-author": "p",
    "date": "p",
    "cite": "blockquote",
    "epigraph": "blockquote",
    "annotation": "blockquote",
    "poem": "blockquote",
    "stanza": "div",
    "section": "div",
    "emphasis": "em",
    "strong": "strong",
    "strikethrough": "s",
    "sup": "sup",
    "sub": "sub",
    "code": "code",
    "a": "a",
    "image": "img",
    "table": "table",
    "tr": "tr",
    "td": "td",
    "th": "th",
}
_DEEPEST = 6


def parse_fb2(path: Path, encoding: str | None = None) -> Parsed:
    """The book at ``path``. XML says itself how it is encoded.

    Raises:
        UnreadableFile: DAMAGED or TOO_LARGE.
    """
    root = xml_tree(_content(path))
    if root is None:
        raise UnreadableFile(path, Unreadable.DAMAGED, "XML")
    builder = Builder(path)
    images = {
        binary.get("id") or "": binary.text or ""
        for binary in root.iter("{*}binary")
        if binary.text and len(binary.text) <= 2 * limits.IMAGE_SIZE
    }
    for number, body in enumerate(root.iterchildren("{*}body")):
        _read_body(builder, body, images, is_notes=number > 0)
    about = next(root.iter("{*}title-info"), None)
    return Parsed(
        resolved(builder.paragraphs, builder.anchors),
        title=_said(about, "book-title"),
        author=_author(about),
        images=images,
    )


def _content(path: Path) -> bytes:
    content = read_whole(path)
    if not content.startswith(b"PK"):
        return content
    archive = Archive(path)
    try:
        name = next((name for name in archive.names if name.lower().endswith(".fb2")), None)
        if name is None:
            raise UnreadableFile(path, Unreadable.BINARY, "zip")
        return archive.read(name)
    finally:
        archive.close()


def _read_body(builder: Builder, body: Element, images: dict[str, Any], is_notes: bool) -> None:
    """Read one body; behind the first stand the notes."""

    def image(source: str) -> str:
        name = source.removeprefix("#")
        return name if name in images else ""

    reader = MarkupReader(builder, lambda href: "#" + href if href.startswith("#") else "", image)
    depth = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = local_name(element)
        tag = _AS_HTML.get(name, "")
        if name == "title" and not is_notes:
            tag = f"h{max(1, min(depth, _DEEPEST))}"
        elif name == "p" and local_name(element.getparent()) == "title":
            tag = ""
        if event == "start":
            depth += name == "section"
            attributes = attributes_of(element)
            if is_notes and name == "section":
                attributes["epub:type"] = "footnote"
            if tag:
                reader.start(tag, attributes)
            elif element.get("id"):
                builder.anchor("#" + element.get("id"))
            if element.text:
                reader.data(element.text)
        else:
            depth -= name == "section"
            if tag and tag != "img":
                reader.end(tag)
            elif name == "p":
                # The lines of a title are one heading.
                reader.data(" " if element.getnext() is not None else "")
            if element.tail:
                reader.data(element.tail)
    reader.close()


def _said(about: Element | None, name: str) -> str:
    return text_of(next(about.iter(f"{{*}}{name}"), None))[:300] if about is not None else ""


def _author(about: Element | None) -> str:
    """The parts of the first author's name: as Chinese names are written where they are Chinese."""
    author = next(about.iter("{*}author"), None) if about is not None else None
    if author is None:
        return ""
    parts = [_said(author, part) for part in ("last-name", "middle-name", "first-name")]
    if all(part.isascii() for part in parts):
        return " ".join(filter(None, reversed(parts))) or _said(author, "nickname")
    return "".join(parts)
