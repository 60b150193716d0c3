"""The formats on files that other programs and people made."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import Unreadable, UnreadableFile
from reader.formats.format_table import format_named
from reader.formats.registry import open_document
from reader.formats.worker import parse_here
from reader.model.document import Document


def paragraphs_of(document: Document) -> list[str]:
    return [
        "".join(line.split()) for passage in document.passages() for line in passage.text.split("\n") if line.strip()
    ]


def test_one_novel_reads_alike_in_every_format(samples: Path):
    folder = samples / "formats"
    plain = set(paragraphs_of(open_document(folder / "hedian_pandoc.md")))
    for name, least in (
        ("hedian.html", 1.0),
        ("hedian_pandoc.docx", 1.0),
        ("hedian_pandoc.epub", 1.0),
        ("hedian_pandoc.fb2", 1.0),
        ("hedian_calibre.epub", 1.0),
        ("hedian_calibre.docx", 1.0),
        ("hedian_calibre.fb2", 1.0),
        ("hedian_calibre.pdf", 0.94),
    ):
        document = open_document(folder / name)
        shared = plain & set(paragraphs_of(document))
        assert len(shared) >= least * len(plain), name
        *_, outline = document.outlines()
        chapters = [entry for entry in outline.headings if entry.text.startswith("第")]
        assert len(chapters) == 10, name
        assert document.title == "何典", name


def test_vertical_books_say_so(samples: Path):
    for name, is_vertical in (
        ("hedian_calibre_vertical.epub", True),
        ("idpf_kusamakura_vertical.epub", True),
        ("zh-hant_vertical_template.epub", True),
        ("hedian_calibre.epub", False),
    ):
        assert open_document(samples / "formats" / name).is_vertical is is_vertical


def test_every_sample_opens_or_says_why(samples: Path):
    refused = {
        "hedian_calibre.azw3": Unreadable.BINARY,
        "hedian_calibre.mobi": Unreadable.BINARY,
        "hedian_pandoc.odt": Unreadable.BINARY,
        "mammoth_external-picture.docx": Unreadable.NO_TEXT,
        "pydocx_sty-having-no-styles-part.docx": Unreadable.NO_TEXT,
        "w3c_pub-foreign_bad-fallback.epub": Unreadable.DAMAGED,
    }
    for path in sorted([*(samples / "formats").iterdir(), *(samples / "evil").iterdir()]):
        if path.name in refused:
            with pytest.raises(UnreadableFile) as caught:
                open_document(path)
            assert caught.value.reason is refused[path.name]
        else:
            assert paragraphs_of(open_document(path)), path.name


def test_books_that_attack_show_their_text_and_nothing_else(samples: Path):
    for path in sorted((samples / "evil").iterdir()):
        for paragraph in parse_here(path, format_named("epub"), None).paragraphs:
            for mark in paragraph.marks:
                assert not mark.value.startswith(("file:", "javascript:", "data:"))
