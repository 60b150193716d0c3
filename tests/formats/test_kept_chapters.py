"""What is said of chapters outlives the day, another version of the program and small edits of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.chapters import Chapters
from reader.formats.kept_chapters import LEVELS, NOTHING_SAID, KeptChapters, SaidLine, from_json, moved
from reader.formats.registry import open_document, with_chapters
from reader.model.block import Block
from reader.model.document import Document

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接，只有燈塔還亮著。"
TEXT = f"夜航\n{SENTENCE}\n　　燈塔\n{SENTENCE}\n{SENTENCE}\n碼頭\n{SENTENCE}\n"

said_lines = st.builds(SaidLine, st.integers(0, 1 << 50), st.integers(0, LEVELS), st.text(max_size=20))
rules = st.none() | st.lists(st.sampled_from(["volume", "named", "counted"]), unique=True).map(tuple)


def block_of(document: Document, text: str) -> Block:
    block: Block | None = document.block_at(0)
    while block is not None and block.text.strip() != text:
        block = document.block_after(block)
    assert block is not None
    return block


def headings_of(document: Document) -> list[tuple[str, int]]:
    *_, outline = document.outlines()
    return [(entry.text, entry.level) for entry in outline.headings]


@given(st.builds(KeptChapters, rules, st.sampled_from(["", "^~~"]), st.lists(said_lines, max_size=4).map(tuple)))
def test_what_is_kept_comes_back(kept: KeptChapters):
    assert from_json(kept.to_json()) == kept


def test_nothing_is_kept_of_nothing():
    assert NOTHING_SAID.to_json() == ""
    assert from_json("") == NOTHING_SAID


@pytest.mark.parametrize(
    "text", ["{", "[]", "3", "null", '{"rules": 3}', '{"lines": [[1]]}', '{"lines": [["a", 1, "b"]]}', '{"lines": 5}']
)
def test_what_makes_no_sense_is_left_out(text):
    assert from_json(text) == NOTHING_SAID


def test_what_another_version_knows_is_left_out():
    kept = from_json(
        '{"rules": ["volume", "poem"], "pattern": "(a+)+", "lines": [[5, 99, "x"], [-1, 0, "y"]], "new": 1}'
    )
    assert kept == KeptChapters(("volume",), "", (SaidLine(5, LEVELS, "x"), SaidLine(0, 0, "y")))


def test_the_last_word_on_a_line_counts():
    block, other = Block(9, 20, "　　燈塔 "), Block(3, 9, "碼頭")
    kept = NOTHING_SAID.said(block, 2).said(other, 1).said(block, 0)
    assert kept.lines == (SaidLine(3, 1, "碼頭"), SaidLine(9, 0, "燈塔"))
    assert kept.chapters() == Chapters(None, "", ((3, 1),), (9,))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_line_is_found_again_after_an_edit(written: Callable[..., Path], encoding: str):
    before = open_document(written(TEXT, "a.txt", encoding=encoding), encoding)
    kept = NOTHING_SAID.said(block_of(before, "燈塔"), 1).said(block_of(before, "碼頭"), 2)
    edited = open_document(written(f"新的一行。\n{SENTENCE}{TEXT}", "b.txt", encoding=encoding), encoding)
    found = moved(kept, edited)
    assert [line.address for line in found.lines] == [
        block_of(edited, "燈塔").start,
        block_of(edited, "碼頭").start,
    ]
    assert [(text, level) for text, level in headings_of(with_chapters(edited, found.chapters()))][-2:] == [
        ("燈塔", 1),
        ("碼頭", 2),
    ]
    assert moved(kept, before) == kept


def test_a_line_that_is_gone_may_come_back(written: Callable[..., Path]):
    document = open_document(written(TEXT))
    kept = NOTHING_SAID.said(block_of(document, "燈塔"), 1)
    for text in (TEXT.replace("燈塔", "燈"), "短\n"):
        gone = moved(kept, open_document(written(text, "b.txt")))
        assert (gone.lines, gone.lost) == ((), kept.lines)
        assert gone.chapters() == Chapters()
        assert moved(from_json(gone.to_json()), document) == kept


def test_of_several_lines_the_nearest_is_taken(written: Callable[..., Path]):
    document = open_document(written(f"***\n{SENTENCE * 30}\n" * 5))
    starts = [0]
    block: Block | None = document.block_at(0)
    while block is not None:
        starts += [block.start] * (block.text == "***")
        block = document.block_after(block)
    kept = KeptChapters(lines=(SaidLine(starts[3] + 40, 1, "***"),))
    assert moved(kept, document).lines == (SaidLine(starts[3], 1, "***"),)


def test_a_document_is_given_other_chapters_without_its_file(written: Callable[..., Path], epub: Callable[..., bytes]):
    for path in (written(TEXT), written(epub({"a.xhtml": f"<p>燈塔</p><p>{SENTENCE}</p>"}), "a.epub")):
        document = open_document(path)
        path.unlink()
        other = with_chapters(document, NOTHING_SAID.said(block_of(document, "燈塔"), 3).chapters())
        document.close()
        assert ("燈塔", 3) in headings_of(other)
        assert other.size == document.size
        assert other.encoding == document.encoding
        assert ("燈塔", 3) not in headings_of(with_chapters(other, Chapters()))
        other.close()
