"""Documents of a few lines, made in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.formats.registry import open_document
from reader.model.document import Document
from reader.model.outline import Outline


@pytest.fixture
def document_of(tmp_path: Path) -> Callable[[str], Document]:
    """Opens a text as a document."""

    def made(text: str, encoding: str = "utf-8") -> Document:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.txt"
        path.write_bytes(text.encode(encoding))
        return open_document(path, encoding)

    return made


@pytest.fixture(scope="session")
def to_traditional() -> Callable[[str], str]:
    """Converts a Simplified clause, as the program does."""
    from reader.convert.converters import Converters

    route = Converters().named("s2t")
    return lambda text: route.convert(text, None)


@pytest.fixture(scope="session")
def document_of_text(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Outline]:
    """One document of several passages, with its outline."""
    path = tmp_path_factory.mktemp("text") / "text.txt"
    path.write_text("第一章 湖邊\n王建國來到湖邊。\n湖邊很靜。\n" * 8_000, encoding="utf-8")
    document = open_document(path, "utf-8")
    *_, outline = document.outlines()
    return document, outline
