from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.convert.conversion import unchanged
from reader.model.position import Position, Range, Span
from reader.view.selection import Selection, shown_lines, source_span

TEXT = "　　船在夜裡靠岸。 \n\n沒有人\x00出來。\n　　数据没了。"


def position(document, text: str, offset: int) -> Position:
    return document.position_of(len(text[:offset].encode()))


def copied(document, start: Position, end: Position, convert=unchanged) -> str:
    return "".join(shown_lines(document, lambda block: convert(block.text), Range(start, end)))


def test_a_selection_knows_its_direction():
    early, late = Position(3, 1), Position(9, 0)
    assert Selection(late, early).range == Range(early, late) == Selection(early, late).range


def test_white_space_at_the_ends_of_paragraphs_is_not_copied(opened):
    document = opened(TEXT)
    end = position(document, TEXT, len(TEXT))
    assert copied(document, Position(0, 0), end) == "船在夜裡靠岸。\n沒有人\x00出來。\n数据没了。"
    assert copied(document, Position(0, 0), Position(0, 10)) == "船在夜裡靠岸。"
    assert copied(document, Position(0, 0), Position(0, 2)) == ""
    assert copied(document, Position(0, 1), Position(0, 3)) == "船"


def test_what_is_copied_is_what_is_shown(opened, regional):
    document = opened(TEXT)
    last = document.block_at(document.size)
    assert copied(document, Position(last.start, 0), Position(last.start, 5), regional) == "資料庫沒"
    # A word that has another length in the other script is copied whole.
    assert copied(document, Position(last.start, 3), Position(last.start, 4), regional) == "資料庫"


def test_the_end_of_a_paragraph_counts_as_a_line_feed(opened):
    document = opened(TEXT)
    second = document.block_after(document.block_at(0))
    assert copied(document, Position(0, 8), Position(second.start, 0)) == "。\n"
    assert copied(document, Position(0, 8), Position(second.start, 1)) == "。\n沒"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_pieces_of_a_long_paragraph_are_joined(opened, encoding: str):
    text = "　　" + "船在夜裡靠了岸 ，沒有人出來迎接。" * 900
    document = opened(text + "\n尾", encoding)
    last = document.block_at(document.size)
    assert copied(document, Position(0, 0), Position(last.start, 1)) == text.strip() + "\n尾"


@given(offsets=st.lists(st.integers(0, len(TEXT)), min_size=3, max_size=3).map(sorted))
def test_neighbouring_selections_join(opened, offsets: list[int]):
    document = opened(TEXT)
    one, two, three = (position(document, TEXT, offset) for offset in offsets)
    assert copied(document, one, two) + copied(document, two, three) == copied(document, one, three)


def test_spans_of_blocks(opened):
    document = opened("船在夜裡\n沒有人\n尾聲")
    first, second, third = (document.block_at(address) for address in (0, 13, 23))
    selected = Range(Position(first.start, 2), Position(third.start, 1))
    assert [source_span(selected, block) for block in (first, second, third)] == [Span(2, 4), Span(0, 3), Span(0, 1)]
    assert source_span(Range(Position(first.start, 4), Position(second.start, 0)), first) is None
    assert source_span(Range(Position(first.start, 4), Position(second.start, 0)), second) is None
    assert source_span(Range(Position(second.start, 1), Position(second.start, 99)), second) == Span(1, 3)
    assert source_span(Range(Position(second.start, 1), Position(second.start, 2)), first) is None
