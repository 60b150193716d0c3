"""Bookmarks are added to what Qt writes, and another reader of PDF finds them."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.pdf_file import UnknownPdf
from reader.export.pdf_outline import Bookmark, add_outline


def written(path: Path, pages: int) -> Path:
    """A PDF of so many pages as Qt writes it."""
    from PySide6.QtGui import QPainter, QPdfWriter

    writer = QPdfWriter(str(path))
    writer.setTitle("一本書")
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawText(100, 200, f"page {page}")
    painter.end()
    return path


def outline(path: Path) -> list[tuple[str, int, int]]:
    document = pypdfium2.PdfDocument(path)
    found = [
        (entry.get_title(), entry.get_dest().get_index(), entry.level + 1) for entry in document.get_toc(max_depth=50)
    ]
    document.close()
    return found


@pytest.fixture(scope="module")
def blank(qapp, tmp_path_factory) -> bytes:
    return written(tmp_path_factory.mktemp("pdf") / "a.pdf", 40).read_bytes()


def test_another_reader_finds_the_bookmarks(blank, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(blank)
    marks = [Bookmark("第一回　宴桃園", 0), Bookmark("𠀀(上)\\", 3, 2), Bookmark("下", 5, 2), Bookmark("第二回", 9)]
    add_outline(path, marks)
    assert outline(path) == [(mark.title, mark.page, mark.level) for mark in marks]
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 40
    assert document[7].get_textpage().get_text_range() == "page 7"
    assert document.get_metadata_dict()["Title"] == "一本書"
    # What was there is there still, byte for byte.
    assert path.read_bytes().startswith(blank)


@given(
    st.lists(
        st.builds(
            Bookmark,
            st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20),
            st.integers(0, 39),
            st.integers(1, 6),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_whatever_the_levels_are_all_are_found_in_order(blank, tmp_path_factory, marks):
    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    path.write_bytes(blank)
    add_outline(path, marks)
    found = outline(path)
    assert [(title, page) for title, page, _ in found] == [(mark.title, mark.page) for mark in marks]
    for (_, _, level), mark in zip(found, marks, strict=True):
        assert level <= mark.level


def test_without_bookmarks_the_file_stays(blank, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(blank)
    add_outline(path, [])
    assert path.read_bytes() == blank


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nnothing", b"startxref\n0\n%%EOF", b"startxref\n99999\n%%EOF"])
def test_a_file_of_another_make_stays_as_it_is(tmp_path, content):
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(UnknownPdf):
        add_outline(path, [Bookmark("一", 0)])
    assert path.read_bytes() == content


def test_an_outline_is_added_once(blank, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(blank)
    add_outline(path, [Bookmark("一", 0)])
    with pytest.raises(UnknownPdf):
        add_outline(path, [Bookmark("二", 1)])
    assert outline(path) == [("一", 0, 1)]
