from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.convert.alignment import Alignment
from reader.convert.conversion import Conversion, unchanged
from reader.model.block import Block
from reader.model.document import Document
from reader.model.position import Position, Span
from reader.view import layouts as layouts_module
from reader.view.block_layout import BlockLayout
from reader.view.caret import Caret
from reader.view.layouts import Layouts, is_fresh
from reader.view.page_style import em_width, line_slot

SENTENCE = "船在夜裡靠了岸，沒有人出來迎接；數據庫裡𠀀只有燈塔還亮著。"
LONG = SENTENCE * 1200


def blocks_of(document: Document) -> list[Block]:
    found = [document.block_at(0)]
    while following := document.block_after(found[-1]):
        found.append(following)
    return found


def built(layouts: Layouts) -> list[BlockLayout]:
    return [layouts.of(block) for block in blocks_of(layouts.content.document)]


def lines_of(layout: BlockLayout) -> list[str]:
    return [layout.text[layout.line_span(line).start : layout.line_span(line).end] for line in range(layout.count)]


def doubled(text: str) -> Conversion:
    """Every 數 shown as two characters."""
    return Conversion(text.replace("數", "数数"), Alignment.of_lengths((1, 1 + (one == "數")) for one in text))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("convert", [unchanged, doubled])
def test_a_paragraph_in_pieces_reads_as_one(layouts, opened, encoding: str, convert):
    made = built(layouts(opened("　　" + LONG, encoding), convert=convert))
    assert len(made) > 8
    assert "".join(layout.text for layout in made) == convert(LONG).text
    for layout, following in pairwise(made):
        assert layout.block.end == following.block.start
        if is_fresh(following.block, layout.block):
            assert not layout.carry
            continue
        # What follows a line could not have stood in it: its end is the column's edge, or punctuation hangs together.
        assert layout.carry
        assert min(map(len, lines_of(layout)[1:])) >= 17
    assert sum(not layout.carry for layout in made) <= 1 + len(made) / 4
    assert [layout.x_at(0, 0) for layout in made[1:]] == [0] * (len(made) - 1)
    assert [layout.height - layout.line_bottom(layout.count - 1) for layout in made[:-1]] == [0] * (len(made) - 1)


def test_the_lines_are_those_of_a_paragraph_in_one_piece(layouts, opened):
    made = built(layouts(opened("船" * 30_000)))
    assert len(lines_of(made[0])[0]) == 18
    number = 0
    for layout, following in pairwise(made):
        lines = lines_of(layout)[number == 0 :]
        number += 1
        # Only before a fresh start may a line be short.
        assert {len(line) for line in (lines[:-1] if is_fresh(following.block, layout.block) else lines)} == {20}
    assert number > 10


@pytest.mark.parametrize("width", [11, 20, 26, 36, 70])
def test_a_hard_wrapped_text_is_set_as_one_that_is_not(layouts, width):
    """Its lines are pieces of 30 characters; the column is narrower or wider. Few lines within paragraphs are short."""
    paragraphs = [SENTENCE.replace("𠀀", "") * (3 + number % 9) for number in range(220)]
    rows = []
    for paragraph in paragraphs:
        text = "　　" + paragraph
        rows += [text[start : start + 30] for start in range(0, len(text), 30)]
    made = built(layouts("\n".join(rows), em=width))
    assert len(made) > 1000
    assert "".join(layout.text for layout in made) == "".join(paragraphs)
    lines = [line for layout in made for line in lines_of(layout)[: -1 if layout.block.is_last else None]]
    assert sum(len(line) < width - 4 for line in lines) < len(lines) / 100


def test_an_article_in_one_line_has_no_short_line(layouts):
    made = built(layouts("船" * 6000))
    assert len(made) > 2
    assert {len(line) for layout in made for line in lines_of(layout)} == {18, 20, (6000 - 18) % 20}


@pytest.mark.parametrize("convert", [unchanged, doubled])
def test_every_place_is_held_by_one_line(layouts, convert):
    made = layouts(LONG, convert=convert)
    for block in blocks_of(made.content.document):
        for offset in range(0, len(block.text) + 1, 7):
            layout, at = made.holding(Position(block.start, offset))
            span = layout.line_span(layout.line_of(at))
            assert span.start <= at < span.end or (at == layout.end and not layout.carry)


def test_a_place_leads_to_its_character(layouts):
    made = layouts(LONG)
    for block in blocks_of(made.content.document):
        for offset in range(0, len(block.text), 7):
            layout, at = made.holding(Position(block.start, offset))
            assert layout.text[at] == block.text[offset]
            assert layout.position_at(at) == Position(block.start, offset)


def test_layouts_are_the_same_from_whichever_side(layouts, opened):
    document = opened(LONG)
    forward = built(layouts(document))
    alone = layouts(document)
    for one in reversed(forward):
        other = alone.of(one.block)
        assert (other.text, other.height, other.parts) == (one.text, one.height, one.parts)
        fresh = layouts(document).of(one.block)
        assert (fresh.text, fresh.height, fresh.parts) == (one.text, one.height, one.parts)


def test_a_span_is_shown_once_where_a_line_is_taken_over(layouts):
    made = built(layouts(LONG))
    before, after = next((one, other) for one, other in pairwise(made) if one.carry)
    length = len(before.block.text)
    span = Span(length - len(before.carry[0].shown) - 3, length)
    here, there = before.parts[-1].display_span(span), after.parts[0].display_span(span)
    boxes = before.rectangles(here) + after.rectangles(there)
    assert sum(box.width() for _, box in boxes) == pytest.approx(before.em * len(span), abs=before.em)
    assert len(boxes) == 2


def test_what_is_kept_is_bounded_by_characters(layouts, opened, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(layouts_module, "_KEPT", 5000)
    document = opened((SENTENCE * 30 + "\n") * 40)
    made = layouts(document)
    first = document.block_at(0)
    kept = made.of(first)
    assert made.of(first) is kept
    built(made)
    assert made.of(first) is not kept
    assert sum(layout.size for layout in made._kept.values()) <= 5000
    assert len(made._kept) > 3


def test_the_space_around_the_document(layouts, style):
    text = "　　" + SENTENCE + "\n" + SENTENCE + "\n" + SENTENCE
    first, middle, last = built(layouts(text))
    slot = line_slot(style)
    assert (first.line_top(0), middle.line_top(0), last.line_top(0)) == (2 * slot, 0, 0)
    assert last.height - last.line_bottom(last.count - 1) == middle.height - middle.line_bottom(1) + 3 * slot


def test_headings_stand_apart(layouts, style):
    paragraph, volume, chapter = built(layouts(f"{SENTENCE * 3}\n卷一　離岸\n第一章　夜航\n{SENTENCE}"))[:3]
    assert volume.em > chapter.em > paragraph.em
    assert volume.line_top(0) > chapter.line_top(0) > 0
    assert volume.x_at(0, 0) == pytest.approx(20 * em_width(style) - volume.x_at(0, volume.size), abs=0.5)
    assert chapter.x_at(0, 0) == 0


def test_a_place_that_is_no_blocks_start_is_found(layouts, opened):
    made = layouts(opened(SENTENCE + "\n" + SENTENCE, mark=b"\xef\xbb\xbf"))
    layout, offset = made.holding(Position(0, 0))
    assert (layout.block.start, offset) == (3, 0)


@settings(max_examples=15)
@given(
    text=st.text(st.sampled_from("船岸𠀀，。ab \t\u3000\u0301"), min_size=1, max_size=12),
    times=st.integers(300, 1200),
    em=st.integers(4, 60),
)
def test_any_long_paragraph_reads_as_one(layouts, text: str, times: int, em: int):
    text = ("岸" + text) * times
    made = built(layouts(text, em))
    assert "".join(layout.text for layout in made) == text.rstrip()
    for layout, following in pairwise(made):
        if layout.carry:
            assert following.line_top(0) == 0
            assert layout.height == layout.line_bottom(layout.count - 1)
            held = "".join(part.text for part in layout.carry)
            assert following.text.startswith(held[: following.line_span(0).end])


def test_the_caret_walks_through_pieces_that_show_no_line(layouts):
    text = "　　" + SENTENCE.replace("𠀀", "") * 9
    rows = [text[start : start + 20] for start in range(0, len(text), 20)]
    made = layouts("\n".join([*rows] * 9), em=50)
    assert any(layout.count == 0 for layout in built(made))
    caret = Caret(made)
    walked = [Position(0, 2)]
    while (found := caret.beside(walked[-1], is_forward=True)) != walked[-1]:
        walked.append(found)
    # Between the characters of a paragraph there is one place more than there are characters.
    assert len(walked) == 9 * (len(text) - 2 + 1)
    back = [walked[-1]]
    while (found := caret.beside(back[-1], is_forward=False)) != back[-1]:
        back.append(found)
    assert len(back) == len(walked)
    below = [walked[0]]
    while (found := caret.below(below[-1], 1)) != below[-1] and len(below) < 500:
        below.append(found)
    assert len(below) == sum(layout.count for layout in built(made))
