"""Where pages end: properties of every page, and the cases that books know."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.view.page_break import LineSlot, page_break

#: A line's height in the examples, in rows.
LINE = 10


def lines(*paragraphs: int) -> list[LineSlot]:
    """The lines of paragraphs of so many lines; a negative number is a heading."""
    made = []
    for paragraph in paragraphs:
        for line in range(abs(paragraph)):
            top = len(made) * LINE
            made.append(LineSlot(top, top + LINE, line == 0, line == abs(paragraph) - 1, paragraph < 0))
    return made


PARAGRAPHS = st.lists(st.integers(-3, 9).filter(bool), min_size=1, max_size=30)


@given(PARAGRAPHS, st.integers(1, 400))
def test_a_page_has_a_line_fits_and_is_at_least_half_full(paragraphs, height):
    slots = lines(*paragraphs)
    count = page_break(slots, height)
    assert 1 <= count <= len(slots)
    assert count == 1 or slots[count - 1].bottom <= height
    full = min(len(slots), height // LINE)
    assert count >= full / 2
    if full == len(slots):
        assert count == full


@given(PARAGRAPHS, st.integers(40, 400))
def test_a_page_tears_no_paragraph_badly_if_it_can_help_it(paragraphs, height):
    slots = lines(*paragraphs)
    count = page_break(slots, height)
    full = min(len(slots), height // LINE)
    if count in (full, len(slots)):
        return
    last, following = slots[count - 1], slots[count]
    assert not last.is_heading
    assert not (last.is_first and not last.is_last)
    assert not (following.is_last and not following.is_first and not last.is_first)


def test_the_last_line_of_a_paragraph_takes_another_with_it():
    assert page_break(lines(3, 6), 80) == 7


def test_the_first_line_of_a_paragraph_goes_over():
    assert page_break(lines(7, 5), 80) == 7


def test_a_paragraph_of_three_lines_stays_whole():
    assert page_break(lines(6, 3), 80) == 6


def test_headings_go_over_with_what_they_head():
    assert page_break(lines(6, -1, -1, 5), 80) == 6
    assert page_break(lines(6, -1, 5), 80) == 6


def test_nothing_but_headings_fills_the_page():
    assert page_break(lines(*[-1] * 20), 80) == 8


def test_a_line_higher_than_the_page_has_one_to_itself():
    assert page_break([LineSlot(0, 500), LineSlot(500, 510)], 80) == 1


def test_what_stands_above_the_first_line_does_not_count():
    shifted = [LineSlot(slot.top + 33, slot.bottom + 33, slot.is_first, slot.is_last) for slot in lines(20)]
    assert page_break(shifted, 80) == 8
