"""Part of a document is a document whose places are those of the whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.parsed import Paragraph, Parsed
from reader.formats.parsed_document import ParsedDocument
from reader.formats.registry import open_document
from reader.model.excerpt import Excerpt
from reader.model.mark import Mark, MarkKind
from reader.model.position import Position, Range, Span

TEXT = "第一章 出發\n　　雲很低，要下雨了。\n\n船在夜裡靠岸。\n𠀀尾"


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    path = tmp_path_factory.mktemp("books") / "遠方.txt"
    path.write_text(TEXT, encoding="utf-8")
    return open_document(path, "utf-8")


def blocks(document) -> list:
    found, block = [], document.block_at(0)
    while block is not None:
        found.append(block)
        block = document.block_after(block)
    return found


def test_the_outer_blocks_are_cut_and_the_others_are_the_same(document):
    whole = blocks(document)
    excerpt = Excerpt(document, Range(Position(whole[0].start, 4), Position(whole[2].start, 3)))
    found = blocks(excerpt)
    assert [block.text for block in found] == ["出發", whole[1].text, "船在夜"]
    assert found[1] == whole[1]
    assert [(block.start, block.end) for block in found] == [(block.start, block.end) for block in whole[:3]]
    assert excerpt.block_before(found[0]) is None
    assert excerpt.size == whole[2].end
    assert excerpt.title == "遠方"


def test_a_range_within_one_block(document):
    block = blocks(document)[2]
    excerpt = Excerpt(document, Range(Position(block.start, 1), Position(block.start, 4)))
    assert [found.text for found in blocks(excerpt)] == [block.text[1:4]]


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 200))
def test_addresses_are_those_of_the_whole(document, one, other, address):
    size = document.size
    ends = sorted(document.position_of(min(size - 1, number)) for number in (one, other))
    excerpt = Excerpt(document, Range(*ends))
    block = excerpt.block_at(address)
    assert ends[0].block <= block.start <= ends[1].block
    for offset, character in enumerate(block.text):
        at = excerpt.address_of(Position(block.start, offset))
        whole = document.position_of(at)
        assert document.block_at(whole.block).text[whole.offset] == character
        assert excerpt.position_of(at) == Position(block.start, offset)


def test_marks_are_cut_with_the_text():
    marks = (Mark(Span(0, 2), MarkKind.BOLD), Mark(Span(1, 6), MarkKind.ITALIC), Mark(Span(5, 6), MarkKind.CODE))
    document = ParsedDocument(Path("a.epub"), "epub", Parsed([Paragraph("甲乙丙丁戊己", marks=marks)]))
    excerpt = Excerpt(document, Range(Position(0, 2), Position(0, 5)))
    block = excerpt.block_at(0)
    assert block.text == "丙丁戊"
    assert block.marks == (Mark(Span(0, 3), MarkKind.ITALIC),)
