"""EPUB 2 and 3: the pages of the spine, one behind the other."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from reader.errors import Unreadable, UnreadableFile
from reader.formats import limits
from reader.formats.archive import Archive
from reader.formats.builder import Builder
from reader.formats.contents import Entry, nav_entries, ncx_entries, with_contents
from reader.formats.decoding import decode_markup
from reader.formats.inner_links import resolved
from reader.formats.markup import MarkupReader
from reader.formats.parsed import Parsed
from reader.formats.trees import Element, feed, feed_text, local_name, page_tree, text_of, xml_tree
from reader.formats.writing_mode import asks_for_columns

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
#: Fonts are scrambled by these; text is not.
_FONT_SCRAMBLES = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/xml", "text/xml", "text/x-oeb1-document", "")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp")
_LONGEST_TITLE = 300
#: Pages whose style is looked at: a cover may have none.
_STYLED = 5

#: Pages by which a book is begun: a few screens, even if they are covers and title pages. And pages of a book for which
#: that is worth it: so many take a noticeable time.
_FIRST, _MANY = 12, 120


def parse_epub(path: Path, encoding: str | None = None) -> Parsed:
    """The book at ``path``. Pages say themselves how they are encoded.

    Raises:
        UnreadableFile: PROTECTED, DAMAGED or TOO_LARGE.
    """
    archive = Archive(path)
    try:
        book = _Book(path, archive)
        return book.parse(list(book.spine()))
    finally:
        archive.close()


def parse_beginning(path: Path) -> Parsed | None:
    """The first pages of the book at ``path``; None of one that has not many more.

    Raises:
        UnreadableFile: as ``parse_epub``.
    """
    archive = Archive(path)
    try:
        book = _Book(path, archive)
        pages = list(book.spine())
        return book.parse(pages[:_FIRST]) if len(pages) >= _MANY else None
    finally:
        archive.close()


class _Book:
    """An EPUB that is being parsed."""

    def __init__(self, path: Path, archive: Archive) -> None:
        self._path = path
        self._archive = archive
        self._package_name = self._find_package()
        package = xml_tree(archive.read(self._package_name))
        if package is None:
            raise UnreadableFile(path, Unreadable.DAMAGED, self._package_name)
        self._package: Element = package
        self._base = posixpath.dirname(self._package_name)
        self._items: dict[str, Element] = {}
        for item in package.iter("{*}item"):
            self._items.setdefault(item.get("id"), item)

    def parse(self, pages: list[str]) -> Parsed:
        """Some pages of the book. A chapter that is missing or broken is left out, unless that leaves none."""
        if not pages:
            raise UnreadableFile(self._path, Unreadable.DAMAGED, "spine")
        self._refuse_encrypted(pages)
        builder = Builder(self._path)
        trouble: UnreadableFile | None = None
        roots: list[Element] = []
        for name in pages:
            try:
                root = self._read_page(builder, name)
            except UnreadableFile as error:
                if error.reason is Unreadable.TOO_LARGE:
                    raise
                trouble = error
            else:
                if root is not None and len(roots) < _STYLED:
                    roots.append(root)
        if trouble and not builder.paragraphs:
            raise trouble
        paragraphs, anchors = with_contents(builder.paragraphs, builder.anchors, self._contents())
        return Parsed(
            resolved(paragraphs, anchors),
            title=self._said("title"),
            author=self._said("creator"),
            is_vertical=self._is_vertical(roots),
        )

    def _find_package(self) -> str:
        """The name of the package document: what the container says, else the first that looks like one."""
        archive = self._archive
        container = xml_tree(archive.read(_CONTAINER)) if _CONTAINER in archive.names else None
        for root in container.iter("{*}rootfile") if container is not None else ():
            name = archive.find("", root.get("full-path") or "")
            if name:
                return name
        for name in archive.names:
            if name.lower().endswith(".opf"):
                return name
        raise UnreadableFile(self._path, Unreadable.DAMAGED, "package document")

    def spine(self) -> Iterator[str]:
        """The names of the pages in reading order; each once, however often the spine has it."""
        found: set[str] = set()
        for reference in self._package.iter("{*}itemref"):
            name = self._page_of(reference.get("idref"))
            if name and name not in found:
                found.add(name)
                yield name
                if len(found) > limits.CHAPTERS:
                    raise UnreadableFile(self._path, Unreadable.TOO_LARGE, "chapters")

    def _page_of(self, identifier: str | None) -> str | None:
        """The page that an item is, or that it falls back to; a picture is as good as a page."""
        for _ in range(10):
            item = self._items.get(identifier or "")
            if item is None:
                return None
            name = self._archive.find(self._base, item.get("href") or "")
            is_page = (item.get("media-type") or "") in _PAGES or (name or "").lower().endswith(_PICTURES)
            if name and (is_page or not item.get("fallback")):
                return name if is_page else None
            identifier = item.get("fallback")
        return None

    def _refuse_encrypted(self, pages: list[str]) -> None:
        if _ENCRYPTION not in self._archive.names:
            return
        encryption = xml_tree(self._archive.read(_ENCRYPTION))
        for data in encryption.iter("{*}EncryptedData") if encryption is not None else ():
            methods = [method.get("Algorithm") for method in data.iter("{*}EncryptionMethod")]
            names = {
                self._archive.find("", reference.get("URI") or "") for reference in data.iter("{*}CipherReference")
            }
            if not set(methods) <= set(_FONT_SCRAMBLES) and names & {*pages, self._package_name}:
                raise UnreadableFile(self._path, Unreadable.PROTECTED, "DRM")

    def _read_page(self, builder: Builder, name: str) -> Element | None:
        """Read one page and give its root."""
        builder.finish()
        builder.anchor(name)
        builder.anchor(name + "#")
        if name.lower().endswith(_PICTURES):
            builder.image(name, "")
            builder.finish()
            return None
        data = self._archive.read(name)
        folder = posixpath.dirname(name)
        reader = MarkupReader(builder, partial(self._target, name), partial(self._image, folder), name)
        root = page_tree(data)
        if root is None:
            feed_text(reader, decode_markup(data, None).text)
        else:
            feed(reader, root)
        reader.close()
        return root

    def _target(self, page: str, href: str) -> str:
        """The anchor that a reference in a page leads to."""
        path, _, fragment = href.partition("#")
        name = self._archive.find(posixpath.dirname(page), path) if path else page
        return f"#{name}#{unquote(fragment)}" if name else ""

    def _image(self, folder: str, source: str) -> str:
        return self._archive.find(folder, source) or ""

    def _contents(self) -> list[Entry]:
        """The table of contents: of EPUB 3, else of EPUB 2; empty where there is none or it is broken."""
        spine = next(self._package.iter("{*}spine"), None)
        ncx = self._items.get(spine.get("toc") or "") if spine is not None else None
        if ncx is None:
            ncx = next((i for i in self._items.values() if i.get("media-type") == "application/x-dtbncx+xml"), None)
        nav = next((i for i in self._items.values() if "nav" in (i.get("properties") or "").split()), None)
        readers: list[tuple[Element | None, Callable[[Element], Iterator[Entry]]]] = [
            (nav, nav_entries),
            (ncx, ncx_entries),
        ]
        for item, entries_of in readers:
            name = self._archive.find(self._base, item.get("href") or "") if item is not None else None
            if not name:
                continue
            try:
                root = page_tree(self._archive.read(name)) if item is nav else xml_tree(self._archive.read(name))
            except UnreadableFile:
                continue
            entries = [
                Entry(entry.text, self._target(name, entry.target)[1:], entry.level)
                for entry in (entries_of(root) if root is not None else ())
            ]
            if entries:
                return entries
        return []

    def _said(self, name: str) -> str:
        """What the book says of itself by one of the names of Dublin Core."""
        return text_of(next(self._package.iter(f"{{*}}{name}"), None))[:_LONGEST_TITLE]

    def _is_vertical(self, pages: list[Element]) -> bool:
        """Whether the book's metadata or its style sheets ask for columns."""
        for meta in self._package.iter("{*}meta"):
            if meta.get("name") == "primary-writing-mode":
                return (meta.get("content") or "").startswith("vertical")
        sheets = []
        for item in self._items.values():
            name = self._archive.find(self._base, item.get("href") or "")
            if (
                name
                and item.get("media-type") == "text/css"
                and self._archive.names[name].file_size < limits.SHEET_SIZE
            ):
                try:
                    sheets.append(self._archive.read(name).decode("utf-8", "replace"))
                except UnreadableFile:
                    continue
        classes = [
            (local_name(element), element.get("class") or "", element.get("style") or "")
            for page in pages
            for element in page.iter("{*}html", "{*}body")
        ]
        return asks_for_columns(sheets, classes)
