"""A citation says as much as is known."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from reader.convert.converters import Converters
from reader.convert.rendition import Manner, Rendition
from reader.formats.registry import open_document
from reader.model.outline import Outline, OutlineEntry
from reader.model.position import Position, Range
from reader.model.script import Script
from reader.ui.citation import citation


@pytest.fixture
def book(tmp_path: Path):
    path = tmp_path / "远方.txt"
    path.write_text("第一章 出发\n甲甲\n乙乙\n丙丙\n", encoding="utf-8")
    return open_document(path, "utf-8")


@pytest.fixture
def as_written():
    return Rendition(Script.SIMPLIFIED, Manner(), Converters())


STARTS = array("Q", [0, 17, 24, 31])
CHAPTER = OutlineEntry(0, 0, 1, "第一章 出发")


def selected(start: int, end: int) -> Range:
    return Range(Position(start, 0), Position(end, 1))


@pytest.mark.parametrize(
    ("outline", "where", "expected"),
    [
        (Outline(), selected(17, 17), "— From 远方"),
        (Outline(STARTS, (), 20, True), selected(17, 17), "— From 远方, ¶ 2"),
        (Outline(STARTS, (CHAPTER,), 20, True), selected(17, 24), "— From 远方, 第一章 出发, ¶ 2–3"),
        (Outline(STARTS[:1], (CHAPTER,), 20, False), selected(17, 24), "— From 远方, 第一章 出发"),
        (Outline(STARTS, (OutlineEntry(0, 0, 1, "远方"),), 20, True), selected(24, 24), "— From 远方, ¶ 3"),
    ],
)
def test_as_much_as_is_known(book, as_written, outline, where, expected):
    assert citation(book, outline, as_written, where) == expected


def test_it_stands_in_the_script_that_is_shown(book):
    rendition = Rendition(Script.SIMPLIFIED, Manner(Script.TAIWAN), Converters())
    rendition.load()
    outline = Outline(STARTS, (CHAPTER,), 20, True)
    assert citation(book, outline, rendition, selected(17, 17)) == "— From 遠方, 第一章 出發, ¶ 2"
