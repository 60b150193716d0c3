"""The rows of the outline, against a list that is written out row by row."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.outline import Outline, OutlineEntry
from reader.ui.outline_rows import PREFACE, OutlineRows


@st.composite
def outlines(draw) -> Outline:
    count = draw(st.integers(0, 30))
    numbers = sorted(draw(st.sets(st.integers(0, count - 1)))) if count else []
    headings = tuple(OutlineEntry(number, number, 1 + number % 3, "題") for number in numbers)
    return Outline(array("Q", range(count)), headings, 0, True)


def naive(outline: Outline, opened: set[int]) -> list[tuple[int, int | None]]:
    """Paragraph and heading of each row."""
    numbers = [entry.paragraph for entry in outline.headings]
    rows: list[tuple[int, int | None]] = []
    section = PREFACE
    for paragraph in range(len(outline.starts)):
        if paragraph in numbers:
            section = numbers.index(paragraph)
            rows.append((paragraph, section))
        elif section in opened:
            rows.append((paragraph, None))
    return rows


def check(rows: OutlineRows, opened: set[int]) -> None:
    expected = naive(rows.outline, opened)
    assert len(rows) == len(expected)
    assert [(rows.paragraph(row), rows.heading(row)) for row in range(len(rows))] == expected
    sections: dict[int, list[int]] = {section: [] for section in range(PREFACE, len(rows.outline.headings))}
    shown = {paragraph: row for row, (paragraph, _) in enumerate(expected)}
    heading_rows = {heading: row for row, (_, heading) in enumerate(expected) if heading is not None}
    for paragraph in range(len(rows.outline.starts)):
        section = rows.section_of(paragraph)
        if section == PREFACE or rows.outline.headings[section].paragraph != paragraph:
            sections[section].append(paragraph)
        assert rows.row_of(paragraph) == shown.get(paragraph, heading_rows.get(section))
    for section, paragraphs in sections.items():
        assert rows.is_open(section) == (section in opened)
        assert rows.count(section) == len(paragraphs)
        first, count = rows.span(section)
        assert count == len(paragraphs)
        assert first == (heading_rows[section] + 1 if section > PREFACE else 0)


@given(outlines(), st.booleans())
def test_all_open_or_all_folded(outline, is_open):
    check(OutlineRows(outline, is_open), set(range(PREFACE, len(outline.headings))) if is_open else set())


@given(outlines(), st.booleans(), st.data())
def test_sections_are_opened_and_folded(outline, is_open, data):
    rows = OutlineRows(outline, is_open)
    sections = st.integers(PREFACE, len(outline.headings) - 1)
    opened = set(range(PREFACE, len(outline.headings))) if is_open else set()
    for section, is_wanted in data.draw(st.lists(st.tuples(sections, st.booleans()), max_size=8)):
        if is_wanted:
            rows.open(section)
            opened.add(section)
        else:
            rows.close(section)
            opened.discard(section)
        check(rows, opened)


@given(outlines(), st.data())
def test_a_longer_outline_keeps_what_is_open(outline, data):
    count = data.draw(st.integers(0, len(outline.starts)))
    headings = tuple(entry for entry in outline.headings if entry.paragraph < count)
    rows = OutlineRows(Outline(outline.starts[:count], headings), is_open=False)
    opened = data.draw(st.sets(st.integers(PREFACE, len(headings) - 1)))
    for section in opened:
        rows.open(section)
    before = [(rows.paragraph(row), rows.heading(row)) for row in range(len(rows))]
    grown = rows.grown(outline)
    check(grown, opened)
    assert [(grown.paragraph(row), grown.heading(row)) for row in range(len(before))] == before
    assert rows.outline is not outline


def test_an_empty_outline():
    rows = OutlineRows(Outline(), is_open=True)
    assert len(rows) == 0
    assert rows.span(PREFACE) == (0, 0)


@pytest.mark.parametrize("is_open", [False, True])
def test_paragraphs_that_are_folded_away_stand_for_their_heading(is_open):
    outline = Outline(array("Q", range(6)), (OutlineEntry(2, 2, 1, "題"),))
    rows = OutlineRows(outline, is_open)
    assert [rows.row_of(paragraph) for paragraph in range(6)] == (
        [0, 1, 2, 3, 4, 5] if is_open else [None, None, 0, 0, 0, 0]
    )
