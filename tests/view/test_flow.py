from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.convert.conversion import unchanged
from reader.formats.registry import open_document
from reader.model.block import Block
from reader.view.flow import Flow
from reader.view.visible_text import visible

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接；没有数据，程序员坐公共汽车走了。"

lines = st.sampled_from(["", "第一章　離岸", "　　" + SENTENCE, SENTENCE * 9, "短", "　　", SENTENCE * 300, "a" * 300])
texts = st.lists(lines, min_size=1, max_size=12).map("\n".join).filter(lambda text: text.strip())


def wrapped(sentences: list[int]) -> str:
    """Paragraphs of so many sentences each, saved at thirty characters a line."""
    paragraphs = ["　　" + SENTENCE * count for count in sentences]
    return "\n".join(text[at : at + 30] for text in paragraphs for at in range(0, len(text), 30))


texts |= st.lists(st.integers(1, 40), min_size=8, max_size=30).map(wrapped)
heights = st.sampled_from([1, 30, 200, 401, 900])
widths = st.integers(4, 40)
moves = st.lists(
    st.tuples(st.sampled_from(["scroll", "page", "go_to", "address", "start", "end"]), st.integers(-1500, 1500)),
    max_size=8,
)


@pytest.fixture(scope="session")
def flowing(layouts, regional) -> Callable[..., Flow]:
    def make(text: str, em: int = 20, height: int = 401, is_regional: bool = False) -> Flow:
        return Flow(layouts(text, em, regional if is_regional else unchanged), height)

    return make


def move(flow: Flow, kind: str, amount: int) -> None:
    document = flow._document
    match kind:
        case "scroll":
            flow.scroll_by(amount)
        case "page":
            flow.turn_page(amount > 0)
        case "go_to":
            flow.go_to(document.position_of(abs(amount) * 9 % document.size), amount % 50)
        case "address":
            flow.go_to_address(abs(amount) * 9.25 % document.size)
        case "start":
            flow.go_to_start()
        case "end":
            flow.go_to_end()


def picture(flow: Flow) -> list[tuple[int, int]]:
    return [(placed.top, placed.layout.block.start) for placed in flow.placed()]


def is_sound(flow: Flow) -> None:
    """The viewport is full, unless the document is shorter, and the first layout is in sight."""
    placed = list(flow.placed())
    assert placed
    assert placed[0].top <= 0 < placed[0].top + placed[0].layout.height
    for one, other in pairwise(placed):
        assert one.top + one.layout.height == other.top
        assert one.layout.block.end == other.layout.block.start
    if placed[-1].top + placed[-1].layout.height < flow.height:
        assert picture(flow)[0] == (0, flow._first)


@given(text=texts, em=widths, height=heights, is_regional=st.booleans(), path=moves)
def test_wherever_one_goes_the_page_is_full(flowing, text, em, height, is_regional, path):
    flow = flowing(text, em, height, is_regional)
    for step in path:
        move(flow, *step)
        is_sound(flow)
        assert 0 <= flow.top_address() <= flow.end_address()


@given(text=texts, em=widths, height=heights, is_regional=st.booleans(), path=moves, rows=st.integers(-900, 900))
def test_scrolling_there_and_back_moves_nothing(flowing, text, em, height, is_regional, path, rows):
    flow = flowing(text, em, height, is_regional)
    for step in path:
        move(flow, *step)
    before, address = picture(flow), flow.top_address()
    moved = flow.scroll_by(rows)
    assert 0 <= moved * (1 if rows > 0 else -1) <= abs(rows)
    if moved != rows:
        assert flow.top_address() == (flow.end_address() if rows > 0 else 0)
    assert (flow.top_address() - address) * rows >= 0
    assert flow.scroll_by(-moved) == -moved
    assert (picture(flow), flow.top_address()) == (before, address)


@given(text=texts, em=widths, height=heights, path=moves)
@example(text=SENTENCE * 300, em=20, height=401, path=[("scroll", 777)])
def test_an_address_leads_back_to_the_pixel(flowing, text, em, height, path):
    flow = flowing(text, em, height)
    for step in path:
        move(flow, *step)
        before, address = picture(flow), flow.top_address()
        flow.go_to_address(address)
        assert (picture(flow), flow.top_address()) == (before, address)


@settings(max_examples=25)
@given(
    text=texts,
    em=st.integers(12, 40),
    height=st.sampled_from([30, 200, 401, 900]),
    is_regional=st.booleans(),
    rows=st.integers(1, 400),
)
def test_scrolling_down_shows_every_line_once(flowing, text, em, height, is_regional, rows):
    flow = flowing(text, em, height, is_regional)
    seen: dict[tuple[int, int], int] = {}
    shown: dict[tuple[int, int], str] = {}
    at = 0
    addresses = [flow.top_address()]
    rows = max(rows, height // 2)
    while True:
        for placed in flow.placed():
            layout = placed.layout
            for line in range(layout.count):
                top = placed.top + layout.line_top(line)
                if top < flow.height and placed.top + layout.line_bottom(line) > 0:
                    key = layout.block.start, line
                    # A line stands where it stood before, counted from the document's start.
                    assert seen.setdefault(key, at + top) == at + top
                    span = layout.line_span(line)
                    shown[key] = layout.text[span.start : span.end]
        moved = flow.scroll_by(min(rows, height))
        if not moved:
            break
        at += moved
        addresses.append(flow.top_address())
    assert addresses == sorted(addresses)
    assert flow.top_address() == flow.end_address()
    convert = flow._layouts.content.convert
    expected = "".join(convert(Block(0, 1, line)).text.strip() for line in text.split("\n"))
    assert "".join(shown[key] for key in sorted(shown)) == expected
    assert [seen[key] for key in sorted(seen)] == sorted(seen.values())


@given(text=texts, em=widths, height=heights)
def test_the_end_stays_in_sight(flowing, text, em, height):
    flow = flowing(text, em, height)
    flow.go_to_end()
    end = picture(flow)
    last = list(flow.placed())[-1]
    assert last.layout.block.end == flow._document.size
    assert flow.scroll_by(5000) == 0
    assert flow.turn_page(is_down=True) == 0
    assert picture(flow) == end
    assert flow.top_address() == flow.end_address()
    flow.go_to_address(flow.end_address())
    assert picture(flow) == end


@pytest.mark.parametrize("height", [150, 401, 900])
def test_pages_overlap_by_a_line_and_skip_none(flowing, novel, height):
    flow = flowing(novel, 20, height)
    at, pages = 0, [picture(flow)]
    while moved := flow.turn_page(is_down=True):
        assert 0 < moved <= height
        if flow.top_address() < flow.end_address():
            assert any(top == 0 for top, _ in flow._line_edges())
        at += moved
        pages.append(picture(flow))
    assert len(pages) > 4
    while moved := flow.turn_page(is_down=False):
        assert -height <= moved < 0
        at += moved
    assert at == 0
    assert picture(flow) == pages[0]


def test_a_line_that_was_gone_to_is_at_the_top(flowing, novel):
    flow = flowing(novel)
    for number in (5, 17, 40):
        position = flow._document.position_of(flow._document.size * number // 60)
        flow.go_to(position)
        assert flow.top_offset(position) == 0
        top = flow.top_position()
        layout, offset = flow._layouts.holding(position)
        assert layout.line_span(layout.line_of(offset)).start == flow._layouts.holding(top)[1]


def test_the_top_line_is_the_one_half_of_which_is_visible(flowing):
    flow = flowing(SENTENCE * 60)
    flow.scroll_by(2 * 36 + 36 * 4 + 17)
    fourth = flow.top_position()
    flow.scroll_by(2)
    fifth = flow.top_position()
    assert fourth < fifth
    assert flow.top_offset(fifth) == 36 - 19


def test_a_short_document_does_not_scroll(flowing):
    flow = flowing("船", height=401)
    assert (flow.scroll_by(50), flow.scroll_by(-50), flow.turn_page(True), flow.turn_page(False)) == (0, 0, 0, 0)
    assert flow.top_address() == flow.end_address() == 0.0
    assert flow.layout_at(-100).layout is flow.layout_at(5000).layout


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "船" + "\u0301" * 100_000,
        ("船" * 400 + "\x00") * 200,
        "船\t" * 30_000,
        "שלום " * 20_000,
        " " * 40_000 + "船",
    ],
    ids=["letters", "marks", "nulls", "tabs", "right to left", "spaces"],
)
def test_one_endless_line_is_a_page_like_any_other(flowing, text):
    flow = flowing(text)
    document = flow._document
    for share in (0.0, 0.3, 0.62, 1.0):
        flow.go_to_address(document.size * share)
        for rows in (90, 401, -400, -7):
            flow.scroll_by(rows)
            is_sound(flow)
    flow.go_to_end()
    last = list(flow.placed())[-1].layout
    assert last.text.endswith(visible(text.rstrip()[-1]))
    for placed in flow.placed():
        layout = placed.layout
        for line in range(layout.count):
            assert layout.x_at(line, layout.line_span(line).end) <= flow._layouts.width + 1


def test_a_file_that_loses_its_bytes(layouts, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.formats.source.WHOLE_LIMIT", 1000)
    path = tmp_path / "book.txt"
    path.write_text((SENTENCE + "\n") * 30_000, encoding="utf-8")
    document = open_document(path)
    flow = Flow(layouts(document), 401)
    flow.go_to_address(document.size / 2)
    path.write_bytes(b"")
    for rows in (50, -4000, 30_000, 90_000):
        flow.scroll_by(rows)
        assert list(flow.placed())
    flow.go_to_end()
    flow.go_to_address(document.size / 3)
    flow.turn_page(is_down=True)
    assert list(flow.placed())
    document.close()
