"""Office Open XML text (.docx): paragraphs, headings, lists, tables and notes, read as a stream."""

from __future__ import annotations

import posixpath
from pathlib import Path

from reader.errors import Unreadable, UnreadableFile
from reader.formats.archive import Archive
from reader.formats.builder import Builder
from reader.formats.docx_body import DocxBody
from reader.formats.docx_numbers import ListNumbers
from reader.formats.docx_styles import heading_levels
from reader.formats.inner_links import resolved
from reader.formats.parsed import Parsed
from reader.formats.trees import Element, text_of, xml_tree


def parse_docx(path: Path, encoding: str | None = None) -> Parsed:
    """The document at ``path``. XML says itself how it is encoded.

    Raises:
        UnreadableFile: BINARY where it is another format of the same family, PROTECTED, DAMAGED or TOO_LARGE.
    """
    archive = Archive(path)
    try:
        return _Package(path, archive).parse()
    finally:
        archive.close()


class _Package:
    """A .docx that is being parsed."""

    def __init__(self, path: Path, archive: Archive) -> None:
        self._path = path
        self._archive = archive
        self._main = self._find_main()
        folder = posixpath.dirname(self._main)
        self._folder = folder
        styles = self._part("styles.xml")
        self._styles = heading_levels(styles)
        self._numbers = ListNumbers(self._part("numbering.xml"), styles)
        self._links, self._pictures = self._relations(self._main)

    def parse(self) -> Parsed:
        """The main part, then the notes."""
        builder = Builder(self._path)
        body = DocxBody(self._path, builder, self._styles, self._numbers, self._links, self._pictures)
        body.read(self._archive.read(self._main))
        for kind in ("footnote", "endnote"):
            notes = self._part(f"{kind}s.xml")
            if notes is not None and body.referred[kind]:
                body.read_notes(notes, kind)
        core = self._archive.find("", "docProps/core.xml")
        about = xml_tree(self._archive.read(core)) if core else None
        return Parsed(
            resolved(builder.paragraphs, builder.anchors),
            title=_said(about, "title"),
            author=_said(about, "creator"),
            is_vertical=body.is_vertical,
        )

    def _find_main(self) -> str:
        """The name of the main part, as the package's relations have it."""
        archive = self._archive
        relations = archive.find("", "_rels/.rels")
        root = xml_tree(archive.read(relations)) if relations else None
        for relation in root.iter("{*}Relationship") if root is not None else ():
            if (relation.get("Type") or "").endswith("/officeDocument"):
                name = archive.find("", relation.get("Target") or "")
                if name:
                    if not name.startswith("word/") and name.startswith(("xl/", "ppt/")):
                        raise UnreadableFile(self._path, Unreadable.BINARY, "xlsx" if name.startswith("xl") else "pptx")
                    return name
        name = archive.find("", "word/document.xml")
        if name is None:
            is_office = "[Content_Types].xml" in archive.names
            raise UnreadableFile(
                self._path,
                Unreadable.DAMAGED if is_office else Unreadable.BINARY,
                "word/document.xml" if is_office else "zip",
            )
        return name

    def _part(self, name: str) -> Element | None:
        """Another part in the main one's folder; None where it is absent or broken."""
        found = self._archive.find(self._folder, name)
        return xml_tree(self._archive.read(found)) if found else None

    def _relations(self, part: str) -> tuple[dict[str, str], dict[str, str]]:
        """The links and the pictures of a part, by the identifiers that it knows them by."""
        folder, name = posixpath.split(part)
        found = self._archive.find(folder, f"_rels/{name}.rels")
        root = xml_tree(self._archive.read(found)) if found else None
        links: dict[str, str] = {}
        pictures: dict[str, str] = {}
        for relation in root.iter("{*}Relationship") if root is not None else ():
            identifier, target = relation.get("Id") or "", relation.get("Target") or ""
            if relation.get("TargetMode") == "External":
                if target.lower().startswith(("http://", "https://", "mailto:")):
                    links[identifier] = target
            elif picture := self._archive.find(folder, target):
                pictures[identifier] = picture
        return links, pictures


def _said(about: Element | None, name: str) -> str:
    return text_of(next(about.iter(f"{{*}}{name}"), None))[:300] if about is not None else ""
