"""What the tests of text files share."""

from __future__ import annotations

from collections.abc import Callable
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


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file and gives its path."""

    def write(content: bytes | str, name: str = "book.txt", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write
