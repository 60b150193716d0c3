"""What the tests of text files share."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reader.formats.encoding import Detection
from reader.formats.plain import PlainDocument
from reader.formats.source import MemorySource
from reader.model.block import Block
from reader.model.document import Document


@pytest.fixture(scope="session")
def plain() -> Callable[..., PlainDocument]:
    """Makes a document of bytes."""

    def make(content: bytes, encoding: str = "utf-8", mark_length: int = 0) -> PlainDocument:
        return PlainDocument(Path("book.txt"), MemorySource(content), Detection(encoding, mark_length, 1.0))

    return make


@pytest.fixture(scope="session")
def walk() -> Callable[[Document], list[Block]]:
    """All blocks of a document, in order."""

    def blocks(document: Document) -> list[Block]:
        found = [document.block_at(0)]
        while following := document.block_after(found[-1]):
            found.append(following)
        return found

    return blocks


@pytest.fixture(scope="session")
def cases() -> Callable[[int], range]:
    """As many cases of a fuzz target as are run every time, or ``FUZZ`` times as many by hand."""
    return lambda count: range(count * int(os.environ.get("FUZZ", "1")))


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(scope="session")
def zipped() -> Callable[..., bytes]:
    """Makes an archive of entries by their names."""

    def make(entries: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", method) as archive:
            for name, content in entries.items():
                archive.writestr(name, content)
        return file.getvalue()

    return make


@pytest.fixture(scope="session")
def epub(zipped: Callable[..., bytes]) -> Callable[..., bytes]:
    """Makes a book of the bodies of its pages."""

    def make(
        pages: Mapping[str, str],
        files: Mapping[str, bytes | str] | None = None,
        metadata: str = "<dc:title>夜航</dc:title><dc:creator>林某</dc:creator>",
        items: str = "",
        spine: str = "",
        hrefs: Mapping[str, str] | None = None,
        **changed: bytes | str,
    ) -> bytes:
        listed = "".join(
            f'<item id="p{number}" href="{(hrefs or {}).get(name, name)}" media-type="application/xhtml+xml"/>'
            for number, name in enumerate(pages)
        )
        order = "".join(f'<itemref idref="p{number}"/>' for number in range(len(pages)))
        package = (
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata><manifest>{listed}{items}</manifest>'
            f"<spine {spine}>{order}</spine></package>"
        )
        entries: dict[str, bytes | str] = {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": package,
        }
        for name, body in pages.items():
            entries[f"OEBPS/{name}"] = (
                '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
                'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>不顯示</title></head>'
                f"<body>{body}</body></html>"
            )
        return zipped(entries | dict(files or {}) | changed)

    return make


@pytest.fixture(scope="session")
def docx(zipped: Callable[..., bytes]) -> Callable[..., bytes]:
    """Makes a document of the content of its body, and other parts by their names without a suffix."""

    def make(body: str, relations: str = "", files: Mapping[str, bytes | str] | None = None, **parts: str) -> bytes:
        spaces = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
        entries: dict[str, bytes | str] = {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        }
        for name, content in parts.items():
            entries[f"word/{name}.xml"] = f"<w:{name} {spaces}>{content}</w:{name}>"
        return zipped(entries | dict(files or {}))

    return make


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file and gives its path."""

    def write(content: bytes | str, name: str = "book.txt", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write
