"""What can be printed of a document."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from reader.formats.registry import open_document
from reader.model.outline import Outline, OutlineEntry
from reader.model.position import Position, Range
from reader.ui.print_ranges import PrintRange, chapter_at, print_ranges


@pytest.fixture
def book(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("序\n一\n甲\n乙\n二\n丙\n", encoding="utf-8")
    return open_document(path, "utf-8")


#: Each paragraph is a character and a line feed: four bytes. 一 is a chapter with a section 甲, and 二 is one.
OUTLINE = Outline(
    array("Q", range(0, 24, 4)),
    (OutlineEntry(1, 4, 1, "一"), OutlineEntry(2, 8, 2, "甲"), OutlineEntry(4, 16, 1, "二")),
    6,
    True,
)


@pytest.mark.parametrize(
    ("address", "start", "last"),
    [(4, 4, 12), (8, 8, 12), (13, 8, 12), (16, 16, 20), (22, 16, 20)],
)
def test_a_chapter_goes_as_far_as_the_next_one_of_its_level(book, address, start, last):
    assert chapter_at(book, OUTLINE, address) == Range(Position(start, 0), Position(last, 1))


def test_before_the_first_heading_there_is_no_chapter(book):
    assert chapter_at(book, OUTLINE, 0) is None
    assert list(print_ranges(book, OUTLINE, 0, None)) == [PrintRange.WHOLE]


def test_all_that_can_be_printed(book):
    selected = Range(Position(0, 0), Position(4, 1))
    found = print_ranges(book, OUTLINE, 4, selected)
    assert list(found) == [PrintRange.WHOLE, PrintRange.CHAPTER, PrintRange.SELECTION]
    assert found[PrintRange.WHOLE] is book
    assert [found[entry].size for entry in found] == [24, 16, 8]
