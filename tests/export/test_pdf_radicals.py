"""What is read in a PDF can be found and copied: no radicals where characters are meant."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from reader.export.pdf_file import UnknownPdf
from reader.export.pdf_radicals import unify_radicals

#: Characters whose glyphs fonts share with radicals.
TEXT = "長風萬里，馬龍見水，一二人口，角青食骨。長"


@pytest.fixture
def written(qapp, tmp_path) -> Path:
    from PySide6.QtGui import QFont, QPainter, QPdfWriter

    path = tmp_path / "a.pdf"
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    for family in ("Noto Serif CJK TC", "Noto Sans CJK SC"):
        painter.setFont(QFont([family], 20))
        painter.drawText(200, 900, TEXT)
        writer.newPage()
    painter.end()
    return path


def texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    found = [document[page].get_textpage().get_text_range() for page in range(2)]
    document.close()
    return found


def test_what_is_read_is_what_is_found(written):
    before = texts(written)
    size = written.stat().st_size
    # Should Qt learn to name the characters itself, this module can go.
    assert all(text != TEXT for text in before)
    unify_radicals(written)
    assert texts(written) == [TEXT, TEXT]
    assert written.stat().st_size == size


def test_every_radical_stands_for_a_character_and_no_radical():
    from reader.export.pdf_radicals import _UNIFIED

    for radical, character in _UNIFIED.items():
        assert "RADICAL" in unicodedata.name(radical)
        assert "IDEOGRAPH" in unicodedata.name(character)


def test_a_file_of_another_make_stays_as_it_is(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing")
    with pytest.raises(UnknownPdf):
        unify_radicals(path)
    assert path.read_bytes() == b"%PDF-1.7\nnothing"
