"""Markup into trees of elements, safely: no entities, no network, no depth that breaks anything."""

from __future__ import annotations

import re
from functools import lru_cache
from html.entities import html5
from html.parser import HTMLParser
from typing import Any

from lxml import etree

from reader.formats.decoding import decode_markup
from reader.formats.markup import MarkupReader
from reader.formats.markup_elements import VOID

#: An element; lxml has no types.
Element = Any

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_KEPT = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_EMPTIED = re.compile(r"<(title|script|style|textarea|iframe|a)\b([^<>]*)/>", re.IGNORECASE)
_SUBSET = re.compile(r"(<!DOCTYPE[^<>\[]{0,500})\[.{0,200000}?\]\s*>", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+([^\s%]{1,200})\s")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
#: Parsers are quadratic in the attributes of a tag.
_LONG_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)((?:\s+[^\s<>=]+(?:=[^\s<>]*)?){500,})\s*>")


#: How XML is parsed that others wrote: nothing outside it is read, its own entities are left out, broken ends mended.
LENIENT_XML = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "recover": True,
    "remove_comments": True,
    "remove_pis": True,
}


def xml_tree(data: bytes) -> Element | None:
    """The root of an XML document, or None where it is none. Its own entities are left out, broken ends mended.

    None as well where elements are nested so deeply that the parser would leave them out.
    """
    parser = etree.XMLParser(**LENIENT_XML)
    try:
        root = etree.fromstring(_NAMED.sub(_numeric, data), parser)
    except etree.XMLSyntaxError:
        return None
    return None if is_too_deep(parser) else root


def is_too_deep(parser: Element) -> bool:
    """Whether a parser that mends what it can has left out what is nested too deeply."""
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def page_tree(data: bytes) -> Element | None:
    """The root of an XHTML page: as XML if it is well-formed, else as a browser reads it; None if nested too deeply."""
    if b"<!ENTITY" not in data:
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(_NAMED.sub(_numeric, data), parser)
        except (etree.XMLSyntaxError, LookupError):
            pass
    return html_tree(decode_markup(data, None).text)


def html_tree(text: str) -> Element | None:
    """The root of an HTML page, as a browser would read it; None if it is empty or nested too deeply for a tree."""
    text = _LONG_TAG.sub(r"<\1>", _EMPTIED.sub(r"<\1\2></\1>", _without_own_entities(text)))
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    return None if is_too_deep(parser) else root


def feed(reader: MarkupReader, root: Element) -> None:
    """Give a reader the elements of a tree, without recursion."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            reader.start(local_name(element), attributes_of(element))
            if element.text:
                reader.data(element.text)
        else:
            tag = local_name(element)
            if tag not in VOID:
                reader.end(tag)
            if element is not root and element.tail:
                reader.data(element.tail)


def feed_text(reader: MarkupReader, text: str) -> None:
    """Give a reader the elements of a page that no tree can hold."""
    events = _Events(reader)
    events.feed(_LONG_TAG.sub(r"<\1>", text))
    events.close()


def local_name(element: Element) -> str:
    """The name of an element without its namespace, in lower case."""
    return _local(str(element.tag))


@lru_cache(1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def attributes_of(element: Element) -> dict[str, str]:
    """The attributes of an element by their names without namespaces; ``epub:type`` keeps its own."""
    if not element.attrib:
        return {}
    return {
        "epub:type" if name.endswith("/ops}type") else name.rpartition("}")[2]: value
        for name, value in element.attrib.items()
    }


def text_of(element: Element | None) -> str:
    """All text in an element, white space collapsed."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _without_own_entities(text: str) -> str:
    """A page without its XML declaration, what its document type declares, and references to that."""
    text = _DECLARATION.sub("", text, count=1)
    subset = _SUBSET.search(text, 0, 300_000)
    if subset is None:
        return text
    names = set(_ENTITY.findall(subset[0]))
    text = text[: subset.start()] + text[subset.end() :]
    return re.sub(r"&([^\s&;]{1,200});", lambda match: "" if match[1] in names else match[0], text)


def _numeric(match: re.Match[bytes]) -> bytes:
    """An entity of HTML by its number, which XML knows without a DTD."""
    if match[1] in _KEPT:
        return match[0]
    found = html5.get(match[1].decode("ascii") + ";")
    return "".join(f"&#{ord(character)};" for character in found).encode("ascii") if found else match[0]


class _Events(HTMLParser):
    """The parser of Python's own library, which builds nothing."""

    def __init__(self, reader: MarkupReader) -> None:
        super().__init__(convert_charrefs=True)
        self._reader = reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._reader.start(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self._reader.end(tag)

    def handle_data(self, data: str) -> None:
        self._reader.data(data)
