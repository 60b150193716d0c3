"""Pages cover the document line by line, forwards and backwards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.position import Position
from reader.view.paged_flow import LeafFlow, PagedFlow

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接；只有燈塔還亮著。"


def shown(flow: PagedFlow, layouts) -> list[tuple[int, int]]:
    """Block and line of every line on the pages."""
    found = []
    for leaf in flow.leaves:
        page = LeafFlow(layouts, leaf)
        for placed in page.placed():
            for line in range(placed.layout.count):
                top = placed.top + placed.layout.line_top(line)
                if 0 <= top < page.height:
                    assert placed.top + placed.layout.line_bottom(line) <= page.height
                    found.append((placed.layout.block.start, line))
    return found


def all_lines(layouts) -> list[tuple[int, int]]:
    document = layouts.content.document
    found, block = [], document.block_at(0)
    while block is not None:
        found += [(block.start, line) for line in range(layouts.of(block).count)]
        block = document.block_after(block)
    return found


@pytest.fixture(scope="module")
def book(layouts, novel):
    return layouts(novel)


@pytest.mark.parametrize("count", [1, 2])
@settings(max_examples=25)
@given(height=st.integers(30, 900))
def test_turning_on_shows_every_line_once(book, count, height):
    flow = PagedFlow(book, height, count)
    seen = shown(flow, book)
    while flow.turn_page(is_down=True):
        seen += shown(flow, book)
    assert seen == all_lines(book)
    assert flow.is_at_last
    assert flow.turn_page(is_down=True) == 0


@pytest.mark.parametrize("count", [1, 2])
@settings(max_examples=25)
@given(height=st.integers(150, 900))
def test_turning_back_leaves_no_line_out(book, count, height):
    flow = PagedFlow(book, height, count)
    flow.go_to_end()
    first = shown(flow, book)[0]
    seen = shown(flow, book)
    while flow.turn_page(is_down=False):
        page = shown(flow, book)
        assert page[0] < first
        before = [line for line in page if line < first]
        seen = before + seen
        first = page[0]
    assert seen == all_lines(book)
    assert flow.turn_page(is_down=False) == 0


@pytest.mark.parametrize("height", [200, 246, 400, 499, 683])
@pytest.mark.parametrize("count", [1, 2])
def test_back_and_on_again_is_the_same_page(book, count, height):
    flow = PagedFlow(book, height, count)
    places = [flow.leaves[0].start.key]
    while flow.turn_page(is_down=True):
        places.append(flow.leaves[0].start.key)
    middle = len(places) // 2
    flow.go_to(Position(places[middle][0], 0))
    for _ in range(3):
        before = flow.leaves[0].start.key
        assert flow.turn_page(is_down=False)
        assert flow.turn_page(is_down=True)
        assert flow.leaves[0].start.key == before
        flow.turn_page(is_down=False)


@given(st.integers(0, 3000))
def test_a_place_is_on_the_page_that_it_is_asked_for(book, offset):
    document = book.content.document
    position = document.position_of(offset % document.size)
    flow = PagedFlow(book, 400, 1)
    for row in (0, 120):
        flow.go_to(position, row)
        layout, at = book.holding(position)
        assert (layout.block.start, layout.line_of(at)) in shown(flow, book)
        assert row or flow.leaves[0].start.key == (layout.block.start, layout.line_of(at))


def test_the_last_page_is_full(book):
    flow = PagedFlow(book, 400, 1)
    flow.go_to_end()
    assert flow.is_at_last
    lines = all_lines(book)
    assert shown(flow, book)[-1] == lines[-1]
    assert flow.leaves[0].bottom > 200
    assert flow.end_address() == flow.top_address()


def test_a_document_of_a_line_is_a_page(layouts):
    flow = PagedFlow(layouts("一行。"), 400, 2)
    assert len(flow.leaves) == 1
    assert flow.turn_page(is_down=True) == flow.turn_page(is_down=False) == 0
    flow.go_to_end()
    assert flow.leaves[0].start.line == 0


def test_a_paragraph_in_pieces_is_paged_like_any_other(layouts):
    pieces = layouts("　　" + SENTENCE * 800)
    flow = PagedFlow(pieces, 500, 1)
    seen = shown(flow, pieces)
    while flow.turn_page(is_down=True):
        seen += shown(flow, pieces)
    assert seen == all_lines(pieces)


@pytest.fixture(scope="module")
def wrapped(layouts):
    """A hard-wrapped text in a column wider than its lines: some pieces show no line."""
    rows = []
    for number in range(60):
        text = f"　　{number}、" + SENTENCE * (1 + number % 5)
        rows += [text[start : start + 30] for start in range(0, len(text), 30)]
    return layouts("\n".join(rows), em=40)


def test_pieces_that_show_no_line_are_on_pages_with_the_next(wrapped):
    assert any(wrapped.of(wrapped.content.document.block_at(start)).count == 0 for start in range(0, 3000, 90))
    flow = PagedFlow(wrapped, 400, 1)
    assert flow.leaves[0].top == 0
    seen = shown(flow, wrapped)
    while flow.turn_page(is_down=True):
        seen += shown(flow, wrapped)
    assert seen == all_lines(wrapped)
    while flow.turn_page(is_down=False):
        pass
    assert flow.leaves[0].start.key == (wrapped.first.start, 0)
    assert flow.leaves[0].top == 0
    assert shown(flow, wrapped)[0] == all_lines(wrapped)[0]
